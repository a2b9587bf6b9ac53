import type { Mode } from "../../apiKeys/caller.js";

/** Where a tenant is told of what happens in one mode. */
export interface Endpoint {
  /** UUID; its lane has the same. */
  readonly id: string;
  readonly mode: Mode;
  readonly url: string;
  readonly description: string | null;
  /** Types of events: whole, with a last part `*`, or `*` alone. */
  readonly events: readonly string[];
  readonly state: EndpointState;
  readonly disabledReason: DisabledReason | null;
  readonly disabledAt: Date | null;
  /** Further headers and basic authentication, sealed. */
  readonly headers: Uint8Array | null;
  /** Whom to write to when it fails. */
  readonly contactEmail: string | null;
  /** BCP 47. */
  readonly contactLanguage: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Paused by the caller: what it is told waits. Disabled by us: it is told nothing until the caller enables it. */
export type EndpointState = "enabled" | "paused" | "disabled";

/** It answered 410; or nothing but failure came of five days. */
export type DisabledReason = "gone" | "failing";

/** How it goes with a lane. */
export interface LaneHealth {
  /** Of nothing but failure: since when. */
  readonly failingSince: Date | null;
  /** While the circuit is open: when one delivery is tried. */
  readonly openUntil: Date | null;
}
