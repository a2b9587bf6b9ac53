import { openPdf } from "../../../engine/pdf/document.js";
import type { Caller } from "../../apiKeys/caller.js";
import type { Transaction } from "../../database/transaction.js";
import { requireSame } from "../../documents/fetchDocument.js";
import type { Order, OrderDocument } from "../../orders/order.js";
import { readDocuments, readOrder } from "../../orders/orderRows.js";
import type { PlaceableDocument } from "../../placements/placesInDocument.js";
import type { Platform } from "../../platform.js";

/** A document of an order with its source, opened. */
export interface StoredSource extends PlaceableDocument {
  readonly document: OrderDocument;
}

/**
 * Reads the sources of an order's documents back from the store, in their order. Nothing ever changes them.
 * @param check is given the order first, and may refuse it
 * @throws Failure `not_found`
 */
export async function readStoredSources(
  platform: Pick<Platform, "database" | "objectStore">,
  caller: Pick<Caller, "tenantId" | "mode">,
  orderId: string,
  check?: (order: Order) => void,
): Promise<StoredSource[]> {
  const { documents, keys } = await platform.database.withTenant(caller.tenantId, async (transaction) => {
    const order = await readOrder(transaction, orderId, caller.mode);
    check?.(order);
    return {
      documents: await readDocuments(transaction, [orderId]),
      keys: await readSourceKeys(transaction, orderId),
    };
  });
  const sources: StoredSource[] = [];
  for (const document of documents) {
    const key = keys.get(document.id)!;
    const bytes = await platform.objectStore.get(key);
    requireSame(bytes, document.sha256, key);
    sources.push({ document, kind: document.kind, pages: document.pages, pdf: openPdf(bytes) });
  }
  return sources;
}

/** Keys of the sources' objects, by the document's UUID. */
async function readSourceKeys(transaction: Transaction, orderId: string): Promise<Map<string, string>> {
  const rows = await transaction.query<{ id: string; key: string }>(
    `SELECT d.id, r.object_key AS key FROM documents d
     JOIN document_revisions r ON r.tenant_id = d.tenant_id AND r.document_id = d.id AND r.revision = 0
     WHERE d.tenant_id = :tenant AND d.order_id = :orderId`,
    { orderId },
  );
  return new Map(rows.map(({ id, key }) => [id, key]));
}
