import { group, type LineRules } from "../entry.js";
import { message } from "../exampleValues.js";
import { code, count, flag, id, nullable, record, text, time, word } from "../schemas.js";

const ofSomebody: LineRules = { actors: ["system"], signer: "sometimes" };
const sent = {
  message: id("msg"),
  kind: word(
    [
      ...["invitation", "delegated", "reminder", "link_changed", "removed", "completed"],
      ...["refused", "cancelled", "expired", "failed"],
    ],
    "What it was written for.",
  ),
  channel: word(["email", "sms"]),
};
const toSender = { to: word(["sender"], "It went to the order's sender, and not to a signer.") };

/** Letters and text messages to signers and senders. */
export const messageLines = group("message", {
  "message.sent": {
    description: "A message was handed to its provider.",
    line: ofSomebody,
    details: record(
      { ...sent, provider_message_id: nullable(text("The provider's own id of it, where it gives one.")) },
      toSender,
    ),
    example: { message, kind: "invitation", channel: "email", provider_message_id: "<8c1f@mail.example>" },
  },
  "message.failed": {
    description: "A message could not be sent, and is not tried again.",
    line: ofSomebody,
    details: record(
      { ...sent, reason: code("rejected, unauthorized, unavailable, fault, or another.") },
      toSender,
    ),
    example: { message, kind: "invitation", channel: "email", reason: "rejected" },
  },
  "message.delivery": {
    description: "A provider reported what became of a message.",
    line: ofSomebody,
    details: record({
      ...sent,
      state: word(["deferred", "delivered", "undelivered", "bounced"]),
      at: time(),
    }),
    example: {
      message,
      kind: "invitation",
      channel: "email",
      state: "delivered",
      at: "2026-12-01T09:00:09.000Z",
    },
  },
  "reminder.sent": {
    description: "A signer is being reminded: the order's time for it had come, or the sender asked for it.",
    line: { actors: ["system", "api_key"], signer: "always" },
    details: record(
      { automatic: flag("False: the sender asked for it.") },
      { number: count(1, "Of those that go by themselves.") },
    ),
    example: { automatic: true, number: 1 },
  },
});
