/** A message that was kept to be read by the developer, because no provider is configured. */
export interface OutboxMessage {
  readonly id: string;
  readonly channel: "email" | "sms";
  readonly to: string;
  readonly from?: string;
  readonly subject?: string;
  readonly text: string;
  readonly html?: string;
  readonly replyTo?: string;
  /** What went with it, without its content; sizes in bytes. */
  readonly attachments?: readonly { readonly name: string; readonly bytes: number }[];
  /** ISO 8601, UTC. */
  readonly sentAt: string;
}
