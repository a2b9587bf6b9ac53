import { createPublicKey, type KeyObject, verify } from "node:crypto";
import type { DeliveryReport, DeliveryReports, DeliveryState } from "../../ports/deliveryReports.js";

/** SendGrid's words (https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event) for what is of use. */
const states: Readonly<Record<string, DeliveryState>> = {
  processed: "accepted",
  deferred: "deferred",
  delivered: "delivered",
  dropped: "undelivered",
  bounce: "bounced",
};

/** SendGrid repeats for a day what we did not take. */
const longestAgoMs = 25 * 3_600_000;
const skewMs = 300_000;
/** Events in one request; SendGrid sends fewer. */
const mostEvents = 5000;

/**
 * Reads SendGrid's signed event webhooks: ECDSA over P-256 with SHA-256, over the time in the header and the body as it
 * came. Each event repeats our reference, which went with the message as a custom argument.
 * @param publicKey as SendGrid shows it: SubjectPublicKeyInfo, base64
 * @throws Error when it is no such key
 */
export function sendgridReports({ publicKey }: { readonly publicKey: string }): DeliveryReports {
  const key = readKey(publicKey);
  return {
    read({ header, body, receivedAt }) {
      const signature = header("X-Twilio-Email-Event-Webhook-Signature");
      const timestamp = header("X-Twilio-Email-Event-Webhook-Timestamp");
      if (signature === null || timestamp === null || !/^\d{1,12}$/.test(timestamp)) return null;
      const signed = Buffer.concat([Buffer.from(timestamp), body]);
      if (!verify("sha256", signed, key, Buffer.from(signature, "base64"))) return null;
      const age = receivedAt.getTime() - Number(timestamp) * 1000;
      return age > longestAgoMs || age < -skewMs ? null : readEvents(body);
    },
  };
}

function readKey(base64: string): KeyObject {
  const key = createPublicKey({ key: Buffer.from(base64, "base64"), format: "der", type: "spki" });
  if (key.asymmetricKeyDetails?.namedCurve !== "prime256v1") {
    throw new Error("SENDGRID_WEBHOOK_KEY is not a P-256 key.");
  }
  return key;
}

function readEvents(body: Buffer): DeliveryReport[] {
  let events: unknown;
  try {
    events = JSON.parse(body.toString("utf8"));
  } catch {
    return [];
  }
  if (!Array.isArray(events)) return [];
  return events.slice(0, mostEvents).flatMap((event: unknown): DeliveryReport[] => {
    if (typeof event !== "object" || event === null) return [];
    const { reference, timestamp, event: word } = event as Record<string, unknown>;
    const state = typeof word === "string" && Object.hasOwn(states, word) ? states[word] : undefined;
    if (typeof reference !== "string" || state === undefined) return [];
    const at =
      typeof timestamp === "number" && timestamp > 0 && timestamp < 1e11 ? new Date(timestamp * 1000) : null;
    return [{ reference, state, at }];
  });
}
