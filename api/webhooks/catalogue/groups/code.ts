import { byKeyOfSigner, bySigner, bySystemOfSigner, group } from "../entry.js";
import { example, otp } from "../exampleValues.js";
import { code, count, id, nothing, nullable, record, text, time, word } from "../schemas.js";

const channel = word(["email", "sms"]);
const ofCode = { otp: id("otp"), channel };

/** One-time codes. No code stands in any of them. */
export const codeLines = group("code", {
  "code.requested": {
    description: "A code was asked for, and is being sent to the signer.",
    line: bySigner,
    details: record({ ...ofCode, expires_at: time("Until when it is good.") }),
    example: { otp, channel: "email", expires_at: "2026-12-01T09:38:00.000Z" },
  },
  "code.sent": {
    description: "A code was handed to its provider.",
    line: bySystemOfSigner,
    details: record({
      ...ofCode,
      provider_message_id: nullable(text("The provider's own id of the message, where it gives one.")),
    }),
    example: { otp, channel: "email", provider_message_id: "<51ab@mail.example>" },
  },
  "code.send_failed": {
    description: "A code could not be sent.",
    line: bySystemOfSigner,
    details: record(
      {
        ...ofCode,
        reason: word(
          ["rejected", "unauthorized", "unavailable", "cut_off"],
          "cut_off: the process that sent it died.",
        ),
      },
      { not_replaced: code("Why no other code took its place: a code of the API's errors.") },
    ),
    example: { otp, channel: "sms", reason: "rejected" },
  },
  "code.delivery": {
    description: "A provider reported what became of a code's message.",
    line: bySystemOfSigner,
    details: record({
      ...ofCode,
      state: word(["deferred", "delivered", "undelivered", "bounced"]),
      at: time(),
    }),
    example: { otp, channel: "sms", state: "delivered", at: "2026-12-01T09:28:04.000Z" },
  },
  "code.replaced": {
    description: "A code whose sending was cut off was replaced by another.",
    line: bySystemOfSigner,
    details: record({
      ...ofCode,
      by: id("otp", "The other one."),
      expires_at: time("Until when that is good."),
    }),
    example: { otp, by: example("otp", 31), channel: "email", expires_at: "2026-12-01T09:39:00.000Z" },
  },
  "code.refused": {
    description: "A signer gave a wrong code.",
    line: bySigner,
    details: record({ ...ofCode, remaining_attempts: count(0, "Tries that are left.") }),
    example: { otp, channel: "email", remaining_attempts: 2 },
  },
  "code.locked": {
    description: "A code was tried too often, and is good for nothing any more.",
    line: bySigner,
    details: record({ ...ofCode, remaining_attempts: { type: "integer", const: 0 } }),
    example: { otp, channel: "email", remaining_attempts: 0 },
  },
  "code.unlocked": {
    description: "The sender freed a signer who had used up their tries or the codes of a day.",
    line: byKeyOfSigner,
    details: nothing,
    example: {},
  },
  "code.verified": {
    description: "A signer gave the right code.",
    line: bySigner,
    details: record({
      ...ofCode,
      next: nullable(word(["email", "sms"], "On which channel another one is asked for; null: on none.")),
    }),
    example: { otp, channel: "email", next: null },
  },
});
