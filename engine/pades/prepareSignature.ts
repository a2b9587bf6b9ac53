import { createHash } from "node:crypto";
import { encodeSignedAttributes } from "../cms/signedAttributes.js";
import { signedDataSize } from "../cms/signedDataSize.js";
import { EngineError } from "../error.js";
import { requireSigningAllowed } from "../pdf/certification.js";
import { openPdf } from "../pdf/document.js";
import { Increment } from "../pdf/increment.js";
import type { PdfLimits } from "../pdf/limits.js";
import { placeSignature, type SignaturePlace } from "../pdf/placeSignature.js";
import { byteRangeText, reserveSignature, type SignatureDetails } from "../pdf/signatureDictionary.js";
import type { SignatureState } from "./signatureState.js";

export interface SignatureOptions extends SignatureDetails, SignaturePlace {
  /** Certificates DER: the signer's first, then its issuers; the trust anchor may be left out. */
  readonly certificates: readonly Uint8Array[];
  /** Room for a time-stamp token, in bytes (timestampTokenSize() tells ours); 0 or absent: none, level B-B. */
  readonly timestampTokenBytes?: number;
  /** What reading the document may cost. */
  readonly limits?: Partial<PdfLimits>;
}

export interface PreparedSignature {
  /** signedAttrs (RFC 5652 5.3), DER: the message that the signer's key signs. */
  readonly toBeSigned: Uint8Array;
  /** SHA-256 of the bytes that /ByteRange covers, 32 bytes. */
  readonly documentDigest: Uint8Array;
  /** For completeSignature; encodeSignatureState() stores it. */
  readonly state: SignatureState;
}

/**
 * The first of three steps of a PAdES signature of level B-B or B-T (EN 319 142-1 clause 6): writes the increment
 * with its /Contents blank, and says what is to be signed. The second step is the signer's; the third is
 * completeSignature.
 * @param pdf the whole document; it is read, never copied
 * @throws EngineError `pdf_empty`, `pdf_not_a_pdf`, `pdf_damaged`, `pdf_encrypted`, `pdf_unsupported`,
 *   `pdf_limit_exceeded`, `pdf_permission_denied`, `pdf_page_out_of_range`, `pdf_placement_invalid`,
 *   `pdf_field_not_found`, `pdf_field_already_signed`, `asn1_malformed` for the signer's certificate
 */
export function prepareSignature(pdf: Uint8Array, options: SignatureOptions): PreparedSignature {
  const { certificates, timestampTokenBytes = 0 } = options;
  const [signerCertificate] = certificates;
  if (signerCertificate === undefined) {
    throw new EngineError("state_invalid", "A signature needs its signer's certificate.");
  }
  const document = openPdf(pdf, options.limits);
  requireSigningAllowed(document);
  const contentsBytes = signedDataSize({ certificates, timestampTokenBytes });
  const { dict, byteRange, contents } = reserveSignature(options, contentsBytes);
  const increment = new Increment(document);
  const signature = increment.allocate();
  increment.put(signature, dict);
  const fieldName = placeSignature(increment, options, signature);

  const hash = createHash("sha256").update(pdf);
  const { bytes, marks } = increment.write(hash.copy().digest());
  const gapStart = marks.get(contents)!;
  const gapEnd = gapStart + contents.bytes.length;
  const behind = bytes.length - gapEnd;
  bytes.set(byteRangeText([0, pdf.length + gapStart, pdf.length + gapEnd, behind]), marks.get(byteRange)!);
  const documentDigest = hash.update(bytes.subarray(0, gapStart)).update(bytes.subarray(gapEnd)).digest();
  const toBeSigned = encodeSignedAttributes({
    messageDigest: documentDigest,
    certificate: signerCertificate,
  });
  const state: SignatureState = {
    documentLength: pdf.length,
    documentDigest,
    increment: bytes,
    contentsAt: gapStart + 1,
    contentsBytes,
    signedAttributes: toBeSigned,
    certificates,
    fieldName,
  };
  return { toBeSigned, documentDigest, state };
}
