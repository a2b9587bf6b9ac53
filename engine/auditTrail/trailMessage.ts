import type { At, Delivery, Disclosure } from "./parts.js";

/** A message that was sent, or was not. */
export interface TrailMessage {
  /** Its id; null only in a chain that does not say. */
  message: string | null;
  /** What it was sent for: `invitation`, `reminder` … */
  kind: string | null;
  /** `email` or `sms`. */
  channel: string | null;
  /** The address; null where it is not shown. */
  to: string | null;
  personal: Disclosure;
  sent_at: string | null;
  /** The provider's own id of it. */
  provider_message_id: string | null;
  failures: MessageFailure[];
  deliveries: Delivery[];
}

interface MessageFailure extends At {
  reason: string | null;
}
