/** When something was, and which event says so. */
export interface At {
  /** Number of the event in the chain. */
  seq: number;
  /** ISO 8601, UTC. */
  at: string;
}

/** Who did something: `api_key`, `signer`, `system`, or what a later version calls it. */
export interface TrailActor {
  kind: string;
  id: string | null;
}

/**
 * What has become of personal data: there were none, they are there, they are not in this copy of the chain, or
 * nobody has them any more because their key was destroyed.
 */
export type Disclosure = "none" | "shown" | "withheld" | "erased";

/** A value under the name that the event has for it: `fields[0]`, `before.email`. */
export interface Detail {
  name: string;
  value: string;
}

/** What a provider reported of a message. */
export interface Delivery extends At {
  /** The channel's word, such as `delivered`, `bounced`. */
  state: string | null;
  /** When it was, by the provider. */
  reported_at: string | null;
}
