import { encodeSignedData } from "../cms/signedData.js";
import { EngineError } from "../error.js";
import { requireTimestampOf, verifyTimestampOf } from "../tsp/verifyToken.js";
import { type DigestName, digestOf } from "../x509/digestAlgorithm.js";
import { subjectPublicKeyInfoOf } from "../x509/parseCertificate.js";
import { requireSignature } from "../x509/signAndVerify.js";
import { type SignatureScheme, signatureSchemes } from "../x509/signatureAlgorithm.js";
import { isPreparedDocument } from "./preparedDocument.js";
import type { SignatureState } from "./signatureState.js";

export interface SignatureParts {
  /**
   * The signer's signature over toBeSigned, as its algorithm encodes it: for ECDSA the DER ECDSA-Sig-Value, which
   * ecdsaSignatureToDer() makes of the r and s of WebCrypto and PKCS #11.
   */
  readonly signatureValue: Uint8Array;
  /** TimeStampToken DER (RFC 3161) over timestampDigest(signatureValue), for level B-T. */
  readonly timestampToken?: Uint8Array;
  /**
   * True when the caller kept the very bytes since prepareSignature, so that hashing them once more shows nothing.
   * Bytes that come back from a store are hashed: a signature over other bytes would be void, and nobody would see.
   */
  readonly pdfUnchanged?: boolean;
  /**
   * True when the caller made the signature value a moment ago with a key in its own memory, so that verifying it
   * (0.1 ms for P-256) shows nothing. What comes from a card, a device or another service is verified.
   */
  readonly signatureVerified?: boolean;
  /**
   * True when the token was verified where it came in, as timestampClient() does, or is of a unit in this process. That
   * it is over this signature value is looked at all the same.
   */
  readonly timestampVerified?: boolean;
}

/**
 * What the signature time-stamp of level B-T is over (EN 319 122-1 5.3): a digest of the signature value.
 * @param digest that of the time-stamp, which need not be the signature's
 */
export function timestampDigest(signatureValue: Uint8Array, digest: DigestName = "sha256"): Uint8Array {
  return digestOf(digest, signatureValue);
}

/**
 * The last of the three steps: puts the CMS object into /Contents and the increment behind the document.
 * @param pdf the document that was given to prepareSignature
 * @returns the signed document, whole; the only copy that is made
 * @throws EngineError `state_invalid` when pdf is not the document that was prepared, `signature_invalid` when the
 *   signature value is not over toBeSigned by the key of the signer's certificate, `timestamp_response_invalid` when
 *   the time-stamp is of another signature value or does not verify, `signature_does_not_fit` when the CMS object is longer than the room
 *   reserved
 */
export function completeSignature(pdf: Uint8Array, state: SignatureState, parts: SignatureParts): Uint8Array {
  const { increment, contentsAt, documentDigest } = state;
  const { name } = signatureSchemes[state.algorithm].digest;
  if (!isPreparedDocument(pdf, state, name, documentDigest, parts.pdfUnchanged === true)) {
    throw new EngineError("state_invalid", "The document is not the one that was prepared for signing.");
  }
  const digits = contentsDigits(state, parts);
  const signed = Buffer.allocUnsafeSlow(pdf.length + increment.length);
  signed.set(pdf);
  signed.set(increment, pdf.length);
  signed.write(digits, pdf.length + contentsAt, "latin1");
  return signed;
}

/**
 * As completeSignature, for a caller who has the document elsewhere, and knows that it is the one that was prepared.
 * @returns the increment, its /Contents filled: what is to be appended to the document
 * @throws EngineError `signature_invalid`, `timestamp_response_invalid`, `signature_does_not_fit`
 */
export function completeIncrement(
  state: SignatureState,
  parts: Omit<SignatureParts, "pdfUnchanged">,
): Uint8Array {
  const digits = contentsDigits(state, parts);
  const filled = Buffer.from(state.increment);
  filled.write(digits, state.contentsAt, "latin1");
  return filled;
}

/** The CMS object as the hexadecimal digits of /Contents. */
function contentsDigits(state: SignatureState, parts: SignatureParts): string {
  const { signedAttributes, certificates, contentsBytes } = state;
  const { signatureValue, timestampToken } = parts;
  const algorithm = signatureSchemes[state.algorithm];
  if (parts.signatureVerified !== true) requireSigners(state, algorithm, signatureValue);
  const cms = encodeSignedData({
    signedAttributes,
    signatureValue,
    certificates,
    algorithm,
    ...(timestampToken && { timestampToken }),
  });
  if (cms.length > contentsBytes) {
    throw new EngineError(
      "signature_does_not_fit",
      `The signature takes ${cms.length} bytes, and ${contentsBytes} bytes were reserved for it.`,
    );
  }
  if (timestampToken && parts.timestampVerified === true) requireTimestampOf(timestampToken, signatureValue);
  else if (timestampToken) verifyTimestampOf(timestampToken, [signatureValue], certificates);
  return Buffer.from(cms.buffer, cms.byteOffset, cms.length).toString("hex");
}

function requireSigners(state: SignatureState, algorithm: SignatureScheme, signatureValue: Uint8Array): void {
  const [signer] = state.certificates;
  if (signer === undefined) throw new EngineError("state_invalid", "The state has no signer's certificate.");
  requireSignature(state.signedAttributes, algorithm, subjectPublicKeyInfoOf(signer), signatureValue);
}
