import { tag } from "../asn1/derTag.js";
import { generalizedTime, time } from "../asn1/derTime.js";
import { boolean, element, explicit, ia5String, implicit, integer, sequence } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import { signatureAlgorithmFor } from "./algorithmForKey.js";
import { encodeRevokedCertificates, type RevokedCertificate } from "./crlEntries.js";
import type { CertificateListProfile } from "./crlProfile.js";
import { authorityKeyIdentifier, extension } from "./extensions.js";
import type { Certificate } from "./parseCertificate.js";
import type { SignatureAlgorithm } from "./signatureAlgorithm.js";

/** What differs from one revocation list of a profile to the next. */
export interface CertificateListRequest {
  /** The authority whose certificates were revoked, and which signs. */
  readonly issuer: Certificate;
  /** cRLNumber, higher than in every list before (RFC 5280 5.2.3). */
  readonly number: number | bigint;
  /** Fractions of a second are dropped. */
  readonly thisUpdate: Date;
  /** When the next list comes at the latest; `NO_FURTHER_UPDATE` for the last one. */
  readonly nextUpdate: Date;
  /** Every certificate that was revoked, in any order; asked for one by one. */
  readonly revoked: Iterable<RevokedCertificate>;
}

/** A revocation list that nobody has looked at yet: it can only go to lint. */
export interface PreparedCertificateList {
  /** TBSCertList DER (RFC 5280 5.1.1.1). */
  readonly tbs: Uint8Array;
  readonly profile: CertificateListProfile;
  readonly issuer: Certificate;
  /** The algorithm that it will be signed with. */
  readonly algorithm: SignatureAlgorithm;
}

const V2 = integer(1);
const NO_KEY_IDENTIFIER = new Uint8Array(0);

/**
 * Writes the TBSCertList of a request under a profile (RFC 5280 5.1). It does not judge: lint does.
 * @param algorithm that of the authority's key, with its usual digest, when absent
 * @throws EngineError `asn1_malformed` when a value has no DER form, e.g. a time outside the calendar;
 *   `algorithm_unsupported` and `key_too_weak` for the authority's key
 */
export function prepareCertificateList(
  profile: CertificateListProfile,
  request: CertificateListRequest,
  algorithm: SignatureAlgorithm = signatureAlgorithmFor(request.issuer.subjectPublicKeyInfo),
): PreparedCertificateList {
  const { issuer } = request;
  const entries = encodeRevokedCertificates(request.revoked);
  const tbs = sequence(
    V2,
    algorithm.identifier,
    issuer.subject,
    time(request.thisUpdate),
    time(request.nextUpdate),
    // An empty one is to be absent (RFC 5280 5.1.2.6).
    ...(entries.length === 0 ? [] : [element(tag.sequence, entries)]),
    explicit(
      0,
      sequence(
        authorityKeyIdentifier(issuer.subjectKeyIdentifier ?? NO_KEY_IDENTIFIER),
        extension(oids.cRLNumber, false, integer(request.number)),
        ...profileExtensions(profile),
      ),
    ),
  );
  return { tbs, profile, issuer, algorithm };
}

function profileExtensions(profile: CertificateListProfile): Uint8Array[] {
  const encoded: Uint8Array[] = [];
  if (profile.distributionPoint !== null) {
    encoded.push(extension(oids.issuingDistributionPoint, true, issuingDistributionPoint(profile)));
  }
  if (profile.expiredCertificatesSince !== null) {
    const since = generalizedTime(profile.expiredCertificatesSince);
    encoded.push(extension(oids.expiredCertsOnCRL, false, since));
  }
  return encoded;
}

/** IssuingDistributionPoint (RFC 5280 5.2.5); flags that are FALSE, their default, are not written. */
function issuingDistributionPoint({ distributionPoint, covers }: CertificateListProfile): Uint8Array {
  const name = explicit(0, explicit(0, implicit(6, ia5String(distributionPoint ?? ""))));
  if (covers === "all") return sequence(name);
  return sequence(name, implicit(covers === "endEntities" ? 1 : 2, boolean(true)));
}
