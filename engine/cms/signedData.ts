import { oid } from "../asn1/derObjectIdentifier.js";
import { explicit, implicit, integer, octetString, sequence, setOf } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import { EngineError } from "../error.js";
import { issuerAndSerialNumber } from "../x509/parseCertificate.js";
import { ecdsaP256Sha256, type SignatureScheme } from "../x509/signatureAlgorithm.js";
import { encodeRevocationInfo, type RevocationInfo } from "./revocationInfo.js";
import { attribute } from "./signedAttributes.js";

export interface SignedDataInput {
  /** What was signed: the bytes `encodeSignedAttributes` returned. */
  readonly signedAttributes: Uint8Array;
  /** Signature over them, as its algorithm encodes it. */
  readonly signatureValue: Uint8Array;
  /** Certificates DER: the signer's first, then those that lead to a trust anchor. */
  readonly certificates: readonly Uint8Array[];
  /** TimeStampToken DER (RFC 3161) over the signature value, for level B-T. */
  readonly timestampToken?: Uint8Array;
  /** Certificates DER that validation needs beside `certificates`, for level B-LT. */
  readonly furtherCertificates?: readonly Uint8Array[];
  /** Revocation lists and OCSP responses, for level B-LT. */
  readonly revocation?: RevocationInfo;
  /** Content to carry inside; absent for a detached signature over id-data. */
  readonly encapsulated?: EncapsulatedContent;
  /** False leaves them out, as a time-stamp asked for without certReq wants; the signer's is still pointed at. */
  readonly includeCertificates?: boolean;
  /** ECDSA with SHA-256 when absent. */
  readonly algorithm?: SignatureScheme;
}

export interface EncapsulatedContent {
  /** Dotted object identifier. */
  readonly contentType: string;
  readonly content: Uint8Array;
}

/**
 * A CMS signature of one signer (RFC 5652 5; EN 319 142-1 6.3), in DER as ISO 32000-2 12.8.3.3.1 wants it.
 * @returns ContentInfo DER: what goes into /Contents
 * @throws EngineError `state_invalid` without a certificate, `asn1_malformed` when the signer's cannot be read
 */
export function encodeSignedData(input: SignedDataInput): Uint8Array {
  const { certificates, encapsulated, algorithm = ecdsaP256Sha256 } = input;
  const [signerCertificate] = certificates;
  if (!signerCertificate)
    throw new EngineError("state_invalid", "A signature needs its signer's certificate.");
  const revocationChoices = input.revocation ? encodeRevocationInfo(input.revocation) : [];
  const signedData = sequence(
    integer(version(input)),
    setOf([algorithm.digest.identifier]),
    encapsulated
      ? sequence(oid(encapsulated.contentType), explicit(0, octetString(encapsulated.content)))
      : sequence(oid(oids.data)),
    ...(input.includeCertificates === false
      ? []
      : [implicit(0, setOf([...certificates, ...(input.furtherCertificates ?? [])]))]),
    ...(revocationChoices.length > 0 ? [implicit(1, setOf(revocationChoices))] : []),
    setOf([signerInfo(input, signerCertificate, algorithm)]),
  );
  return sequence(oid(oids.signedData), explicit(0, signedData));
}

/** RFC 5652 5.1: 5 with revocation information other than lists, 3 for content other than id-data. */
function version({ encapsulated, revocation }: SignedDataInput): number {
  if (revocation && revocation.ocspResponses.length > 0) return 5;
  return encapsulated && encapsulated.contentType !== oids.data ? 3 : 1;
}

/** SignerInfo (RFC 5652 5.3), version 1 because the signer is named by issuer and serial number. */
function signerInfo(
  input: SignedDataInput,
  signerCertificate: Uint8Array,
  algorithm: SignatureScheme,
): Uint8Array {
  const { timestampToken } = input;
  return sequence(
    integer(1),
    issuerAndSerialNumber(signerCertificate),
    algorithm.digest.identifier,
    implicit(0, input.signedAttributes),
    algorithm.identifier,
    octetString(input.signatureValue),
    ...(timestampToken
      ? [implicit(1, setOf([attribute(oids.signatureTimeStampToken, timestampToken)]))]
      : []),
  );
}
