import { publicId } from "../../ids/id.js";
import { timeOfId } from "../history/idBounds.js";
import type { Replay, ReplaySelection } from "./replay.js";
import type { WantedReplay } from "./requestReplay.js";

/** Which time an endpoint is to be told of once more. */
export interface ReplayRequest {
  /** What happened at this time or later; what was told is kept for 30 days. */
  from: Date;
  /** What happened before this time; now, where nothing is said. */
  to?: Date;
  /**
   * `failed`: what was given up. `missed`: all that was not delivered: given up, cancelled, never owed because the
   * endpoint was disabled, had another filter or was not there yet; what waits for its next try is tried at once. `all`:
   * what was delivered as well.
   */
  only: ReplaySelection;
  /**
   * Which types of event, as in an endpoint's filter; those of the endpoint where nothing is said.
   * @minItems 1
   * @maxItems 100
   */
  events?: string[];
}

/** A replay, and how far it has got. */
export interface ReplayView {
  id: string;
  object: "webhook_replay";
  endpoint: string;
  from: string;
  to: string;
  only: ReplaySelection;
  events: string[] | null;
  /** `cancelled`: the endpoint was disabled or deleted before it was done. */
  state: "pending" | "done" | "cancelled";
  /** Deliveries that were taken up so far; they are due, whether they arrive is said by each of them. */
  replayed: number;
  /** It has got to what happened at this time. */
  reached_at: string | null;
  created_at: string;
  done_at: string | null;
}

export function readReplayRequest({ from, to, only, events }: ReplayRequest): WantedReplay {
  return { from, to: to ?? null, only, events: events ?? null };
}

export function presentReplay(replay: Replay): ReplayView {
  return {
    id: publicId("rpl", replay.id),
    object: "webhook_replay",
    endpoint: publicId("whe", replay.endpointId),
    from: replay.beginsAt.toISOString(),
    to: replay.endsAt.toISOString(),
    only: replay.selection,
    events: replay.events && [...replay.events],
    state: replay.state,
    replayed: replay.replayed,
    reached_at: replay.after && timeOfId(replay.after).toISOString(),
    created_at: replay.createdAt.toISOString(),
    done_at: replay.doneAt?.toISOString() ?? null,
  };
}
