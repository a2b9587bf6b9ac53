import { oids } from "../asn1/oids.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { allowsKeyUsage, extensionsOf, purposesOf } from "../x509/readExtensions.js";
import { sameName } from "../x509/sameName.js";
import { isCertificateSignedBy } from "../x509/signedBy.js";

const remembered = new WeakMap<Certificate, WeakMap<Certificate, { readonly defect: string | null }>>();

/**
 * Why this responder may not answer for this issuer; null when it may (RFC 6960 4.2.2.2): it is the issuer itself, or
 * the issuer itself, and no authority below it, issued it a certificate for signing OCSP responses. Remembered for
 * each pair of certificate objects. Dates are not looked at.
 * @throws EngineError `asn1_malformed` when the responder's certificate is unreadable
 */
export function delegationDefect(responder: Certificate, issuer: Certificate): string | null {
  const known = remembered.get(responder)?.get(issuer);
  if (known) return known.defect;
  const defect = findDefect(responder, issuer);
  const ofResponder = remembered.get(responder) ?? new WeakMap();
  remembered.set(responder, ofResponder.set(issuer, { defect }));
  return defect;
}

function findDefect(responder: Certificate, issuer: Certificate): string | null {
  if (Buffer.compare(responder.der, issuer.der) === 0) return null;
  if (!sameName(responder.issuer, issuer.subject)) return "was not issued by the certificate's issuer";
  const extensions = extensionsOf(responder);
  if (!purposesOf(extensions).includes(oids.ocspSigning)) return "is not for signing OCSP responses";
  if (!allowsKeyUsage(extensions, "digitalSignature")) return "is not for digital signatures";
  return isCertificateSignedBy(responder, issuer) ? null : "was not signed by the certificate's issuer";
}
