import type { At, Delivery, Disclosure, TrailActor } from "./parts.js";

/** A one-time code, from its asking to its end. The code itself is nowhere. */
export interface CodeAuthentication {
  /** Its id; null only in a chain that does not say. */
  code: string | null;
  /** `email` or `sms`. */
  channel: string | null;
  state: TrailCodeState;
  requested_at: string | null;
  requested_by: TrailActor | null;
  expires_at: string | null;
  /** Full and masked address. */
  sent_to: string | null;
  sent_to_masked: string | null;
  personal: Disclosure;
  sent_at: string | null;
  /** The provider's own id of the message. */
  provider_message_id: string | null;
  failure: CodeFailure | null;
  replaced_by: string | null;
  deliveries: Delivery[];
  tries: CodeTry[];
  /** When it was accepted. */
  verified_at: string | null;
  locked_at: string | null;
  /** Where another code is asked for after it, that one's channel. */
  next: string | null;
}

export type TrailCodeState = "requested" | "sent" | "failed" | "replaced" | "locked" | "verified";

interface CodeFailure extends At {
  reason: string | null;
  /** Why no other code was sent in its place. */
  not_replaced: string | null;
}

export interface CodeTry extends At {
  result: "wrong" | "right";
  by: TrailActor;
  remaining_attempts: number | null;
}

/** That the sender states to have authenticated a signer: the sender's word, which nobody here has checked. */
export interface StatedAuthentication extends At {
  by: TrailActor;
  method: string | null;
  /** When it was, by the sender. */
  stated_at: string | null;
  reference: string | null;
  statement: string | null;
  personal: Disclosure;
}
