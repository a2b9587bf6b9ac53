import { createHash, type Hash } from "node:crypto";
import { encodeSignedAttributes } from "../cms/signedAttributes.js";
import { signedDataSize } from "../cms/signedDataSize.js";
import { EngineError } from "../error.js";
import { openPdf } from "../pdf/document.js";
import type { PdfAccess } from "../pdf/encryption/access.js";
import { applyFormChanges } from "../pdf/form/applyFormChanges.js";
import type { FormChanges } from "../pdf/form/formChanges.js";
import { Increment } from "../pdf/increment.js";
import type { PdfLimits } from "../pdf/limits.js";
import { placeSignature, type SignaturePlace } from "../pdf/placeSignature.js";
import { reserveSignature, type SignatureDetails } from "../pdf/signatureDictionary.js";
import { type AlgorithmChoices, signatureAlgorithmFor } from "../x509/algorithmForKey.js";
import type { DigestName } from "../x509/digestAlgorithm.js";
import { subjectPublicKeyInfoOf } from "../x509/parseCertificate.js";
import type { SignatureAlgorithm } from "../x509/signatureAlgorithm.js";
import type { SignatureState } from "./signatureState.js";
import { writeSignedIncrement } from "./signedIncrement.js";
import { requireTimestampRoom } from "./timestampRoom.js";

/** The signer's key decides the algorithm, as far as `digest` and `padding` leave it open. */
export interface SignatureOptions extends SignatureDetails, SignaturePlace, AlgorithmChoices {
  /** As `AlgorithmChoices` has it: as strong as the signer's key when absent. */
  readonly digest?: DigestName;
  /**
   * Certificates DER: the signer's first, then its issuers, as far as they are known; the signer's alone will do, the
   * trust anchor may be left out.
   */
  readonly certificates: readonly Uint8Array[];
  /** Room for a time-stamp token, in bytes (timestampTokenSize() tells ours); 0 or absent: none, level B-B. */
  readonly timestampTokenBytes?: number;
  /** A mark, new form fields and values of form fields, in the signature's own revision. */
  readonly form?: FormChanges;
  /** What reading the document may cost. */
  readonly limits?: Partial<PdfLimits>;
  /** The password of an encrypted document, where it is not the empty one. */
  readonly access?: PdfAccess;
}

export interface PreparedSignature {
  /**
   * signedAttrs (RFC 5652 5.3), DER: the message that the signer's key signs. A device that is given digests signs
   * that of these bytes by `algorithm.digest`; Ed25519 has no such form.
   */
  readonly toBeSigned: Uint8Array;
  /** What the signature value has to be made by. */
  readonly algorithm: SignatureAlgorithm;
  /** Digest, by that of the algorithm, of the bytes that /ByteRange covers. */
  readonly documentDigest: Uint8Array;
  /** For completeSignature; encodeSignatureState() stores it. */
  readonly state: SignatureState;
}

/**
 * The first of three steps of a PAdES signature of level B-B or B-T (EN 319 142-1 clause 6): writes the increment
 * with its /Contents blank, and says what is to be signed. The second step is the signer's; the third is
 * completeSignature.
 * @param pdf the whole document; it is read, never copied
 * @param hash of the algorithm's digest, which has taken the whole document already; it is used up
 * @throws EngineError `pdf_empty`, `pdf_not_a_pdf`, `pdf_damaged`, `pdf_encrypted`, `pdf_password_wrong`, `pdf_unsupported`,
 *   `pdf_limit_exceeded`, `pdf_permission_denied`, `pdf_page_out_of_range`, `pdf_placement_invalid`,
 *   `pdf_field_not_found`, `pdf_field_already_signed`, as changeForm() does for `form`, `asn1_malformed` for the signer's certificate,
 *   `algorithm_unsupported`, `key_too_weak` for their key and what was chosen for it, `state_invalid` without a
 *   certificate; RangeError for `timestampTokenBytes`
 */
export function prepareSignature(pdf: Uint8Array, options: SignatureOptions, hash?: Hash): PreparedSignature {
  const { certificates, timestampTokenBytes = 0 } = options;
  const [signerCertificate] = certificates;
  if (signerCertificate === undefined) {
    throw new EngineError("state_invalid", "A signature needs its signer's certificate.");
  }
  requireTimestampRoom(timestampTokenBytes);
  const algorithm = signatureAlgorithmFor(subjectPublicKeyInfoOf(signerCertificate), options);
  const digest = algorithm.digest.name;
  const document = openPdf(pdf, options.limits, options.access);
  const contentsBytes = signedDataSize({ certificates, timestampTokenBytes, algorithm });
  const { dict, ...room } = reserveSignature(options, contentsBytes);
  const increment = new Increment(document);
  const ref = increment.allocate();
  increment.put(ref, dict);
  const form = options.form && applyFormChanges(increment, options.form);
  const fieldName = placeSignature(increment, { ...options, digest }, { ref, dict }, form?.rootNames);
  const written = writeSignedIncrement(increment, room, hash ?? createHash(digest).update(pdf));
  const { digest: documentDigest } = written;
  const toBeSigned = encodeSignedAttributes({
    messageDigest: documentDigest,
    certificate: signerCertificate,
    digest,
  });
  const state: SignatureState = {
    documentLength: pdf.length,
    algorithm: algorithm.name,
    documentDigest,
    increment: written.increment,
    contentsAt: written.contentsAt,
    contentsBytes,
    signedAttributes: toBeSigned,
    certificates,
    fieldName,
  };
  return { toBeSigned, algorithm, documentDigest, state };
}
