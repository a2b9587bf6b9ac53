import { createHash } from "node:crypto";
import { DerReader } from "../asn1/derReader.js";
import { oids } from "../asn1/oids.js";
import { attributeValues } from "../cms/attributes.js";
import { parseAnySignedData, type SignedData } from "../cms/parseSignedData.js";
import { isNamedCertificate } from "../cms/signingCertificate.js";
import { signerVerifies } from "../cms/verifySigner.js";
import { EngineError } from "../error.js";
import type { ValidationDataPool } from "../pades/validationDataPool.js";
import { type Certificate, parseCertificate } from "../x509/parseCertificate.js";
import {
  type ForeignAlgorithm,
  foreignAlgorithm,
  foreignDigest,
  foreignVerifies,
} from "./foreignAlgorithm.js";
import { found, type SignatureFinding } from "./signatureFinding.js";

/** What a CMS signature of a PDF comes to by itself. */
export interface CryptographicVerdict {
  readonly findings: readonly SignatureFinding[];
  /** Null where it cannot be read. */
  readonly signed: SignedData | null;
  /** Null where it is nowhere to be found. */
  readonly certificate: Certificate | null;
  readonly algorithm: ForeignAlgorithm | null;
  /** The bytes are those that were signed, with the key of this certificate. */
  readonly intact: boolean;
  /** Of the signing-time attribute; null without one. */
  readonly signingTime: Date | null;
}

/** What a signature covers. */
export interface Covered {
  /** @param algorithm as the provider calls it */
  digest(algorithm: string): Uint8Array;
  /** All of it, in one piece: a copy. */
  bytes(): Uint8Array;
}

/** How /SubFilter says that the CMS object is to be read (ISO 32000-2 Table 255, EN 319 142-1 6.3). */
const detached = new Set(["ETSI.CAdES.detached", "adbe.pkcs7.detached", ""]);

/**
 * Verifies a signature by itself: which certificate is its signer's (EN 319 102-1 5.2.3), that it is over these bytes,
 * and with that certificate's key (5.2.7). Algorithms that are no longer accepted are verified all the same, and said:
 * whether the bytes are intact is one thing, and whether that still proves anything another.
 * @param cms ContentInfo, DER or BER
 * @param subFilter of the signature dictionary
 */
export function verifyCryptographically(
  cms: Uint8Array,
  subFilter: string,
  covered: Covered,
  pool: ValidationDataPool,
): CryptographicVerdict {
  try {
    return verdictOn(parseAnySignedData(cms), subFilter, covered, pool);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const message = `Its CMS object cannot be read: ${error.message}`;
    return nothing([found("signature_malformed", message)]);
  }
}

function verdictOn(
  signed: SignedData,
  subFilter: string,
  covered: Covered,
  pool: ValidationDataPool,
): CryptographicVerdict {
  const findings: SignatureFinding[] = [];
  const certificate = signerOf(signed, pool);
  const algorithm = foreignAlgorithm(signed.signatureAlgorithmIdentifier, signed.digestAlgorithm);
  const signingTime = signingTimeOf(signed);
  findings.push(...identityOf(signed, certificate, subFilter));
  const overContent = isOverContent(signed, subFilter, covered);
  if (typeof overContent !== "boolean") findings.push(overContent);
  else if (!overContent)
    findings.push(found("digest_mismatch", "The document's bytes are not those that were signed."));
  const valueRight = certificate === null ? null : valueVerifies(signed, certificate, algorithm, covered);
  if (algorithm === null)
    findings.push(found("algorithm_unknown", "It was made with an algorithm that is not known here."));
  else if (valueRight === false && overContent !== false) {
    findings.push(
      found("value_wrong", "Its value was not made with the key of its certificate, or was changed."),
    );
  }
  const intact = overContent === true && valueRight === true;
  return { findings, signed, certificate, algorithm, intact, signingTime };
}

/** The signer's certificate: in the CMS object, or elsewhere in the document. */
function signerOf(signed: SignedData, pool: ValidationDataPool): Certificate | null {
  const { signerCertificate, signingCertificateHash } = signed;
  if (signerCertificate !== null) {
    return pool.entryOf(signerCertificate)?.value ?? parseCertificate(signerCertificate);
  }
  return (signingCertificateHash && pool.named(signingCertificateHash)) ?? null;
}

