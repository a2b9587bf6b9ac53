import type { Mailer } from "../../ports/mailer.js";
import type { Outbox } from "../outbox/outbox.js";

/** A mailer that carries nothing: it keeps each message in the outbox. */
export function outboxMailer(outbox: Outbox): Mailer {
  return {
    async send({ id, to, from, subject, text, html }) {
      await outbox.keep({ id, channel: "email", to, from, subject, text, html });
      return { providerMessageId: null };
    },
  };
}
