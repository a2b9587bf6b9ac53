import { ContainerFault } from "../asic/containerFault.js";
import { type ContainerLimits, DEFAULT_CONTAINER_LIMITS } from "../asic/containerLimits.js";
import { readContainer } from "../asic/readContainer.js";
import { CertificateJudge } from "../validation/certificateJudge.js";
import { parseCertificate } from "../x509/parseCertificate.js";
import { checkContainerSeal } from "./checkContainerSeal.js";
import { checkContents } from "./checkContents.js";
import { checkManifest } from "./checkManifest.js";
import { collectMaterial } from "./collectMaterial.js";
import { EvidenceFiles } from "./evidenceFiles.js";
import type { EvidenceReport } from "./report.js";
import { ReportWriter } from "./reportWriter.js";
import { checkTrust } from "./trust.js";

export interface EvidenceVerificationOptions {
  /** Root certificates DER that the reader trusts, from outside the file; without any, trust is left to the reader. */
  readonly trustAnchors?: readonly Uint8Array[];
  /** At which the newest time-stamp is judged: now, or a time in the past that is of interest. */
  readonly time: Date;
  readonly limits?: ContainerLimits;
}

/**
 * Verifies an evidence file (ASiC-E with CAdES, EN 319 162-1) with nothing but itself and the trust anchors: the
 * container, its signature and archive time-stamps, the documents and their signatures, the chain of events, and its
 * place in the log. See docs/evidence-file.md for what each fault means.
 * @param bytes the file; anything at all is taken, and what is wrong with it is named
 * @throws EngineError `asn1_malformed` for a trust anchor that is no certificate; nothing that the file holds is thrown
 */
export function verifyEvidence(bytes: Uint8Array, options: EvidenceVerificationOptions): EvidenceReport {
  const trustAnchors = (options.trustAnchors ?? []).map(parseCertificate);
  const report = new ReportWriter();
  const files = unpacked(bytes, options.limits ?? DEFAULT_CONTAINER_LIMITS, report);
  if (files === null) return report.report();
  const material = report.check("certificates and revocation data", undefined, (section) => {
    const { pool, pdfs } = collectMaterial(files);
    section.tell(
      `${pool.certificateCount} certificates and ${pool.revocationCount} revocation lists and responses are at hand.`,
    );
    return { pdfs, judge: new CertificateJudge(pool, trustAnchors) };
  });
  if (material === null) return report.report();
  const verification = { files, report, time: options.time, ...material };
  const manifest = report.check("manifest", undefined, (section) => {
    section.tell(`Every file is the one that was signed (${files.names.length} files).`);
    return checkManifest(files, section);
  });
  const sealed = checkContainerSeal(verification, manifest);
  checkContents(verification, sealed);
  checkTrust(report, trustAnchors.length > 0);
  return report.report();
}

/** @returns null after a fault */
function unpacked(bytes: Uint8Array, limits: ContainerLimits, report: ReportWriter): EvidenceFiles | null {
  return report.check("container", undefined, (section) => {
    try {
      const files = new EvidenceFiles(readContainer(bytes, limits).files);
      section.tell(
        `An ASiC-E container of ${bytes.length} bytes, which every program unpacks to the same ${files.names.length} files.`,
      );
      return files;
    } catch (error) {
      if (!(error instanceof ContainerFault)) throw error;
      section.fault(error.fault, error.message, error.file);
      return null;
    }
  });
}
