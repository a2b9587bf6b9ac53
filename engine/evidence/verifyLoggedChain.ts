import { readInclusionFile } from "../hashchain/inclusionFile.js";
import { ValidationDataPool } from "../pades/validationDataPool.js";
import { CertificateJudge } from "../validation/certificateJudge.js";
import { parseCertificate } from "../x509/parseCertificate.js";
import { checkInclusion } from "./checkCheckpoint.js";
import { addCarried } from "./collectMaterial.js";
import { EvidenceFiles } from "./evidenceFiles.js";
import type { EvidenceReport } from "./report.js";
import { ReportWriter } from "./reportWriter.js";
import { checkTrust } from "./trust.js";
import type { EvidenceVerificationOptions } from "./verifyEvidence.js";

/**
 * Checks a chain against an inclusion proof that came another way, as `GET /v1/orders/{order}/inclusion-proof` answers
 * it: whether the chain stood in the log, so that nothing was cut off from its end since, and whether the service
 * signed the checkpoint. The chain's own hashes are for `verifyAuditExport`.
 * @param proof parsed JSON of the format "paraph-inclusion/1"; anything at all is taken
 * @param chain parsed JSON of the format "paraph-audit/1"; anything at all is taken
 * @throws EngineError `asn1_malformed` for a trust anchor that is no certificate
 */
export function verifyLoggedChain(
  proof: unknown,
  chain: unknown,
  { trustAnchors = [], time }: Omit<EvidenceVerificationOptions, "limits">,
): EvidenceReport {
  const report = new ReportWriter();
  const pool = poolOf(proof);
  const judge = new CertificateJudge(pool, trustAnchors.map(parseCertificate));
  const verification = { files: new EvidenceFiles(new Map()), report, judge, time, pdfs: new Map() };
  report.check("place in the log", undefined, (section) => {
    const context = { chain, root: null, until: { time, isNow: true }, trustedOnly: trustAnchors.length > 0 };
    checkInclusion(verification, section, proof, context, "proof");
  });
  checkTrust(report, trustAnchors.length > 0);
  return report.report();
}

/** What the checkpoint's signature and its time-stamps bring for their validation. */
function poolOf(proof: unknown): ValidationDataPool {
  const pool = new ValidationDataPool();
  const read = readInclusionFile(proof);
  if (read !== null) addCarried(pool, Buffer.from(read.checkpoint.signature, "base64"));
  return pool;
}
