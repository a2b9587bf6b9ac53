/**
 * Secrets as they are shown (Standard Webhooks 1.0, "Signature scheme"): base64 behind a prefix that says what it is.
 * The private half of a key pair, `whsk_`, is never shown: only we sign.
 */

/** `whsec_` and the base64 of an HMAC key. @param hmacKey 24 to 64 bytes */
export function secretText(hmacKey: Uint8Array): string {
  return `whsec_${Buffer.from(hmacKey).toString("base64")}`;
}

/** `whpk_` and the base64 of an Ed25519 public key. @param publicKey 32 bytes (RFC 8032 5.1.5) */
export function publicKeyText(publicKey: Uint8Array): string {
  return `whpk_${Buffer.from(publicKey).toString("base64")}`;
}
