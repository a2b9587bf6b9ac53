/** A message that was not sent but kept, as `GET /dev/outbox.json` gives it. */
export interface OutboxMessage {
  readonly id: string;
  readonly channel: "email" | "sms";
  readonly to: string;
  readonly from?: string;
  readonly subject?: string;
  readonly text: string;
  readonly html?: string;
  readonly replyTo?: string;
  /** Sizes in bytes. */
  readonly attachments?: readonly { readonly name: string; readonly bytes: number }[];
  /** ISO 8601. */
  readonly sentAt: string;
}
