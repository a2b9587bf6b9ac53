import { createHmac, sign } from "node:crypto";
import type { SigningSecret } from "./signingSecret.js";

/** The three headers of Standard Webhooks 1.0. */
export interface SignatureHeaders {
  readonly "webhook-id": string;
  /** Seconds since 1970. */
  readonly "webhook-timestamp": string;
  /** Separated by blanks: of each secret `v1,` and an HMAC-SHA-256, `v1a,` and an Ed25519 signature, in base64. */
  readonly "webhook-signature": string;
}

/**
 * Signs a request (Standard Webhooks 1.0, "Signature scheme"), over `id.timestamp.body`.
 * @param secrets all that sign now, the newest first; whoever knows one of them can verify
 * @param id the webhook-id, the same in all attempts
 * @param at the time of this attempt
 * @param body as it is sent, to the byte
 */
export function signatureHeaders(
  secrets: readonly SigningSecret[],
  id: string,
  at: Date,
  body: string,
): SignatureHeaders {
  if (secrets.length === 0) throw new Error("Nothing is sent without a signature.");
  // A stop in it would let the signature of one request pass for that of another.
  if (id.includes(".")) throw new Error("A webhook-id has no stop in it.");
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signed = Buffer.from(`${id}.${timestamp}.${body}`, "utf8");
  let signatures = "";
  for (const { hmacKey, signingKey } of secrets) {
    if (signatures !== "") signatures += " ";
    signatures += `v1,${createHmac("sha256", hmacKey).update(signed).digest("base64")}`;
    signatures += ` v1a,${sign(null, signed, signingKey).toString("base64")}`;
  }
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures };
}
