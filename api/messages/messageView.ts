import { publicId } from "../ids/id.js";
import type { MessageKind, MessageState } from "./message.js";
import type { MessageRow } from "./messageRows.js";

/** A message of an order, as the API shows it. */
export interface MessageView {
  id: string;
  object: "message";
  /** `delegated`: an invitation to somebody whom a signer named in their place. */
  kind: MessageKind;
  channel: "email" | "sms";
  /** Null: it goes to the order's sender. */
  signer: string | null;
  /** `dropped`: its reason was gone before it could be sent. */
  state: MessageState;
  /** How often it was handed to its provider. */
  attempts: number;
  created_at: string;
  sent_at: string | null;
  /** Why the last try failed. */
  last_error: string | null;
  provider_message_id: string | null;
  /** What the provider says became of it. */
  delivery: string | null;
}

export function presentMessage(message: MessageRow): MessageView {
  return {
    id: publicId("msg", message.id),
    object: "message",
    kind: message.kind,
    channel: message.channel,
    signer: message.signerId === null ? null : publicId("sgr", message.signerId),
    state: message.state,
    attempts: message.attempts,
    created_at: message.createdAt.toISOString(),
    sent_at: message.sentAt?.toISOString() ?? null,
    last_error: message.lastError,
    provider_message_id: message.providerMessageId,
    delivery: message.delivery,
  };
}
