import type { AuditTrail } from "../../engine/auditTrail/auditTrail.js";
import type { AuditExport } from "../../engine/hashchain/auditExport.js";
import type { Mode } from "../apiKeys/caller.js";
import type { TrailReport } from "../auditTrail/report/trailReport.js";
import { trailReportOf } from "../auditTrail/report/trailReportOf.js";
import { checkUrl } from "../checkPage/checkToken.js";
import type { Platform } from "../platform.js";
import { setPaper } from "./paper.js";
import { type SealedPaper, type SealNeeds, sealPaper } from "./sealPaper.js";
import { trailBlocks } from "./trailBlocks.js";
import { paperWords } from "./words/languages.js";

/** What the audit trail is made a paper of. */
export interface TrailPaperSource {
  /** UUID. */
  readonly tenantId: string;
  readonly order: { readonly id: string; readonly mode: Mode };
  /** The chain, which is attached as `audit.json`. */
  readonly audit: AuditExport;
  /** The same chain, read: all that is printed. */
  readonly trail: AuditTrail;
  /** BCP 47. */
  readonly language: string;
}

export type PaperNeeds = Pick<Platform, "typefaces" | "secretBox" | "publicUrl">;

/**
 * The audit trail as PDF/A-3, for a person to read, not sealed. The chain itself is attached (relationship Data), so that
 * this one file tells everything and can be checked by itself.
 * @throws EngineError as `composeDocument`
 */
export function makeTrailPaper(platform: PaperNeeds, source: TrailPaperSource): Uint8Array {
  return setTrailPaper(platform, source, trailReportOf(source.trail, source.language));
}

/**
 * As {@link makeTrailPaper}, of a report that was made already.
 * @throws EngineError as `composeDocument`
 */
export function setTrailPaper(
  platform: PaperNeeds,
  { tenantId, order, audit }: Pick<TrailPaperSource, "tenantId" | "order" | "audit">,
  report: TrailReport,
): Uint8Array {
  return setPaper(platform, {
    language: report.language,
    title: report.title,
    subject: [
      { kind: "paragraph", text: [{ text: report.subject.text, direction: "auto" }], size: 1.25 },
      ...report.notes.map((text) => ({ kind: "paragraph", text, size: 0.9, colour: 0.35 }) as const),
    ],
    order: audit.order,
    test: order.mode === "test",
    head: audit.chain.head,
    created: new Date(audit.exported_at),
    checkUrl: checkUrl(platform, { tenantId, orderId: order.id }),
    blocks: trailBlocks(report),
    attached: paperWords(report.language).frame.trailAttached,
    attachments: [
      {
        name: "audit.json",
        mediaType: "application/json",
        bytes: Buffer.from(`${JSON.stringify(audit, null, 2)}\n`, "utf8"),
        relationship: "Data",
      },
    ],
  });
}

/** The same, sealed with the service's electronic seal at PAdES B-LTA, or the level that can be had. */
export async function makeSealedTrailPaper(
  platform: PaperNeeds & SealNeeds,
  source: TrailPaperSource,
): Promise<SealedPaper> {
  return sealPaper(platform, source.order.mode, makeTrailPaper(platform, source));
}
