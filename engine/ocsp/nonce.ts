import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { octetString } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import { EngineError } from "../error.js";
import { extension } from "../x509/extensions.js";
import type { Extension } from "../x509/tbsCertificate.js";

/** RFC 9654 2.1: Nonce ::= OCTET STRING (SIZE (1..128)). */
export const LONGEST_NONCE = 128;

/** Extension of a nonce. @param nonce 1 to 128 bytes */
export const nonceExtension = (nonce: Uint8Array): Uint8Array =>
  extension(oids.ocspNonce, false, octetString(nonce));

/**
 * The nonce of a request (RFC 9654 2.1); null without one.
 * @throws EngineError `asn1_malformed` when it is no OCTET STRING
 */
export function nonceOf(extensions: readonly Extension[]): Uint8Array | null {
  const found = extensions.find(({ oid }) => oid === oids.ocspNonce);
  if (!found) return null;
  const reader = DerReader.of(found.value);
  const nonce = reader.read(tag.octetString, "Nonce").content;
  reader.close("Nonce");
  return nonce;
}

/**
 * The nonce of a response; null without one. RFC 2560 did not say that it is an OCTET STRING, and a response that
 * somebody archived then is no worse for it: the bare value is the nonce.
 */
export function echoedNonceOf(extensions: readonly Extension[]): Uint8Array | null {
  try {
    return nonceOf(extensions);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return extensions.find(({ oid }) => oid === oids.ocspNonce)?.value ?? null;
  }
}
