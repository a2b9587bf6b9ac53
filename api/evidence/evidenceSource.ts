import type { AuditExport } from "../../engine/hashchain/auditExport.js";
import type { InclusionFile } from "../../engine/hashchain/inclusionFile.js";
import type { PadesLevel } from "../../engine/pades/level.js";
import type { Mode } from "../apiKeys/caller.js";
import { exportAudit } from "../audit/exportAudit.js";
import { inclusionOf } from "../checkpoints/inclusionOf.js";
import type { Transaction } from "../database/transaction.js";
import type { DocumentKind, Order } from "../orders/order.js";
import { readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";

/** A revision of a document as the evidence names it. */
export interface EvidenceRevision {
  readonly revision: number;
  /** Null: it was removed. */
  readonly objectKey: string | null;
  readonly bytes: number;
  /** 32 bytes. */
  readonly sha256: Uint8Array;
  readonly level: PadesLevel | null;
}

export interface EvidenceDocument {
  readonly id: string;
  readonly name: string;
  readonly kind: DocumentKind;
  readonly source: EvidenceRevision;
  /** The newest; null where nothing was added to the source. */
  readonly signed: EvidenceRevision | null;
}

/** What the database knows of an order that its evidence is made of, all of one moment. */
export interface EvidenceSource {
  readonly order: Order;
  readonly documents: readonly EvidenceDocument[];
  readonly certificates: readonly { readonly signerId: string; readonly certificate: Uint8Array }[];
  readonly audit: AuditExport;
  /** Null: no stored checkpoint holds the order. */
  readonly inclusion: InclusionFile | null;
  readonly documentsRemovedAt: Date | null;
}

/** Reads it, in one round trip but for the proof. @throws Failure `not_found` */
export async function readEvidenceSource(
  platform: Pick<Platform, "secretBox" | "clock">,
  transaction: Transaction,
  orderId: string,
  mode?: Mode,
): Promise<EvidenceSource> {
  const [order, revisions, certificates, retention] = await Promise.all([
    readOrder(transaction, orderId, mode),
    transaction.query<RevisionRow>(
      `SELECT d.id, d.name, d.kind, r.revision, r.object_key AS "objectKey", r.bytes, r.sha256, r.level
       FROM documents d
       JOIN document_revisions r ON r.tenant_id = d.tenant_id AND r.document_id = d.id
         AND r.revision IN (0, d.revision)
       WHERE d.tenant_id = :tenant AND d.order_id = :orderId
       ORDER BY d.position, r.revision`,
      { orderId },
    ),
    transaction.query<{ signerId: string; certificate: Uint8Array }>(
      `SELECT signer_id AS "signerId", certificate FROM certificates
       WHERE tenant_id = :tenant AND order_id = :orderId ORDER BY not_before, signing_id`,
      { orderId },
    ),
    transaction.one<{ documentsRemovedAt: Date | null }>(
      `SELECT documents_removed_at AS "documentsRemovedAt" FROM retentions
       WHERE tenant_id = :tenant AND order_id = :orderId`,
      { orderId },
    ),
  ]);
  const [audit, inclusion] = await Promise.all([
    exportAudit(platform, transaction, order),
    inclusionOf(transaction, order),
  ]);
  return {
    order,
    documents: documentsOf(revisions),
    certificates,
    audit,
    // A checkpoint of this very moment may know of events that the order as it was read does not have yet.
    inclusion: inclusion !== null && inclusion.leaf.length <= order.chainLength ? inclusion : null,
    documentsRemovedAt: retention?.documentsRemovedAt ?? null,
  };
}

type RevisionRow = EvidenceRevision & Pick<EvidenceDocument, "id" | "name" | "kind">;

function documentsOf(rows: readonly RevisionRow[]): EvidenceDocument[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((revisions) => {
    const [source, signed = null] = revisions;
    const { id, name, kind } = source!;
    return { id, name, kind, source: source!, signed };
  });
}
