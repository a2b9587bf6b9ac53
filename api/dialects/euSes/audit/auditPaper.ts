import { type SealNeeds, sealPaper } from "../../../papers/sealPaper.js";
import { type PaperNeeds, setTrailPaper, type TrailPaperSource } from "../../../papers/trailPaper.js";
import type { EuSesAudit } from "./audit.js";
import { auditReport } from "./auditReport.js";

/** What an audit is made a paper of: the chain of events that it tells of is attached as `audit.json`. */
export interface AuditPaperSource extends Pick<TrailPaperSource, "tenantId" | "order"> {
  readonly exported: TrailPaperSource["audit"];
  readonly audit: EuSesAudit;
}

/**
 * The audit as PDF/A-3 with the service's electronic seal (PAdES B-LTA). The chain of events is attached, so that the
 * file can be checked by itself.
 * @throws EngineError as `composeDocument` and `sign`; TimestampError
 */
export async function auditPaper(
  platform: PaperNeeds & SealNeeds,
  { tenantId, order, exported, audit }: AuditPaperSource,
): Promise<Uint8Array> {
  const report = auditReport(audit, order.mode === "test");
  const pdf = setTrailPaper(platform, { tenantId, order, audit: exported }, report);
  return (await sealPaper(platform, order.mode, pdf)).bytes;
}
