import { certificateFindings } from "./certificateFindings.js";
import type { CertificateVerdict } from "./certificateJudge.js";
import { nameOfCertificate } from "./certificateName.js";
import { reportPath } from "./certificateReport.js";
import { conclude } from "./indication.js";
import type { TimestampReport } from "./pdfReport.js";
import { type PdfValidation, type ProofEnd, reportRoot } from "./pdfValidation.js";
import { found, type SignatureFinding } from "./signatureFinding.js";
import type { DigestBy } from "./timestampToken.js";
import { timestampVerdict } from "./timestampVerdict.js";

/** Units' clocks may be so far apart, in milliseconds. */
const CLOCK_TOLERANCE = 60_000;

/**
 * Validates a time-stamp token (EN 319 102-1 5.4): what it is over, its unit's signature, and the unit's certificate from
 * when it stamped until a later time-stamp took over the proof, or until now.
 * @param digest of what it is to be over
 * @param until by when something later proves it
 * @param before findings of what it stands in
 */
export function validateTimestamp(
  { judge, testRoots }: PdfValidation,
  token: Uint8Array,
  digest: DigestBy,
  until: ProofEnd,
  before: readonly SignatureFinding[] = [],
): TimestampReport {
  const { genTime, certificate, finding } = timestampVerdict(token, digest);
  const findings = finding === null ? [...before] : [...before, finding];
  if (genTime === null || certificate === null)
    return { ...conclude(findings), findings, path: [], root: null, genTime };
  const verdict = judge.judge(certificate, { at: genTime, until: until.time, dataUntil: until.dataUntil });
  // The unit says the time itself, and is believed once its certificate is.
  findings.push(...certificateFindings(verdict, { at: genTime, isProven: false }, testRoots));
  findings.push(...lastingOf(verdict, genTime, until));
  const path = reportPath(verdict, genTime);
  return { ...conclude(findings), findings, path, root: reportRoot(verdict), genTime };
}

function lastingOf(
  { chain, validUntil }: CertificateVerdict,
  genTime: Date,
  until: ProofEnd,
): SignatureFinding[] {
  const at = genTime.toISOString();
  if (genTime.getTime() > until.time.getTime() + CLOCK_TOLERANCE) {
    const what = until.isProven ? "the time-stamp that covers it" : "the time of the validation";
    const message = `The time-stamp is of ${at}, later than ${what}, ${until.time.toISOString()}.`;
    return [found("timestamp_order", message)];
  }
  if (validUntil >= until.time) return [];
  const name = nameOfCertificate(chain[0]!);
  const message = `The certificate of the time-stamp's unit, ${name}, or one above it ended on ${validUntil.toISOString()}, and no later time-stamp had taken over its proof by then.`;
  return [found("certificate_expired", message)];
}
