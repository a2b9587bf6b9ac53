import { oid } from "../asn1/derObjectIdentifier.js";
import { time } from "../asn1/derTime.js";
import { octetString, sequence, setOf, utf8String } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import { type DigestName, digestAlgorithms, digestOf } from "../x509/digestAlgorithm.js";

/** What a signature commits to. */
export interface SignedAttributesInput {
  /** Digest of the content, by the digest of the signature's algorithm: for a PDF, of what /ByteRange covers. */
  readonly messageDigest: Uint8Array;
  /** Certificate DER of the signer. */
  readonly certificate: Uint8Array;
  /** Dotted object identifier of the content's type; id-data when absent. */
  readonly contentType?: string;
  /** The digest of the signature's algorithm, by which the certificate is pointed at, too; SHA-256 when absent. */
  readonly digest?: DigestName;
  /** When the signer says that they sign; absent in PAdES, which has it in the signature dictionary's /M. */
  readonly signingTime?: Date;
  /** Media type of a detached content, such as `text/plain`; absent: it is not said. */
  readonly mimeType?: string;
}

/**
 * The signedAttrs of a PAdES or CAdES baseline signature (EN 319 142-1 6.3, EN 319 122-1 5.1, 5.2 and 6.3): content-type,
 * message-digest, signing-certificate-v2 and, where they are given, signing-time and mime-type.
 * @returns the DER SET OF Attribute: this is the message to sign (RFC 5652 5.4)
 */
export function encodeSignedAttributes(input: SignedAttributesInput): Uint8Array {
  return setOf([
    attribute(oids.contentType, oid(input.contentType ?? oids.data)),
    attribute(oids.messageDigest, octetString(input.messageDigest)),
    attribute(oids.signingCertificateV2, signingCertificateV2(input.certificate, input.digest ?? "sha256")),
    // RFC 5652 11.3: UTCTime through 2049, as in certificates.
    ...(input.signingTime ? [attribute(oids.signingTime, time(input.signingTime))] : []),
    ...(input.mimeType ? [attribute(oids.mimeType, utf8String(input.mimeType))] : []),
  ]);
}

/** Attribute with one value (RFC 5652 5.3). */
export const attribute = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), setOf([value]));

/**
 * SigningCertificateV2 (RFC 5035 5.4.1) with the signer's certificate alone.
 *
 * hashAlgorithm is left out for SHA-256, its DEFAULT. issuerSerial is left out as EN 319 122-1 6.3 g says it should
 * be: certHash covers issuer and serial number already, so it could only contradict. EU DSS and `openssl cms -cades`
 * take both forms.
 */
function signingCertificateV2(certificate: Uint8Array, digest: DigestName): Uint8Array {
  const hash = octetString(digestOf(digest, certificate));
  const hashAlgorithm = digest === "sha256" ? [] : [digestAlgorithms[digest].identifier];
  return sequence(sequence(sequence(...hashAlgorithm, hash)));
}
