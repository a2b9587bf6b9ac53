import { appendEvents, endOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { evidenceKey } from "../evidence/evidenceKey.js";
import { readEvidenceRevisions } from "../evidence/evidenceRows.js";
import { newUuid, publicId } from "../ids/id.js";
import type { Order } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { statedProofFolder } from "../proofFolder/proofFolder.js";
import { insertPurge, purgeLater } from "./purgeRows.js";

/** Longer than one try of making or renewing an evidence file lasts. */
const workSeconds = 300;

/**
 * Takes an order's evidence out of everybody's reach, in the transaction of whoever has found that its term is over: no
 * revision is added any more, and a purge stands that deletes those that there are and all that is personal in the order.
 * @param order locked, ended, not held, its documents removed and its evidence not
 * @returns UUID of the purge, and whether it can go on at once
 */
export async function removeEvidence(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  transaction: Transaction,
  order: Order,
): Promise<{ purgeId: string; atOnce: boolean }> {
  const now = platform.clock.now();
  const purgeId = newUuid(platform.clock, platform.random);
  const [revisions, file] = await Promise.all([
    readEvidenceRevisions(transaction, [order.id]),
    transaction.one<FileRow>(
      `SELECT revision, cardinality(made) > 0 AS "isMade", CASE WHEN state = 'pending' AND attempts > 0 THEN lease_until
           WHEN state = 'stored' AND renewal_attempts > 0 THEN renew_at END AS "workedAtUntil"
       FROM evidence_files WHERE tenant_id = :tenant AND order_id = :orderId`,
      { orderId: order.id },
    ),
  ]);
  const items = revisions.map(({ revision, bytes, sha256 }) => ({
    kind: "evidence_file",
    revision,
    bytes,
    sha256: Buffer.from(sha256).toString("hex"),
  }));
  const { proofFolder } = order;
  const purged = [
    ...items,
    ...(proofFolder ? [{ kind: "proof_folder", ...statedProofFolder(proofFolder) }] : []),
  ];
  const objectKeys = revisions.map(({ objectKey }) => objectKey);
  if (proofFolder) objectKeys.push(proofFolder.objectKey);
  const until = file?.workedAtUntil ?? null;
  // What somebody may just have stored, or be storing, as the next one.
  if (file !== null && (file.isMade || until !== null)) {
    objectKeys.push(evidenceKey(transaction.tenantId, order.id, file.revision + 1));
  }
  const purge = { id: purgeId, orderId: order.id, subject: "evidence", reason: "retention" } as const;
  await Promise.all([
    // Whoever is told of it is so even after the purge, which leaves nothing of the order but its id.
    appendEvents(platform, transaction, { ...endOf(order), externalId: null }, [
      {
        type: "evidence.purged",
        actor: { kind: "system" },
        data: { purge: publicId("pur", purgeId), revisions: items },
      },
    ]),
    insertPurge(transaction, { ...purge, signerId: null, items: purged, objectKeys }, now),
    transaction.query(
      `UPDATE retentions SET evidence_removed_at = :now
       WHERE tenant_id = :tenant AND order_id = :orderId AND evidence_removed_at IS NULL`,
      { orderId: order.id, now },
    ),
    transaction.query(
      `UPDATE evidence_files SET state = 'none', renew_at = NULL
       WHERE tenant_id = :tenant AND order_id = :orderId`,
      { orderId: order.id },
    ),
  ]);
  const atOnce = until === null || until <= now;
  if (!atOnce) {
    const latest = new Date(now.getTime() + workSeconds * 1000);
    await purgeLater(transaction, purgeId, until < latest ? until : latest);
  }
  return { purgeId, atOnce };
}

interface FileRow {
  readonly revision: number;
  /** Whether somebody has noted what is to become the next one. */
  readonly isMade: boolean;
  /** Until when somebody may be making the next one. */
  readonly workedAtUntil: Date | null;
}
