import twilio from "twilio";
import { DeliveryError } from "../../ports/delivery.js";
import type { SmsSender } from "../../ports/smsSender.js";
import { providerWords } from "../delivery/providerWords.js";
import { twilioRequestClient } from "./twilioRequestClient.js";

export interface TwilioOptions {
  /** Begins with `AC`. */
  readonly accountSid: string;
  readonly authToken: string;
  /** What messages come from: a number (E.164) or sender id of the account, or one of its messaging services. */
  readonly sender: { readonly from: string } | { readonly messagingServiceSid: string };
  /** `https://api.twilio.com` when absent; scheme, host and port of something that answers as Twilio does. */
  readonly baseUrl?: string;
  /** Where Twilio reports what became of a message; it does not when absent. */
  readonly statusCallback?: string;
  /** Milliseconds for a whole request; 10,000 when absent. */
  readonly timeoutMs?: number;
}

/** E.164 with its plus sign. Twilio reads other forms too, among them `whatsapp:` and other channels. */
const numberForm = /^\+[1-9]\d{6,14}$/;

/** https://www.twilio.com/docs/api/errors: wrong credentials, account not active, no such account. */
const unauthorizedCodes = new Set([20003, 20005, 20404]);
/** Too many requests, and two ways for the sender's queue to be full; some of them come with HTTP 400. */
const unavailableCodes = new Set([20429, 21611, 30001]);

/** An SMS sender that hands each message to Twilio's Programmable Messaging; it never sends one a second time. */
export function twilioSmsSender(options: TwilioOptions): SmsSender {
  const { accountSid, authToken, sender, statusCallback, baseUrl, timeoutMs = 10_000 } = options;
  const client = twilio(accountSid, authToken, {
    httpClient: twilioRequestClient(timeoutMs, baseUrl),
    // Keeps the package from looking for settings of its own (TWILIO_EDGE, TWILIO_REGION) in ours.
    env: {},
    autoRetry: false,
  });

  return {
    async send({ to, text, from, reference }) {
      if (!numberForm.test(to)) throw new DeliveryError("rejected", "The number is not in E.164 form.");
      try {
        const message = await client.messages.create({
          to,
          body: text,
          ...(from === undefined ? sender : { from }),
          ...(statusCallback !== undefined &&
            reference !== undefined && {
              statusCallback: `${statusCallback}?reference=${encodeURIComponent(reference)}`,
            }),
        });
        return { providerMessageId: message.sid ?? null };
      } catch (error) {
        throw deliveryError(error as TwilioFailure);
      }
    },
  };
}

/** What Twilio answered; both are absent when it did not. */
interface TwilioFailure extends Error {
  readonly status?: number;
  readonly code?: number | string;
}

/** An error of the HTTP client holds the request with its credentials, so none of them is passed on as a cause. */
function deliveryError({ status, code, message }: TwilioFailure): DeliveryError {
  const cause = new Error(providerWords(`HTTP ${status ?? "-"}, code ${code ?? "-"}: ${message}`));
  if (status === undefined) return new DeliveryError("unavailable", "Twilio cannot be reached.", cause);
  const answer = `(HTTP ${status}, code ${code ?? "-"})`;
  if (status === 401 || status === 403 || unauthorizedCodes.has(Number(code))) {
    return new DeliveryError(
      "unauthorized",
      `Twilio refuses our account or its credentials ${answer}.`,
      cause,
    );
  }
  const temporary = status === 408 || status === 429 || unavailableCodes.has(Number(code));
  if (status >= 400 && status < 500 && !temporary) {
    return new DeliveryError("rejected", `Twilio refuses this message or its number ${answer}.`, cause);
  }
  return new DeliveryError("unavailable", `Twilio cannot take this message now ${answer}.`, cause);
}
