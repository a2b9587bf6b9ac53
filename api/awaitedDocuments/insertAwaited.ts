import type { Caller } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import type { Order } from "../orders/order.js";
import type { Platform } from "../platform.js";
import type { AwaitedDocument } from "./awaitedDocument.js";
import type { NewAwaitedDocument } from "./planDocuments.js";
import { type Plan, sealPlan } from "./sealedPlan.js";

/** A new order as it is while its documents are fetched: nobody can act in it, and nothing be added to it. */
export function awaiting(order: Order): Order {
  return { ...order, state: "draft", awaitsDocuments: true };
}

/**
 * Has documents of a new order fetched as soon as it is committed.
 * @param plan what is to be placed in all of the order's documents then
 * @param isSent whether the order is sent then, or stays a draft
 */
export async function insertAwaited(
  platform: Pick<Platform, "secretBox" | "clock">,
  transaction: Transaction,
  { apiKeyId }: Pick<Caller, "apiKeyId">,
  orderId: string,
  documents: readonly NewAwaitedDocument[],
  plan: Plan,
  isSent: boolean,
): Promise<void> {
  const now = platform.clock.now();
  const rows = documents.map((document) => ({
    position: document.position,
    document_id: document.documentId,
    name: document.name,
    kind: document.kind,
    host: document.host,
    source: Buffer.from(document.source).toString("hex"),
  }));
  await transaction.query(
    `WITH awaiting AS (
       INSERT INTO awaited_orders (tenant_id, order_id, plan, is_sent, api_key_id, created_at, lease_until)
       VALUES (:tenant, :orderId, :plan, :isSent, :apiKeyId, :now, :now)
     )
     INSERT INTO awaited_documents (tenant_id, order_id, position, document_id, name, kind, host, source, state)
     SELECT :tenant, :orderId, position, document_id, name, kind, host, decode(source, 'hex'), 'awaited'
     FROM jsonb_to_recordset(:rows::jsonb) AS d (position integer, document_id uuid, name text, kind text, host text,
       source text)`,
    {
      orderId,
      plan: Buffer.from(sealPlan(platform, orderId, plan)),
      isSent,
      apiKeyId,
      now,
      rows: JSON.stringify(rows),
    },
  );
  transaction.announce("documents");
}

/** Documents that are about to be fetched, as they would be read back. */
export function awaitedRows(orderId: string, documents: readonly NewAwaitedDocument[]): AwaitedDocument[] {
  return documents.map(({ source: _, ...document }) => ({
    ...document,
    orderId,
    state: "awaited",
    error: null,
  }));
}
