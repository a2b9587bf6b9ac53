import type { CertificateJudge, CertificateVerdict } from "../validation/certificateJudge.js";
import { fingerprintOf, nameOfCertificate } from "../validation/certificateName.js";
import type { Certificate } from "../x509/parseCertificate.js";
import type { EvidenceFiles } from "./evidenceFiles.js";
import type { ReportWriter, Section } from "./reportWriter.js";
import type { SignedPdf } from "./signedPdf.js";

/** By when something is proven to have existed: by a later time-stamp, or by its being at hand now. */
export interface ProofEnd {
  readonly time: Date;
  /** Whether nothing stamped it later, so that it is judged at the time of the verification. */
  readonly isNow: boolean;
}

/** What all checks of one container share. */
export interface Verification {
  readonly files: EvidenceFiles;
  readonly report: ReportWriter;
  readonly judge: CertificateJudge;
  /** At which the newest time-stamp is judged. */
  readonly time: Date;
  readonly pdfs: ReadonlyMap<string, SignedPdf | null>;
}

/** Units' clocks may be so far apart, in milliseconds. */
const CLOCK_TOLERANCE = 60_000;

/** Judges the certificate of a time-stamp's unit: from when it stamped until a later proof took over. */
export function judgeUnit(
  verification: Verification,
  section: Section,
  { genTime, certificate }: { readonly genTime: Date; readonly certificate: Certificate },
  until: ProofEnd,
  file: string,
): CertificateVerdict {
  const verdict = verification.judge.judge(certificate, { at: genTime, until: until.time });
  tell(verification, section, verdict, file);
  const name = nameOfCertificate(certificate);
  if (genTime.getTime() > until.time.getTime() + CLOCK_TOLERANCE) {
    const later = `A time-stamp of ${genTime.toISOString()} is later than`;
    // Whose clock is wrong, the unit's or the reader's, the file cannot tell.
    if (until.isNow) section.open(`${later} the time it is judged at, ${until.time.toISOString()}.`, true);
    else {
      const message = `${later} the one that covers it, of ${until.time.toISOString()}.`;
      section.fault("timestamp_order_wrong", message, file);
    }
  } else if (verdict.validUntil < until.time) {
    const ended = `The certificate of a time-stamp, ${name}, ended on ${verdict.validUntil.toISOString()}`;
    if (until.isNow) section.open(`${ended}; no later time-stamp carries the proof on from there.`, true);
    else {
      const message = `${ended}, and the next time-stamp is of ${until.time.toISOString()}.`;
      section.fault("timestamp_lapsed", message, file);
    }
  }
  return verdict;
}

/** Judges a signer's certificate at the time that a time-stamp proves. */
export function judgeSigner(
  verification: Verification,
  section: Section,
  certificate: Certificate,
  at: Date,
  file: string,
): CertificateVerdict {
  const verdict = verification.judge.judge(certificate, { at, until: at });
  tell(verification, section, verdict, file);
  return verdict;
}

function tell({ report }: Verification, section: Section, verdict: CertificateVerdict, file: string): void {
  section.findings(verdict.findings, file);
  for (const certificate of verdict.unknownStatus) {
    section.open(`No revocation data tell whether ${nameOfCertificate(certificate)} had been revoked.`, true);
  }
  const { root, trusted } = verdict;
  if (root !== null)
    report.root({ name: root.subjectCommonName ?? "", sha256: fingerprintOf(root), trusted });
}

/** Whether two paths end in the same root; false where one ends nowhere. */
export const sameRoot = (one: Certificate | null, other: Certificate | null): boolean =>
  one !== null && other !== null && Buffer.compare(one.sha256, other.sha256) === 0;
