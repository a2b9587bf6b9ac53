import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import { readOrder } from "../orders/orderRows.js";
import { readKept } from "./keptRows.js";
import type { Purge } from "./purge.js";
import type { ReceiptSource, Remains } from "./receipt.js";

/**
 * Reads what a purge's receipt says beside what was purged.
 * @throws Failure `unavailable` as long as anything of the order is being purged, or stored, that goes before it
 */
export async function readReceiptSource(transaction: Transaction, purge: Purge): Promise<ReceiptSource> {
  const [order, [kept], waiting, file] = await Promise.all([
    readOrder(transaction, purge.orderId),
    readKept(transaction, [purge.orderId]),
    transaction.one<{ claimed: boolean; purging: boolean }>(
      `SELECT EXISTS (SELECT FROM object_claims
           WHERE tenant_id = :tenant AND starts_with(object_key, :folder)) AS claimed,
         EXISTS (SELECT FROM purges
           WHERE tenant_id = :tenant AND order_id = :orderId AND id <> :id AND state = 'pending') AS purging`,
      { orderId: purge.orderId, id: purge.id, folder: `${transaction.tenantId}/orders/${purge.orderId}/` },
    ),
    transaction.one<{ archive: boolean }>(
      `SELECT archive FROM evidence_files WHERE tenant_id = :tenant AND order_id = :orderId AND state = 'stored'`,
      { orderId: purge.orderId },
    ),
  ]);
  if (!kept || !waiting) throw new Error("A purge is of an order that has ended.");
  // What a signing that never came to its end has stored: the sweeper deletes it when its claim runs out.
  if (purge.subject === "documents" && waiting.claimed) {
    throw new Failure("unavailable", "An unfinished revision of a document is still being cleared away.");
  }
  if (purge.subject === "evidence" && waiting.purging) {
    throw new Failure("unavailable", "The order's documents are still being purged.");
  }
  return {
    purge,
    mode: order.mode,
    kept,
    chain: { length: order.chainLength, head: order.chainHead },
    clockOffsetSeconds: order.clockOffsetSeconds,
    remains:
      purge.subject === "evidence"
        ? withoutTerm(["order_record", "usage_records", "log_leaves"])
        : [...untilThen(kept.evidenceUntil, file), ...withoutTerm(["order_record"])],
  };
}

function untilThen(at: Date, file: { archive: boolean } | null): Remains[] {
  const until = at.toISOString();
  return [
    ...(file ? [{ what: "evidence_file" as const, until, documents: file.archive }] : []),
    { what: "audit_trail", until },
  ];
}

function withoutTerm(what: readonly Remains["what"][]): Remains[] {
  return what.map((part) => ({ what: part, until: null }));
}
