import type { EngineError } from "../error.js";
import type { Certificate } from "./parseCertificate.js";
import type { CertificateList } from "./parseCertificateList.js";
import { allowsKeyUsage, extensionsOf } from "./readExtensions.js";
import { revocationInvalid } from "./revocationInvalid.js";
import { sameName } from "./sameName.js";
import { isSignedWith } from "./signedBy.js";

/** How far two clocks may be apart, in seconds: what openssl allows an OCSP responder. */
export const CLOCK_TOLERANCE_SECONDS = 300;

/**
 * Verifies a revocation list against the certificate of the one who signed it (RFC 5280 6.3.3 f, g and what leads
 * there): its name, its right to sign lists, the signature, and that the list is in force at a time. It does not judge
 * the signer's own certificate, nor its path.
 * @param issuer certificate of the list's signer: the certificates' issuer, or of an indirect list the one that they name
 * @param at when it is to be in force: from thisUpdate, less the tolerance, through nextUpdate; without that, at
 *   thisUpdate
 * @param toleranceSeconds how far the clocks may be apart; 300 unless given
 * @throws EngineError `revocation_invalid` with the reason; `asn1_malformed` when the issuer's certificate is unreadable
 */
export function verifyCertificateList(
  list: CertificateList,
  issuer: Certificate,
  at: Date,
  toleranceSeconds = CLOCK_TOLERANCE_SECONDS,
): void {
  if (!sameName(list.issuer, issuer.subject)) throw invalid("names another issuer", "RFC 5280 6.3.3 b");
  const identifier = list.authorityKeyIdentifier;
  const own = issuer.subjectKeyIdentifier;
  if (identifier !== null && own !== null && Buffer.compare(identifier, own) !== 0) {
    throw invalid("was signed with another key of its issuer", "RFC 5280 5.2.1");
  }
  if (!allowsKeyUsage(extensionsOf(issuer), "cRLSign")) {
    throw invalid("was signed with a key that is not for signing lists", "RFC 5280 6.3.3 f");
  }
  if (Buffer.compare(list.algorithm, list.signed.signatureAlgorithm) !== 0) {
    throw invalid("names two different signature algorithms", "RFC 5280 5.1.1.2");
  }
  if (list.unknownCritical !== null) {
    throw invalid(
      `has a critical extension ${list.unknownCritical} that is not understood`,
      "RFC 5280 5.2, 5.3",
    );
  }
  if (list.isDelta) throw invalid("has only the changes since another list", "RFC 5280 5.2.4");
  requireInForce(list, at, toleranceSeconds * 1000);
  if (!isSignedWith(list.signed, issuer.subjectPublicKeyInfo)) {
    throw invalid(
      "has a signature that is not its issuer's, or of an algorithm that is not accepted",
      "RFC 5280 6.3.3 g",
    );
  }
}

function requireInForce({ thisUpdate, nextUpdate }: CertificateList, at: Date, tolerance: number): void {
  if (thisUpdate.getTime() > at.getTime() + tolerance) {
    throw invalid(`begins later, at ${thisUpdate.toISOString()}`, "RFC 5280 5.1.2.4");
  }
  // One without nextUpdate, which RFC 5280 does not allow, speaks of the moment at which it was made.
  const lastMoment = nextUpdate ?? thisUpdate;
  if (lastMoment.getTime() < at.getTime() - tolerance) {
    throw invalid(`was to be replaced by ${lastMoment.toISOString()}`, "RFC 5280 5.1.2.5");
  }
}

const invalid = (what: string, clause: string): EngineError =>
  revocationInvalid(`The revocation list ${what}`, clause);
