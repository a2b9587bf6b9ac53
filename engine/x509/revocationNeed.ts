import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { readDistributionPoints, uniformResourceIdentifierOf } from "./distributionPoint.js";
import type { Certificate } from "./parseCertificate.js";
import { type Extensions, extensionsOf, isAuthority, purposesOf } from "./readExtensions.js";
import { sameName } from "./sameName.js";
import { isCertificateSignedBy } from "./signedBy.js";

/** More places than anybody names; what follows them is left out. */
const MAX_URLS = 16;
const MAX_URL_LENGTH = 2048;
const MAX_DESCRIPTIONS = 64;

/** Why no revocation data exist for a certificate, or none are wanted. */
export type WhyNoRevocation =
  /** RFC 9608: nobody will ever publish any; never an authority's. */
  | "noRevocationAvailable"
  /** EN 319 412-1 5.2.2: it ends before a revocation could be processed. */
  | "validityAssuredShortTerm"
  /** RFC 6960 4.2.2.2.1: an OCSP responder's, trusted for its lifetime. */
  | "ocspNoCheck"
  /** Its own issuer: it is trusted or not, and cannot be revoked by what it signs (RFC 5280 6.1). */
  | "selfSigned";

/** Which revocation data a certificate needs, and where its issuer says that they are. */
export type RevocationNeed =
  | { readonly needed: false; readonly because: WhyNoRevocation; readonly caIssuers: readonly string[] }
  | {
      readonly needed: true;
      /** URLs of revocation lists (RFC 5280 4.2.1.13). */
      readonly crlDistributionPoints: readonly string[];
      /** URLs of OCSP responders (RFC 6960 3.1). */
      readonly ocsp: readonly string[];
      /** URLs of the issuer's certificate (RFC 5280 4.2.2.1). */
      readonly caIssuers: readonly string[];
    };

/**
 * Which revocation data a certificate needs, read from it alone.
 *
 * The URLs are a stranger's words: http and https only, at most 16 of a kind and 2,048 characters each. Whoever
 * fetches them bounds time and size, and keeps them out of the own network.
 * @throws EngineError `asn1_malformed` when its extensions cannot be read
 */
export function revocationNeedOf(certificate: Certificate): RevocationNeed {
  const extensions = extensionsOf(certificate);
  const caIssuers = accessLocations(extensions, oids.caIssuers);
  const because = whyNone(certificate, extensions);
  if (because !== null) return { needed: false, because, caIssuers };
  const points = extensions.get(oids.crlDistributionPoints)?.value;
  const names =
    points === undefined
      ? []
      : readDistributionPoints(points, certificate.issuer).flatMap((point) => point.names);
  return {
    needed: true,
    crlDistributionPoints: urlsOf(names),
    ocsp: accessLocations(extensions, oids.ocsp),
    caIssuers,
  };
}

/** An extension counts only where it may stand: anywhere else it would hide a revocation. */
function whyNone(certificate: Certificate, extensions: Extensions): WhyNoRevocation | null {
  if (isSelfSigned(certificate)) return "selfSigned";
  if (!isAuthority(extensions)) {
    if (extensions.has(oids.noRevocationAvailable) && !saysWhere(extensions)) return "noRevocationAvailable";
    if (extensions.has(oids.validityAssuredShortTerm)) return "validityAssuredShortTerm";
  }
  const isResponder = purposesOf(extensions).includes(oids.ocspSigning);
  return isResponder && extensions.has(oids.ocspNoCheck) ? "ocspNoCheck" : null;
}

/** RFC 9608 3: who says where revocation data are does not say that there are none; the certificate contradicts itself. */
function saysWhere(extensions: Extensions): boolean {
  return extensions.has(oids.crlDistributionPoints) || accessLocations(extensions, oids.ocsp).length > 0;
}

/** Whether it is its own issuer, by name and by signature: a self-issued one for a new key is not (RFC 5280 3.2). */
const isSelfSigned = (certificate: Certificate): boolean =>
  sameName(certificate.issuer, certificate.subject) && isCertificateSignedBy(certificate, certificate);

/** URLs of authorityInformationAccess (RFC 5280 4.2.2.1) with this access method. */
function accessLocations(extensions: Extensions, method: string): string[] {
  const value = extensions.get(oids.authorityInformationAccess)?.value;
  if (value === undefined) return [];
  const locations = DerReader.inside(value, tag.sequence, "AuthorityInfoAccessSyntax")
    .readAll("AccessDescription", MAX_DESCRIPTIONS)
    .map((description) => {
      const reader = DerReader.inside(description.encoded, tag.sequence, "AccessDescription");
      const accessMethod = reader.read(tag.objectIdentifier, "accessMethod").oid;
      const location = reader.readAny("accessLocation").encoded;
      reader.close("AccessDescription");
      return { accessMethod, location };
    });
  return urlsOf(
    locations.filter(({ accessMethod }) => accessMethod === method).map(({ location }) => location),
  );
}

function urlsOf(generalNames: readonly Uint8Array[]): string[] {
  const urls = generalNames
    .map(uniformResourceIdentifierOf)
    .filter((url) => url !== null)
    .filter((url) => url.length <= MAX_URL_LENGTH && /^https?:\/\/./i.test(url) && URL.canParse(url));
  return [...new Set(urls)].slice(0, MAX_URLS);
}
