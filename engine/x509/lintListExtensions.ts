import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import type { CertificateListProfile } from "./crlProfile.js";
import { uniformResourceIdentifierOf } from "./distributionPoint.js";
import { refuseRevocation } from "./lintRevocationRule.js";
import type { Certificate } from "./parseCertificate.js";
import type { TbsCertificateList } from "./parseCertificateList.js";
import { readExtensions } from "./tbsCertificate.js";

/**
 * The extensions of a prepared list: those of its profile and no other, with the right criticality and value
 * (RFC 5280 5.2). @throws EngineError `revocation_lint_failed`, `asn1_malformed`
 */
export function lintListExtensions(
  bytes: Uint8Array,
  list: TbsCertificateList,
  profile: CertificateListProfile,
  issuer: Certificate,
): void {
  lintPresence(bytes, profile);
  const identifier = issuer.subjectKeyIdentifier;
  const own = list.authorityKeyIdentifier;
  if (identifier === null || own === null || Buffer.compare(own, identifier) !== 0) {
    const found = "its authorityKeyIdentifier is not its authority's subjectKeyIdentifier";
    refuseRevocation("authority_key_identifier", "RFC 5280 5.2.1", found);
  }
  const { number } = list;
  if (number === null || number[0]! >= 0x80 || number.length > 20) {
    refuseRevocation("crl_number", "RFC 5280 5.2.3", "its cRLNumber is negative or exceeds 20 octets");
  }
  lintDistributionPoint(list, profile);
  const since = list.expiredCertificatesSince?.getTime();
  const wanted = profile.expiredCertificatesSince;
  if (since !== (wanted === null ? undefined : Math.floor(wanted.getTime() / 1000) * 1000)) {
    const found = "its expiredCertsOnCRL is not its profile's";
    refuseRevocation("expired_certificates", "X.509 9.5.2.8, EN 319 411-2 6.3.10", found);
  }
}

/** Which extensions there are, in which criticality. */
function lintPresence(bytes: Uint8Array, profile: CertificateListProfile): void {
  const fields = DerReader.inside(bytes, tag.sequence, "TBSCertList").readAll("field", 8);
  const last = fields.at(-1);
  const wrapper = last?.tag === contextConstructed(0) ? last : null;
  const found = readExtensions(
    wrapper === null ? null : DerReader.of(wrapper.encoded).enter(contextConstructed(0), "crlExtensions"),
  ).map(({ oid, critical }) => (critical ? `critical ${oid}` : oid));
  const wanted: string[] = [oids.authorityKeyIdentifier, oids.cRLNumber];
  if (profile.distributionPoint !== null) wanted.push(`critical ${oids.issuingDistributionPoint}`);
  if (profile.expiredCertificatesSince !== null) wanted.push(oids.expiredCertsOnCRL);
  if (found.toSorted().join() !== wanted.toSorted().join()) {
    const what = `its extensions are ${found.join(", ") || "none"}, and not ${wanted.join(", ")}`;
    refuseRevocation("extensions", "RFC 5280 5.2", what);
  }
}

function lintDistributionPoint(list: TbsCertificateList, profile: CertificateListProfile): void {
  const point = list.issuingDistributionPoint;
  if (profile.covers !== "all" && profile.distributionPoint === null) {
    const found = "its profile covers a part of the certificates and says nowhere which";
    refuseRevocation("distribution_point", "RFC 5280 5.2.5", found);
  }
  if (point === null) return;
  const [name = new Uint8Array(0), ...more] = point.names;
  const sound =
    more.length === 0 &&
    uniformResourceIdentifierOf(name) === profile.distributionPoint &&
    /^https?:\/\/\S+$/.test(profile.distributionPoint ?? "") &&
    point.onlyUserCertificates === (profile.covers === "endEntities") &&
    point.onlyAuthorities === (profile.covers === "authorities") &&
    !point.onlyAttributeCertificates &&
    !point.indirect &&
    point.reasons === null;
  if (!sound) {
    const found = "its issuingDistributionPoint is not its profile's";
    refuseRevocation("distribution_point", "RFC 5280 5.2.5", found);
  }
}
