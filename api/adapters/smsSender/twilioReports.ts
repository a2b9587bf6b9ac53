import twilio from "twilio";
import type { DeliveryReport, DeliveryReports, DeliveryState } from "../../ports/deliveryReports.js";

/** Twilio's words (https://www.twilio.com/docs/messaging/api/message-resource#message-status-values) for what is of use. */
const states: Readonly<Record<string, DeliveryState>> = {
  sent: "accepted",
  delivered: "delivered",
  read: "delivered",
  undelivered: "undelivered",
  failed: "undelivered",
};

/**
 * Reads Twilio's status callbacks. Each is signed (`X-Twilio-Signature`, HMAC-SHA-1 over address and form), and its
 * address holds our reference. The signature has no time in it: what is reported twice must do no harm.
 */
export function twilioReports({ authToken }: { readonly authToken: string }): DeliveryReports {
  return {
    read({ url, header, body }) {
      const signature = header("X-Twilio-Signature");
      const form: Record<string, string | string[]> = {};
      for (const [name, value] of new URLSearchParams(body.toString("utf8"))) {
        const before = form[name];
        form[name] = before === undefined ? value : [before, value].flat();
      }
      if (signature === null || !twilio.validateRequest(authToken, signature, url, form)) return null;
      const reference = new URL(url).searchParams.get("reference");
      const status = form["MessageStatus"];
      const state = typeof status === "string" ? states[status] : undefined;
      if (reference === null || state === undefined) return [];
      return [{ reference, state, at: null } satisfies DeliveryReport];
    },
  };
}
