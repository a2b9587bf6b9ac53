import type { SmsSender } from "../../ports/smsSender.js";
import type { Outbox } from "../outbox/outbox.js";

/** An SMS sender that carries nothing: it keeps each message in the outbox. */
export function outboxSmsSender(outbox: Outbox): SmsSender {
  return {
    async send({ id, to, text }) {
      await outbox.keep({ id, channel: "sms", to, text });
      return { providerMessageId: null };
    },
  };
}
