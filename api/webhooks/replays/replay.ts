import type { Mode } from "../../apiKeys/caller.js";

/**
 * Which notifications of a span of time an endpoint is told once more. `failed`: those whose last try was in vain.
 * `missed`: all that were not delivered, for whatever reason: given up, cancelled, never owed because the endpoint was
 * disabled, filtered otherwise or was not there yet; those that wait for a try are tried at once. `all`: those that
 * were delivered as well.
 */
export type ReplaySelection = "failed" | "missed" | "all";

/** That an endpoint is to be told of a time once more. */
export interface Replay {
  readonly id: string;
  readonly mode: Mode;
  readonly endpointId: string;
  readonly beginsAt: Date;
  /** It itself is not in it. */
  readonly endsAt: Date;
  readonly selection: ReplaySelection;
  /** As an endpoint's; null: as the endpoint's are when it is done. */
  readonly events: readonly string[] | null;
  /** Cancelled: its endpoint was disabled or deleted meanwhile. */
  readonly state: "pending" | "done" | "cancelled";
  /** UUID of the last notification that was looked at. */
  readonly after: string | null;
  /** Deliveries that were taken up. */
  readonly replayed: number;
  readonly createdAt: Date;
  readonly doneAt: Date | null;
}
