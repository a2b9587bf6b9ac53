import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { publicId } from "../ids/id.js";
import type { DocumentKind, SignatureLevel } from "../orders/order.js";
import type { OrderState } from "../orders/state.js";
import type { Platform } from "../platform.js";
import type { CheckedOrder } from "./checkToken.js";
import type { CheckedDocument, CheckedRevision, CheckView, CoveringCheckpoint, Share } from "./checkView.js";

interface OrderRow {
  mode: Mode;
  state: OrderState;
  createdAt: Date;
  endedAt: Date | null;
  chainLength: number;
  chainHead: Buffer;
  evidenceUntil: Date | null;
  evidenceEnded: boolean;
}

interface RevisionRow {
  position: number;
  documentKind: DocumentKind;
  revision: number;
  kind: CheckedRevision["kind"];
  level: SignatureLevel | null;
  bytes: number;
  sha256: Buffer;
}

interface CheckpointRow {
  log: string;
  size: number;
  createdAt: Date;
  events: number;
}

/**
 * What the check page of an order says, read in one round trip.
 * @param checked from an address that the service made: that there was such an order is certain
 */
export async function readCheck(
  platform: Pick<Platform, "database" | "clock" | "publicUrl">,
  checked: CheckedOrder,
): Promise<CheckView> {
  const { tenantId, orderId } = checked;
  return platform.database.withTenant(tenantId, async (transaction) => {
    const [order, shares, revisions, checkpoint] = await Promise.all([
      readOrderRow(transaction, orderId, platform.clock.now()),
      readShares(transaction, orderId),
      readRevisions(transaction, orderId),
      readCheckpoint(transaction, orderId),
    ]);
    const view = { object: "check", order: publicId("ord", orderId) } as const;
    if (order === null) return { ...view, evidence_until: null, record: null };
    const kept = { ...view, evidence_until: order.evidenceUntil?.toISOString() ?? null };
    if (order.evidenceEnded) return { ...kept, record: null };
    return {
      ...kept,
      record: {
        mode: order.mode,
        state: order.state,
        created_at: order.createdAt.toISOString(),
        ended_at: order.endedAt?.toISOString() ?? null,
        ...shares,
        documents: byDocument(revisions),
        chain: { length: order.chainLength, head: order.chainHead.toString("hex") },
        checkpoint: checkpoint && covering(platform, checkpoint),
      },
    };
  });
}

/** A legal hold keeps the evidence beyond its term. */
function readOrderRow(transaction: Transaction, orderId: string, now: Date): Promise<OrderRow | null> {
  return transaction.one<OrderRow>(
    `SELECT o.mode, o.state, o.created_at AS "createdAt", o.ended_at AS "endedAt", o.chain_length AS "chainLength",
       o.chain_head AS "chainHead", r.evidence_until AS "evidenceUntil",
       (r.evidence_removed_at IS NOT NULL OR (r.evidence_due_at <= :now AND NOT r.held)) IS TRUE AS "evidenceEnded"
     FROM orders o LEFT JOIN retentions r ON r.tenant_id = o.tenant_id AND r.order_id = o.id
     WHERE o.tenant_id = :tenant AND o.id = :orderId`,
    { orderId, now },
  );
}

async function readShares(
  transaction: Transaction,
  orderId: string,
): Promise<{ signatures: Share; approvals: Share }> {
  const row = await transaction.one<{ signed: number; toSign: number; approved: number; toApprove: number }>(
    `SELECT count(*) FILTER (WHERE state = 'signed')::integer AS "signed",
       count(*) FILTER (WHERE role IN ('signer', 'witness'))::integer AS "toSign",
       count(*) FILTER (WHERE state = 'approved')::integer AS "approved",
       count(*) FILTER (WHERE role = 'approver')::integer AS "toApprove"
     FROM signers
     WHERE tenant_id = :tenant AND order_id = :orderId AND state NOT IN ('removed', 'delegated')`,
    { orderId },
  );
  const { signed = 0, toSign = 0, approved = 0, toApprove = 0 } = row ?? {};
  return {
    signatures: { given: signed, asked: toSign },
    approvals: { given: approved, asked: toApprove },
  };
}

function readRevisions(transaction: Transaction, orderId: string): Promise<RevisionRow[]> {
  return transaction.query<RevisionRow>(
    `SELECT d.position, d.kind AS "documentKind", r.revision, r.kind, r.level, r.bytes, r.sha256
     FROM documents d
     JOIN document_revisions r ON r.tenant_id = d.tenant_id AND r.document_id = d.id
     WHERE d.tenant_id = :tenant AND d.order_id = :orderId
     ORDER BY d.position, r.revision`,
    { orderId },
  );
}

/** The first stored checkpoint that holds the newest leaf which any holds: it proves the most, the longest ago. */
function readCheckpoint(transaction: Transaction, orderId: string): Promise<CheckpointRow | null> {
  return transaction.one<CheckpointRow>(
    `SELECT g.id AS log, c.size, c.created_at AS "createdAt", l.chain_length AS events
     FROM (SELECT mode, position, chain_length FROM trail_leaves
           WHERE tenant_id = :tenant AND order_id = :orderId ORDER BY position DESC LIMIT 10) AS l
     CROSS JOIN LATERAL (SELECT size::float8 AS size, created_at FROM checkpoints c
           WHERE c.tenant_id = :tenant AND c.mode = l.mode AND c.size > l.position AND c.state = 'stored'
           ORDER BY c.size LIMIT 1) AS c
     JOIN trail_logs g ON g.tenant_id = :tenant AND g.mode = l.mode
     ORDER BY l.position DESC LIMIT 1`,
    { orderId },
  );
}

function byDocument(rows: readonly RevisionRow[]): CheckedDocument[] {
  const documents = new Map<number, { kind: DocumentKind; revisions: CheckedRevision[] }>();
  for (const { position, documentKind, revision, kind, level, bytes, sha256 } of rows) {
    const document = documents.get(position) ?? { kind: documentKind, revisions: [] };
    document.revisions.push({ revision, kind, level, bytes, sha256: sha256.toString("hex") });
    documents.set(position, document);
  }
  // Places may have gaps, where a draft lost a document; numbers have none.
  return [...documents.values()].map((document, index) => ({ number: index + 1, ...document }));
}

function covering(
  platform: Pick<Platform, "publicUrl">,
  { log, size, createdAt, events }: CheckpointRow,
): CoveringCheckpoint {
  const id = publicId("log", log);
  const url = `${platform.publicUrl}/logs/${id}/checkpoints/${size}`;
  return { log: id, size, created_at: createdAt.toISOString(), events, url };
}
