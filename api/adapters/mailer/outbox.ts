import type { Mailer } from "../../ports/mailer.js";
import type { Outbox } from "../outbox/outbox.js";

/** A mailer that carries nothing: it keeps each message in the outbox. */
export function outboxMailer(outbox: Outbox): Mailer {
  return {
    async send({ id, to, from, replyTo, subject, text, html, attachments = [] }) {
      await outbox.keep({
        id,
        channel: "email",
        to,
        from,
        ...(replyTo !== undefined && { replyTo }),
        subject,
        text,
        html,
        ...(attachments.length > 0 && {
          attachments: attachments.map(({ name, content }) => ({ name, bytes: content.length })),
        }),
      });
      return { providerMessageId: null };
    },
  };
}