function identityOf(
  { signingCertificateHash, signedAttributes }: SignedData,
  certificate: Certificate | null,
  subFilter: string,
): SignatureFinding[] {
  if (certificate === null)
    return [found("certificate_missing", "The certificate of who signed is not in the document.")];
  if (signingCertificateHash !== null) {
    return isNamedCertificate(signingCertificateHash, certificate.der)
      ? []
      : [found("certificate_mismatch", "It names another certificate than the one that it brings.")];
  }
  if (signedAttributes.length === 0) {
    const message = "It has no signed attributes: nothing that is signed says by whom and how it was made.";
    return [found("attributes_missing", message)];
  }
  // EN 319 142-1 6.3 wants it; a signature of before PAdES has none.
  return subFilter === "ETSI.CAdES.detached"
    ? [found("certificate_not_named", "No signed attribute names the certificate of who signed.")]
    : [found("certificate_unnamed", "No signed attribute names the certificate; PAdES would want one.")];
}

/** Whether it is over the covered bytes, or why that cannot be told. */
function isOverContent(signed: SignedData, subFilter: string, covered: Covered): boolean | SignatureFinding {
  const { content, messageDigest, digestAlgorithm, signedAttributes } = signed;
  const algorithm = foreignDigest(digestAlgorithm);
  if (algorithm === null)
    return found(
      "algorithm_unknown",
      `It was made over a digest (${digestAlgorithm}) that is not known here.`,
    );
  if (subFilter === "adbe.pkcs7.sha1") {
    // ISO 32000-1 12.8.3.3.1: the content is the SHA-1 of what is covered.
    return content !== null && same(covered.digest("sha1"), content);
  }
  if (!detached.has(subFilter))
    return found(
      "format_unsupported",
      `Signatures of the kind ${JSON.stringify(subFilter.slice(0, 60))} are not known here.`,
    );
  if (content !== null)
    return found("signature_malformed", "Its CMS object holds what it signs, and is to be detached.");
  return signedAttributes.length === 0 || same(covered.digest(algorithm), messageDigest);
}

/**
 * Whether a signature value is this certificate's key's, over the signed attributes and these over the content that the
 * CMS object holds, or over the content itself where it has no attributes.
 * @param covered of a detached signature
 * @returns null where the algorithm is not known
 */
export function valueVerifies(
  signed: SignedData,
  certificate: Certificate,
  algorithm: ForeignAlgorithm | null,
  covered: Pick<Covered, "bytes">,
): boolean | null {
  const { content, messageDigest, signatureValue, signatureScheme } = signed;
  if (algorithm === null) return null;
  const signedAttributes = inDerOrder(signed.signedAttributes);
  // The usual ones go the way on which keys are remembered; it knows no others.
  if (signatureScheme !== null && signedAttributes.length > 0 && content === null) {
    const plain = { ...signed, signedAttributes, signingCertificateHash: null };
    if (signerVerifies(plain, certificate.der)) return true;
  }
  const { subjectPublicKeyInfo } = certificate;
  if (signedAttributes.length > 0) {
    const right = content === null || sameDigest(signed.digestAlgorithm, content, messageDigest);
    return right && foreignVerifies(algorithm, subjectPublicKeyInfo, signedAttributes, signatureValue);
  }
  return foreignVerifies(algorithm, subjectPublicKeyInfo, content ?? covered.bytes(), signatureValue);
}

/**
 * The members of the SET OF in the order of DER, which is what is signed, in whichever order they stand (RFC 5652 5.4,
 * X.690 11.6).
 */
function inDerOrder(attributes: Uint8Array): Uint8Array {
  if (attributes.length === 0) return attributes;
  const set = DerReader.of(attributes).readAny("signedAttrs");
  const members = DerReader.inside(set.encoded, set.tag, "signedAttrs").readAll("Attribute", MAX_ATTRIBUTES);
  const encoded = members.map((member) => member.encoded);
  const sorted = encoded.toSorted(Buffer.compare);
  if (sorted.every((member, index) => member === encoded[index])) return attributes;
  const head = attributes.subarray(0, set.contentStart);
  return Buffer.concat([head, ...sorted]);
}

const MAX_ATTRIBUTES = 64;

function sameDigest(algorithm: string, content: Uint8Array, messageDigest: Uint8Array): boolean {
  const name = foreignDigest(algorithm);
  return name !== null && same(createHash(name).update(content).digest(), messageDigest);
}

/** The signing-time attribute (RFC 5652 11.3); null where it is not there, or cannot be read. */
function signingTimeOf({ signedAttributes }: SignedData): Date | null {
  if (signedAttributes.length === 0) return null;
  try {
    const [value] = attributeValues(signedAttributes, oids.signingTime);
    return value === undefined ? null : DerReader.of(value).readAny("signingTime").date;
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

function nothing(findings: readonly SignatureFinding[]): CryptographicVerdict {
  return { findings, signed: null, certificate: null, algorithm: null, intact: false, signingTime: null };
}

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
