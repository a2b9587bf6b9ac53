import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { time } from "../asn1/derTime.js";
import { element, explicit, integer, sequence } from "../asn1/derWriter.js";
import { signatureAlgorithmFor } from "./algorithmForKey.js";
import { digestOf } from "./digestAlgorithm.js";
import { authorityKeyIdentifier, profileExtensions, subjectKeyIdentifier } from "./extensions.js";
import type { Certificate } from "./parseCertificate.js";
import type { CertificateProfile } from "./profile.js";
import type { SignatureAlgorithm } from "./signatureAlgorithm.js";

/** What differs from one certificate of a profile to the next. */
export interface CertificateRequest {
  /** Name DER, of `naturalPersonName` or `authorityName`. */
  readonly subject: Uint8Array;
  /** SubjectPublicKeyInfo DER. */
  readonly subjectPublicKeyInfo: Uint8Array;
  /** 9 to 19 random bytes: 16 do well. They are a magnitude, big-endian. */
  readonly serialNumber: Uint8Array;
  /** Fractions of a second are dropped. Backdating, for clocks that are behind, is up to the caller. */
  readonly notBefore: Date;
  /** Inclusive: ten minutes end 599 seconds after notBefore. */
  readonly notAfter: Date;
  /** The issuing authority; null for a certificate that is its own. */
  readonly issuer: Certificate | null;
}

/** A certificate that nobody has looked at yet: it can only go to lint. */
export interface PreparedCertificate {
  /** TBSCertificate DER (RFC 5280 4.1.1.1). */
  readonly tbs: Uint8Array;
  readonly profile: CertificateProfile;
  readonly issuer: Certificate | null;
  /** The algorithm that it will be signed with. */
  readonly algorithm: SignatureAlgorithm;
}

const V3 = explicit(0, integer(2));
const NO_KEY_IDENTIFIER = new Uint8Array(0);

/**
 * Writes the TBSCertificate of a request under a profile (RFC 5280 4.1). It does not judge: lint does.
 * @param algorithm that of the authority's key, with its usual digest, when absent
 * @throws EngineError `asn1_malformed` when a value has no DER form, e.g. a time outside the calendar;
 *   `algorithm_unsupported` and `key_too_weak` for the authority's key
 */
export function prepareCertificate(
  profile: CertificateProfile,
  request: CertificateRequest,
  algorithm: SignatureAlgorithm = signatureAlgorithmFor((request.issuer ?? request).subjectPublicKeyInfo),
): PreparedCertificate {
  const { subject, subjectPublicKeyInfo, issuer } = request;
  const ownIdentifier = keyIdentifier(subjectPublicKeyInfo);
  const issuerIdentifier =
    issuer === null ? ownIdentifier : (issuer.subjectKeyIdentifier ?? NO_KEY_IDENTIFIER);
  const tbs = sequence(
    V3,
    integer(request.serialNumber),
    algorithm.identifier,
    issuer === null ? subject : issuer.subject,
    sequence(time(request.notBefore), time(request.notAfter)),
    subject,
    subjectPublicKeyInfo,
    element(
      contextConstructed(3),
      sequence(
        authorityKeyIdentifier(issuerIdentifier),
        subjectKeyIdentifier(ownIdentifier),
        ...profileExtensions(profile),
      ),
    ),
  );
  return { tbs, profile, issuer, algorithm };
}

/**
 * Identifier of a public key: the leftmost 160 bits of SHA-256 over the BIT STRING's octets (RFC 7093 2, method 1,
 * which RFC 5280 4.2.1.2 leaves room for), so that nothing here needs SHA-1.
 * @param subjectPublicKeyInfo DER
 * @throws EngineError `asn1_malformed`
 */
export function keyIdentifier(subjectPublicKeyInfo: Uint8Array): Uint8Array {
  const reader = DerReader.inside(subjectPublicKeyInfo, tag.sequence, "SubjectPublicKeyInfo");
  reader.read(tag.sequence, "algorithm");
  return digestOf("sha256", reader.read(tag.bitString, "subjectPublicKey").bitStringOctets).subarray(0, 20);
}
