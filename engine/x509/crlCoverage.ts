import { oids } from "../asn1/oids.js";
import {
  asDirectoryName,
  type DistributionPoint,
  haveNameInCommon,
  readDistributionPoints,
} from "./distributionPoint.js";
import type { Certificate } from "./parseCertificate.js";
import type { CertificateList } from "./parseCertificateList.js";
import { extensionsOf, isAuthority } from "./readExtensions.js";
import { sameName } from "./sameName.js";

/** Bits 1 to 8 of ReasonFlags (RFC 5280 4.2.1.13): every reason there is. */
export const ALL_REASONS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8];

/**
 * For which reasons of revocation a list speaks of a certificate (RFC 5280 6.3.3 b to d): the list's issuer and scope
 * against the certificate's issuer, kind and distribution points.
 * @returns bits of ReasonFlags; empty when the list says nothing of it, so that not being listed means nothing
 * @throws EngineError `asn1_malformed` when the certificate's extensions are unreadable
 */
export function coverageOf(list: CertificateList, certificate: Certificate): readonly number[] {
  const { authority, points } = placeOf(certificate);
  const scope = list.issuingDistributionPoint;
  if (scope !== null) {
    if (scope.onlyAttributeCertificates) return [];
    if (authority ? scope.onlyUserCertificates : scope.onlyAuthorities) return [];
  }
  const covered = points
    .filter((point) => isListOf(point, list, certificate))
    .flatMap((point) => point.reasons ?? ALL_REASONS);
  const ofList = scope?.reasons ?? ALL_REASONS;
  return ALL_REASONS.filter((reason) => covered.includes(reason) && ofList.includes(reason));
}

/** What a certificate says of the lists that it may be on. */
interface Place {
  readonly authority: boolean;
  readonly points: readonly DistributionPoint[];
}

const places = new WeakMap<Certificate, Place>();

/** Remembered for each certificate object: it is held against one list after the other. */
function placeOf(certificate: Certificate): Place {
  const known = places.get(certificate);
  if (known !== undefined) return known;
  const extensions = extensionsOf(certificate);
  const value = extensions.get(oids.crlDistributionPoints)?.value;
  const named = value === undefined ? [] : readDistributionPoints(value, certificate.issuer);
  // The issuer's own list is always one that counts (RFC 5280 6.3.3, last paragraph).
  const own = { names: [asDirectoryName(certificate.issuer)], reasons: null, crlIssuer: [] };
  const place = { authority: isAuthority(extensions), points: [...named, own] };
  places.set(certificate, place);
  return place;
}

function isListOf(point: DistributionPoint, list: CertificateList, certificate: Certificate): boolean {
  const scope = list.issuingDistributionPoint;
  const listIssuer = asDirectoryName(list.issuer);
  if (point.crlIssuer.length > 0) {
    if (!haveNameInCommon(point.crlIssuer, [listIssuer])) return false;
    if (!(scope?.indirect ?? false) && !sameName(list.issuer, certificate.issuer)) return false;
  } else if (!sameName(list.issuer, certificate.issuer)) {
    return false;
  }
  if (scope === null || scope.names.length === 0) return true;
  return haveNameInCommon(scope.names, point.names.length > 0 ? point.names : point.crlIssuer);
}
