import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { notFound } from "../failure/failure.js";
import type { Order, OrderDocument, OrderWithParts, Placement, Signer } from "./order.js";

const orderColumns = `
  id, mode, title, external_id AS "externalId", state, consent_text AS "consentText", metadata,
  created_at AS "createdAt", expires_at AS "expiresAt", ended_at AS "endedAt", end_reason AS "endReason",
  chain_length AS "chainLength", chain_head AS "chainHead"`;

/** Reads an order. With a mode, an order of the other mode is not there. @throws Failure `not_found` */
export async function readOrder(transaction: Transaction, id: string, mode?: Mode): Promise<Order> {
  return found(
    await transaction.one<Order>(
      `SELECT ${orderColumns} FROM orders WHERE tenant_id = :tenant AND id = :id`,
      { id },
    ),
    mode,
  );
}

/**
 * Reads an order and locks it until the transaction ends. Every change to an order, its signers or its chain begins
 * here, so that changes to one order happen one after the other and no two can wait for each other.
 * @throws Failure `not_found`
 */
export async function lockOrder(transaction: Transaction, id: string, mode?: Mode): Promise<Order> {
  return found(
    await transaction.one<Order>(
      `SELECT ${orderColumns} FROM orders WHERE tenant_id = :tenant AND id = :id FOR UPDATE`,
      { id },
    ),
    mode,
  );
}

/** Reads a page of orders, newest first. */
export async function listOrderRows(
  transaction: Transaction,
  filter: {
    mode: Mode;
    state: string | null;
    externalId: string | null;
    before: string | null;
    limit: number;
  },
): Promise<Order[]> {
  const { mode, state, externalId, before, limit } = filter;
  const conditions = ["tenant_id = :tenant", "mode = :mode"];
  if (state !== null) conditions.push("state = :state");
  if (externalId !== null) conditions.push("external_id = :externalId");
  if (before !== null) conditions.push("id < :before::uuid");
  return transaction.query<Order>(
    `SELECT ${orderColumns} FROM orders WHERE ${conditions.join(" AND ")} ORDER BY id DESC LIMIT :limit`,
    { mode, state: state ?? "", externalId: externalId ?? "", before: before ?? "", limit },
  );
}

export async function readDocuments(
  transaction: Transaction,
  orderIds: readonly string[],
): Promise<OrderDocument[]> {
  return transaction.query<OrderDocument>(
    `SELECT d.id, d.order_id AS "orderId", d.position, d.kind, d.name, d.pages, d.revision, r.bytes, r.sha256
     FROM documents d
     JOIN document_revisions r ON r.tenant_id = d.tenant_id AND r.document_id = d.id AND r.revision = 0
     WHERE d.tenant_id = :tenant AND d.order_id = ANY(:orders::uuid[])
     ORDER BY d.order_id, d.position`,
    { orders: orderIds },
  );
}

export async function readSigners(transaction: Transaction, orderIds: readonly string[]): Promise<Signer[]> {
  return transaction.query<Signer>(
    `SELECT id, order_id AS "orderId", position, role, given_name AS "givenName", surname, country, email, phone,
       language, authentication, state, personal_key AS "personalKey", opened_at AS "openedAt",
       signed_at AS "signedAt", refused_at AS "refusedAt"
     FROM signers WHERE tenant_id = :tenant AND order_id = ANY(:orders::uuid[])
     ORDER BY order_id, position`,
    { orders: orderIds },
  );
}

export async function readPlacements(transaction: Transaction, signerId: string): Promise<Placement[]> {
  return transaction.query<Placement>(
    `SELECT signer_id AS "signerId", document_id AS "documentId", page, x, y, width, height
     FROM placements WHERE tenant_id = :tenant AND signer_id = :signerId`,
    { signerId },
  );
}

/** Adds documents and signers to orders that have been read. */
export async function withParts(
  transaction: Transaction,
  orders: readonly Order[],
): Promise<OrderWithParts[]> {
  if (orders.length === 0) return [];
  const ids = orders.map((order) => order.id);
  const documents = await readDocuments(transaction, ids);
  const signers = await readSigners(transaction, ids);
  return orders.map((order) => ({
    order,
    documents: documents.filter((document) => document.orderId === order.id),
    signers: signers.filter((signer) => signer.orderId === order.id),
  }));
}

function found(order: Order | null, mode?: Mode): Order {
  if (!order || (mode !== undefined && order.mode !== mode)) throw notFound("order");
  return order;
}
