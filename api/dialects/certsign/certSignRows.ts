import type { Mode } from "../../apiKeys/caller.js";
import type { Transaction } from "../../database/transaction.js";
import { decimalId, uuidsOf } from "./decimalId.js";

/** What an order of this dialect has that others have not. */
export interface CertSignOrder {
  readonly orderId: string;
  readonly mode: Mode;
  /** `externalOrderRequestId`. */
  readonly externalId: string | null;
  /** `enableOtp`. */
  readonly otp: boolean;
}

/** A document of an order, as the dialect asks for its signature. */
export interface CertSignRequest {
  readonly documentId: string;
  readonly orderId: string;
  readonly mode: Mode;
  /** `externalSignatureRequestId`. */
  readonly externalId: string | null;
  /** `enableArchive`. */
  readonly archive: boolean;
}

/** What stands in the way of new rows. */
export type Taken =
  | { readonly what: "number" }
  /** Ids of the caller's own. */
  | { readonly what: "external_id"; readonly externalIds: readonly string[] };

/**
 * Writes what is new of an order whose own row is written. Of two at once with one external id the second waits for the
 * first.
 * @returns null, or why it was not written: then nothing of the transaction may be kept
 */
export async function insertCertSignOrder(
  transaction: Transaction,
  order: CertSignOrder,
): Promise<Taken | null> {
  const number = decimalId(order.orderId);
  if (await isShared(transaction, "orders", [number])) return { what: "number" };
  const written = await transaction.one(
    `INSERT INTO certsign_orders (tenant_id, order_id, mode, number, external_id, otp)
     VALUES (:tenant, :orderId, :mode, :number::bigint, :externalId, :otp)
     ON CONFLICT DO NOTHING RETURNING order_id`,
    { ...order, number },
  );
  if (written !== null) return null;
  const { mode, externalId } = order;
  return whatIsTaken(transaction, "certsign_orders", mode, externalId === null ? [] : [externalId]);
}

/** The same of documents, of one order. */
export async function insertCertSignRequests(
  transaction: Transaction,
  mode: Mode,
  requests: readonly CertSignRequest[],
): Promise<Taken | null> {
  const rows = requests.map(({ documentId, orderId, externalId, archive }) => ({
    document_id: documentId,
    order_id: orderId,
    number: decimalId(documentId),
    external_id: externalId,
    archive,
  }));
  const numbers = rows.map(({ number }) => number);
  if (await isShared(transaction, "documents", numbers)) return { what: "number" };
  const written = await transaction.query(
    `INSERT INTO certsign_requests (tenant_id, document_id, order_id, mode, number, external_id, archive)
     SELECT :tenant, document_id, order_id, :mode, number, external_id, archive
     FROM jsonb_to_recordset(:rows::jsonb) AS r (document_id uuid, order_id uuid, number bigint, external_id text,
       archive boolean)
     ON CONFLICT DO NOTHING RETURNING document_id`,
    { mode, rows: JSON.stringify(rows) },
  );
  if (written.length === rows.length) return null;
  const externalIds = requests.flatMap(({ externalId }) => externalId ?? []);
  return whatIsTaken(transaction, "certsign_requests", mode, externalIds);
}

/** Those of orders by their UUIDs; of orders that were made elsewhere there is none. */
export async function readCertSignOrders(
  transaction: Transaction,
  orderIds: readonly string[],
): Promise<CertSignOrder[]> {
  return transaction.query<CertSignOrder>(
    `SELECT order_id AS "orderId", mode, external_id AS "externalId", otp FROM certsign_orders
     WHERE tenant_id = :tenant AND order_id = ANY(:orderIds::uuid[])`,
    { orderIds },
  );
}

/** Those of all documents of orders. */
export async function readCertSignRequests(
  transaction: Transaction,
  orderIds: readonly string[],
): Promise<CertSignRequest[]> {
  return transaction.query<CertSignRequest>(
    `SELECT document_id AS "documentId", order_id AS "orderId", mode, external_id AS "externalId", archive
     FROM certsign_requests WHERE tenant_id = :tenant AND order_id = ANY(:orderIds::uuid[])`,
    { orderIds },
  );
}

/** Whether one of these numbers, which rows of this transaction have, is also that of another row, of whatever origin. */
async function isShared(
  transaction: Transaction,
  table: "orders" | "documents",
  numbers: readonly string[],
): Promise<boolean> {
  const ranges = numbers.map((number) => uuidsOf(number)!);
  const row = await transaction.one<{ found: number }>(
    `SELECT count(*)::integer AS found
     FROM unnest(:lowest::uuid[], :highest::uuid[]) AS r (lowest, highest)
     JOIN ${table} t ON t.tenant_id = :tenant AND t.id BETWEEN r.lowest AND r.highest`,
    { lowest: ranges.map(({ lowest }) => lowest), highest: ranges.map(({ highest }) => highest) },
  );
  return row!.found > numbers.length;
}

async function whatIsTaken(
  transaction: Transaction,
  table: "certsign_orders" | "certsign_requests",
  mode: Mode,
  externalIds: readonly string[],
): Promise<Taken> {
  const found = await transaction.query<{ externalId: string }>(
    `SELECT external_id AS "externalId" FROM ${table}
     WHERE tenant_id = :tenant AND mode = :mode AND external_id = ANY(:externalIds::text[])`,
    { mode, externalIds },
  );
  if (found.length === 0) return { what: "number" };
  return { what: "external_id", externalIds: found.map(({ externalId }) => externalId) };
}
