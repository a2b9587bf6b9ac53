import type { Mode } from "../../../apiKeys/caller.js";
import type { Transaction } from "../../../database/transaction.js";
import { uuidsOf } from "../decimalId.js";
import { type GivenIds, idsDisagree, nothingSuch, requireOneId } from "../readIds.js";

/** A document to sign, by UUIDs. */
export interface FoundRequest {
  readonly documentId: string;
  readonly orderId: string;
}

/**
 * Finds a document by either id or both, whichever interface its order was made in.
 * @throws CertSignFailure `ID_MISSING`, `IDS_DISAGREE`, `NOT_FOUND`
 */
export async function findRequest(
  transaction: Transaction,
  mode: Mode,
  ids: GivenIds,
): Promise<FoundRequest> {
  requireOneId(ids);
  const [byId, byExternalId] = await Promise.all([
    ids.id === null ? null : findByNumber(transaction, mode, ids.id),
    ids.externalId === null ? null : findByExternalId(transaction, mode, ids.externalId),
  ]);
  if (ids.id !== null && byId === null) throw nothingSuch(ids, "id");
  if (ids.externalId !== null && byExternalId === null) throw nothingSuch(ids, "externalId");
  if (byId !== null && byExternalId !== null && byId.documentId !== byExternalId.documentId) {
    throw idsDisagree(ids.names);
  }
  return (byId ?? byExternalId)!;
}

async function findByNumber(transaction: Transaction, mode: Mode, id: string): Promise<FoundRequest | null> {
  const range = uuidsOf(id);
  if (range === null) return null;
  const found = await transaction.query<FoundRequest & { mode: Mode; kind: string }>(
    `SELECT d.id AS "documentId", d.order_id AS "orderId", d.kind, o.mode
     FROM documents d JOIN orders o ON o.tenant_id = d.tenant_id AND o.id = d.order_id
     WHERE d.tenant_id = :tenant AND d.id BETWEEN :lowest::uuid AND :highest::uuid LIMIT 2`,
    { ...range },
  );
  const [only] = found;
  if (found.length !== 1 || only!.mode !== mode || only!.kind !== "sign") return null;
  return { documentId: only!.documentId, orderId: only!.orderId };
}

async function findByExternalId(
  transaction: Transaction,
  mode: Mode,
  externalId: string,
): Promise<FoundRequest | null> {
  return transaction.one<FoundRequest>(
    `SELECT document_id AS "documentId", order_id AS "orderId" FROM certsign_requests
     WHERE tenant_id = :tenant AND mode = :mode AND external_id = :externalId`,
    { mode, externalId },
  );
}
