import { EngineError } from "../error.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { publicKeyDefect } from "../x509/publicKeyDefect.js";
import type { CertificateVerdict } from "./certificateJudge.js";
import { nameOfCertificate } from "./certificateName.js";
import { found, type SignatureFinding } from "./signatureFinding.js";

/** When a certificate is judged. */
export interface JudgedAt {
  readonly at: Date;
  /** Whether a trusted time-stamp proves that the signature existed then; else it is the time of the validation. */
  readonly isProven: boolean;
}

/**
 * What the path of a certificate comes to (EN 319 102-1 5.2.6, and 5.5 where a time is proven).
 * @param testRoots SHA-256 of roots that nobody is to rely on, hexadecimal
 */
export function certificateFindings(
  verdict: CertificateVerdict,
  { at, isProven }: JudgedAt,
  testRoots: ReadonlySet<string>,
): SignatureFinding[] {
  const { chain, root, trusted, findings } = verdict;
  if (root === null) {
    return findings.map(({ message }) => found("path_incomplete", message));
  }
  const results: SignatureFinding[] = [];
  const name = nameOfCertificate(root);
  if (!trusted) {
    const message = `Its path ends in ${name}, which is not among the trust anchors.`;
    results.push(found("root_untrusted", message));
  } else if (testRoots.has(Buffer.from(root.sha256).toString("hex"))) {
    const message = `Its path ends in ${name}, the authority of the test mode, whose signatures bind nobody.`;
    results.push(found("root_of_test", message));
  }
  results.push(...pathDefectsOf(verdict));
  const used = chain.slice(0, -1);
  results.push(...used.flatMap((certificate, index) => revocationOf(certificate, index, verdict)));
  results.push(
    ...used.flatMap((certificate, index) => datesOf(certificate, index, verdict, { at, isProven })),
  );
  return results;
}

function revocationOf(
  certificate: Certificate,
  index: number,
  verdict: CertificateVerdict,
): SignatureFinding[] {
  const status = verdict.revocation[index];
  const name = nameOfCertificate(certificate);
  if (status?.status === "revoked") {
    const message = `${name} was revoked at ${status.revokedAt.toISOString()}, and nothing proves that it was used before.`;
    return [found(index === 0 ? "certificate_revoked" : "authority_revoked", message)];
  }
  if (status?.status !== "unknown") return [];
  return [found("revocation_unknown", `Nothing that is at hand tells whether ${name} had been revoked.`)];
}

function pathDefectsOf({ findings, chain }: CertificateVerdict): SignatureFinding[] {
  const unfit = findings.filter(({ code }) => code === "certificate_unfit");
  const hasWeakKey = unfit.length > 0 && chain.some(hasKeyDefect);
  return unfit.map(({ message }) => found(hasWeakKey ? "key_weak" : "certificate_unfit", message));
}

/** Whether its key is one that is not accepted (TS 119 312). */
export function hasKeyDefect({ subjectPublicKeyInfo }: Certificate): boolean {
  try {
    return publicKeyDefect(subjectPublicKeyInfo) !== null;
  } catch (error) {
    if (error instanceof EngineError) return true;
    throw error;
  }
}

/** To the second, which is as close as a certificate's dates are. */
function datesOf(
  certificate: Certificate,
  index: number,
  { revocation }: CertificateVerdict,
  { at, isProven }: JudgedAt,
): SignatureFinding[] {
  const { notBefore, notAfter } = certificate;
  const second = Math.floor(at.getTime() / 1000) * 1000;
  const name = nameOfCertificate(certificate);
  const when = isProven
    ? "when it was time-stamped"
    : "when it is judged, and no trusted time-stamp tells of an earlier time";
  if (second > notAfter.getTime()) {
    const message = `${name} had ended on ${notAfter.toISOString()}, ${when} (${at.toISOString()}).`;
    const isUnrevoked = revocation[index]?.status === "good" || revocation[index]?.status === "not_needed";
    return [found("certificate_expired", message, isUnrevoked ? "OUT_OF_BOUNDS_NOT_REVOKED" : undefined)];
  }
  if (second >= notBefore.getTime()) return [];
  const message = `${name} begins on ${notBefore.toISOString()}, later than ${when} (${at.toISOString()}).`;
  // A signature was there before its certificate was: it is a forger's.
  return [found(index === 0 ? "signed_before_certificate" : "certificate_not_yet_valid", message)];
}
