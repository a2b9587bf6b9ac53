/** Why somebody is written to. `delegated`: they were named by a signer to act in their place. */
export type MessageKind =
  | "invitation"
  | "delegated"
  | "reminder"
  | "link_changed"
  | "removed"
  | "completed"
  | "refused"
  | "cancelled"
  | "expired"
  | "failed";

/** `dropped`: its reason was gone before it could be sent. */
export type MessageState = "pending" | "sent" | "failed" | "dropped";

/** One message of an order to one person, as it waits to be sent. What it says is made when it is sent. */
export interface Message {
  readonly id: string;
  readonly orderId: string;
  /** Null: it goes to the order's sender. */
  readonly signerId: string | null;
  readonly kind: MessageKind;
  readonly channel: "email" | "sms";
  readonly createdAt: Date;
  /** How often it was taken up, this time counted. */
  readonly attempts: number;
}
