import type { Mode } from "../../../apiKeys/caller.js";
import type { Transaction } from "../../../database/transaction.js";
import { CertSignFailure } from "../certSignFailure.js";
import { uuidsOf } from "../decimalId.js";
import { type GivenIds, idsDisagree, nothingSuch, requireOneId } from "../readIds.js";

/**
 * Finds an order by either id or both, whichever interface it was made in. An external id of this dialect is unique;
 * of others, which may repeat, one that several orders share names none of them.
 * @returns its UUID
 * @throws CertSignFailure `ID_MISSING`, `IDS_DISAGREE`, `EXTERNAL_ID_AMBIGUOUS`, `NOT_FOUND`
 */
export async function findOrder(transaction: Transaction, mode: Mode, ids: GivenIds): Promise<string> {
  requireOneId(ids);
  const { id, externalId } = ids;
  const [byId, byExternalId] = await Promise.all([
    id === null ? null : findByNumber(transaction, mode, id),
    externalId === null ? [] : findByExternalId(transaction, mode, externalId),
  ]);
  if (id !== null && byId === null) throw nothingSuch(ids, "id");
  if (externalId !== null && byExternalId.length === 0) throw nothingSuch(ids, "externalId");
  if (byId !== null) {
    if (externalId === null || (await hasExternalId(transaction, byId, externalId))) return byId;
    throw idsDisagree(ids.names);
  }
  const [found, another] = byExternalId;
  if (another === undefined) return found!;
  throw new CertSignFailure(
    "EXTERNAL_ID_AMBIGUOUS",
    `Several orders have this ${ids.names.externalId}; name one by its ${ids.names.id}.`,
    ids.names.externalId,
    "order_state_conflict",
  );
}

async function findByNumber(transaction: Transaction, mode: Mode, id: string): Promise<string | null> {
  const range = uuidsOf(id);
  if (range === null) return null;
  const found = await transaction.query<{ id: string; mode: Mode }>(
    "SELECT id, mode FROM orders WHERE tenant_id = :tenant AND id BETWEEN :lowest::uuid AND :highest::uuid LIMIT 2",
    { ...range },
  );
  return found.length === 1 && found[0]!.mode === mode ? found[0]!.id : null;
}

/** @returns the one of this dialect; else the newest of the others, two at most, so that it is seen that there are several */
async function findByExternalId(transaction: Transaction, mode: Mode, externalId: string): Promise<string[]> {
  const [own, others] = await Promise.all([
    transaction.one<{ id: string }>(
      `SELECT order_id AS id FROM certsign_orders
       WHERE tenant_id = :tenant AND mode = :mode AND external_id = :externalId`,
      { mode, externalId },
    ),
    transaction.query<{ id: string }>(
      `SELECT id FROM orders WHERE tenant_id = :tenant AND mode = :mode AND external_id = :externalId
       ORDER BY id DESC LIMIT 2`,
      { mode, externalId },
    ),
  ]);
  return own ? [own.id] : others.map(({ id }) => id);
}

async function hasExternalId(
  transaction: Transaction,
  orderId: string,
  externalId: string,
): Promise<boolean> {
  const row = await transaction.one(
    `SELECT o.id FROM orders o
     LEFT JOIN certsign_orders c ON c.tenant_id = o.tenant_id AND c.order_id = o.id
     WHERE o.tenant_id = :tenant AND o.id = :orderId
       AND (o.external_id = :externalId OR c.external_id = :externalId)`,
    { orderId, externalId },
  );
  return row !== null;
}
