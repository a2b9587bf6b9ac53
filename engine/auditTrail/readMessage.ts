import type { EventReading } from "./eventReading.js";
import { type About, nothing, type OrderReader, type SignerReader } from "./reader.js";
import { messageIn, type TrailDraft } from "./trailDraft.js";
import type { TrailMessage } from "./trailMessage.js";
import type { TrailSigner } from "./trailSigner.js";

type MessageReader = (event: EventReading, message: TrailMessage) => About;

const readers: Readonly<Record<string, MessageReader>> = {
  "message.sent": (event, message) => {
    message.sent_at ??= event.at.at;
    message.provider_message_id = event.text("provider_message_id", message.provider_message_id);
    return {};
  },
  "message.failed": (event, message) => {
    const reason = event.text("reason");
    message.failures.push({ ...event.at, reason });
    return { reason };
  },
  "message.delivery": (event, message) => {
    const state = event.text("state");
    message.deliveries.push({ ...event.at, state, reported_at: event.text("at") });
    return { state };
  },
};

/** Events about messages to the sender. */
export const senderMessageReaders: Readonly<Record<string, OrderReader>> = mapped(
  (reader) => (draft, event) => read(draft, event, draft.messages, reader),
);

/** Events about messages to a signer. */
export const messageReaders: Readonly<Record<string, SignerReader>> = {
  ...mapped<SignerReader>((reader) => (draft, event, signer) => read(draft, event, signer.messages, reader)),
  "reminder.sent": (_: TrailDraft, event: EventReading, signer: TrailSigner) => {
    signer.reminders.push({ ...event.at, by: event.actor, automatic: event.flag("automatic") });
    return nothing;
  },
};

function mapped<Reader>(wrap: (reader: MessageReader) => Reader): Record<string, Reader> {
  return Object.fromEntries(Object.entries(readers).map(([type, reader]) => [type, wrap(reader)]));
}

function read(draft: TrailDraft, event: EventReading, to: TrailMessage[], reader: MessageReader): About {
  const message = messageIn(draft, event, to);
  message.kind = event.text("kind", message.kind);
  message.channel = event.text("channel", message.channel);
  if (event.personal !== "none") message.personal = event.personal;
  message.to = event.ownText("to", message.to);
  // Whose address that is, is said by where it stands.
  const address = event.signer === null ? event.text("to", "sender") : message.to;
  return { kind: message.kind, channel: message.channel, to: address, ...reader(event, message) };
}
