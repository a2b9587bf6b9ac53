import type { AuditExport } from "../../../../engine/hashchain/auditExport.js";
import { checkUrl } from "../../../checkPage/checkToken.js";
import type { Order } from "../../../orders/order.js";
import { setPaper } from "../../../papers/paper.js";
import { type SealNeeds, sealPaper } from "../../../papers/sealPaper.js";
import { trailBlocks } from "../../../papers/trailBlocks.js";
import { paperWords } from "../../../papers/words/languages.js";
import type { Platform } from "../../../platform.js";
import type { EuSesAudit } from "./audit.js";
import { auditReport } from "./auditReport.js";

/** What an audit is made a paper of. */
export interface AuditPaperSource {
  /** UUID. */
  readonly tenantId: string;
  readonly order: Pick<Order, "id" | "mode">;
  /** The chain that it tells of, which is attached as `audit.json`. */
  readonly exported: AuditExport;
  readonly audit: EuSesAudit;
}

/**
 * The audit as PDF/A-3 with the service's electronic seal (PAdES B-LTA). The chain of events is attached, so that the
 * file can be checked by itself.
 * @throws EngineError as `composeDocument` and `sign`; TimestampError
 */
export async function auditPaper(
  platform: Pick<Platform, "typefaces" | "secretBox" | "publicUrl"> & SealNeeds,
  { tenantId, order, exported, audit }: AuditPaperSource,
): Promise<Uint8Array> {
  const report = auditReport(audit, order.mode === "test");
  const pdf = setPaper(platform, {
    language: report.language,
    title: report.title,
    subject: [
      { kind: "paragraph", text: [{ text: report.subject.text, direction: "auto" }], size: 1.25 },
      ...report.notes.map((text) => ({ kind: "paragraph", text, size: 0.9, colour: 0.35 }) as const),
    ],
    order: exported.order,
    test: order.mode === "test",
    head: exported.chain.head,
    created: new Date(exported.exported_at),
    checkUrl: checkUrl(platform, { tenantId, orderId: order.id }),
    blocks: trailBlocks(report),
    attached: paperWords(report.language).frame.trailAttached,
    attachments: [
      {
        name: "audit.json",
        mediaType: "application/json",
        bytes: Buffer.from(`${JSON.stringify(exported, null, 2)}\n`, "utf8"),
        relationship: "Data",
      },
    ],
  });
  return (await sealPaper(platform, order.mode, pdf)).bytes;
}
