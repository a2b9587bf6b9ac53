import type { DerElement } from "../asn1/derElement.js";
import { tag } from "../asn1/derTag.js";
import { refuse } from "./lintRule.js";
import type { Certificate } from "./parseCertificate.js";
import type { CertificateProfile } from "./profile.js";
import type { TbsCertificate } from "./tbsCertificate.js";

/** The validity of a prepared certificate (RFC 5280 4.1.2.5). @throws EngineError `certificate_lint_failed` */
export function lintValidity(
  tbs: TbsCertificate,
  profile: CertificateProfile,
  issuer: Certificate | null,
): void {
  const notBefore = timeOf(tbs.notBefore);
  const notAfter = timeOf(tbs.notAfter);
  if (notAfter <= notBefore) refuse("validity_order", "RFC 5280 4.1.2.5", "it ends before it begins");
  // notAfter belongs to the validity, hence one second more than the difference.
  const seconds = (notAfter.getTime() - notBefore.getTime()) / 1000 + 1;
  if (seconds > profile.maximumValiditySeconds) {
    const limit = profile.maximumValiditySeconds;
    refuse(
      "validity_long",
      `profile ${profile.name}`,
      `it is valid for ${seconds} seconds, more than ${limit}`,
    );
  }
  if (issuer !== null && notAfter > issuer.notAfter) {
    refuse("validity_beyond_issuer", "ETSI EN 319 411-1 6.3.3", "it outlives its authority's certificate");
  }
}

function timeOf(element: DerElement): Date {
  const date = element.date;
  const wanted = date.getUTCFullYear() < 2050 ? tag.utcTime : tag.generalizedTime;
  if (element.tag !== wanted || date.getUTCFullYear() < 1950 || date.getUTCMilliseconds() !== 0) {
    refuse(
      "validity_form",
      "RFC 5280 4.1.2.5",
      "a time is not UTCTime through 2049 and GeneralizedTime without fraction from 2050",
    );
  }
  return date;
}
