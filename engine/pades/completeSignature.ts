import { createHash } from "node:crypto";
import { encodeSignedData } from "../cms/signedData.js";
import { EngineError } from "../error.js";
import type { SignatureState } from "./signatureState.js";

export interface SignatureParts {
  /** The signer's signature over toBeSigned, as its algorithm encodes it: for ECDSA the DER ECDSA-Sig-Value. */
  readonly signatureValue: Uint8Array;
  /** TimeStampToken DER (RFC 3161) over timestampDigest(signatureValue), for level B-T. */
  readonly timestampToken?: Uint8Array;
  /**
   * True when the caller kept the very bytes since prepareSignature, so that hashing them once more shows nothing.
   * Bytes that come back from a store are hashed: a signature over other bytes would be void, and nobody would see.
   */
  readonly pdfUnchanged?: boolean;
}

/** What the signature time-stamp of level B-T is over (EN 319 122-1 5.3): SHA-256 of the signature value, 32 bytes. */
export function timestampDigest(signatureValue: Uint8Array): Uint8Array {
  return createHash("sha256").update(signatureValue).digest();
}

/**
 * The last of the three steps: puts the CMS object into /Contents and the increment behind the document.
 * @param pdf the document that was given to prepareSignature
 * @returns the signed document, whole; the only copy that is made
 * @throws EngineError `state_invalid` when pdf is not the document that was prepared, `signature_does_not_fit` when the
 *   CMS object is longer than the room reserved
 */
export function completeSignature(pdf: Uint8Array, state: SignatureState, parts: SignatureParts): Uint8Array {
  const { increment, contentsAt, contentsBytes } = state;
  if (!isPrepared(pdf, state, parts.pdfUnchanged === true)) {
    throw new EngineError("state_invalid", "The document is not the one that was prepared for signing.");
  }
  const cms = encodeSignedData({
    signedAttributes: state.signedAttributes,
    signatureValue: parts.signatureValue,
    certificates: state.certificates,
    ...(parts.timestampToken && { timestampToken: parts.timestampToken }),
  });
  if (cms.length > contentsBytes) {
    throw new EngineError(
      "signature_does_not_fit",
      `The signature takes ${cms.length} bytes, and ${contentsBytes} bytes were reserved for it.`,
    );
  }
  const signed = Buffer.allocUnsafeSlow(pdf.length + increment.length);
  signed.set(pdf);
  signed.set(increment, pdf.length);
  signed.write(
    Buffer.from(cms.buffer, cms.byteOffset, cms.length).toString("hex"),
    pdf.length + contentsAt,
    "latin1",
  );
  return signed;
}

function isPrepared(pdf: Uint8Array, state: SignatureState, unchanged: boolean): boolean {
  if (pdf.length !== state.documentLength) return false;
  if (unchanged) return true;
  const { increment, contentsAt, contentsBytes } = state;
  const digest = createHash("sha256")
    .update(pdf)
    .update(increment.subarray(0, contentsAt - 1))
    .update(increment.subarray(contentsAt + 2 * contentsBytes + 1))
    .digest();
  return digest.equals(state.documentDigest);
}
