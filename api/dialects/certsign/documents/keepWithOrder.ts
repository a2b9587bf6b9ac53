import type { Caller } from "../../../apiKeys/caller.js";
import type { NewEvent } from "../../../audit/append.js";
import type { Transaction } from "../../../database/transaction.js";
import { applyEdit, type OrderEdit } from "../../../orders/editOrder.js";
import type { Order } from "../../../orders/order.js";
import { readSigners } from "../../../orders/orderRows.js";
import type { Platform } from "../../../platform.js";
import { refuseField } from "../certSignFailure.js";
import type { DocumentRequest } from "./readDocument.js";

const mostLabels = 20;

/**
 * Keeps with the order what its documents say of their archiving: it is deposited as a whole, its labels are the keywords
 * that it is found by, and the archivers' names stand in its metadata.
 * @param order locked
 * @returns the line of its audit trail, where anything is kept
 */
export async function keepWithOrder(
  platform: Pick<Platform, "clock">,
  transaction: Transaction,
  caller: Caller,
  order: Order,
  requests: readonly DocumentRequest[],
): Promise<NewEvent[]> {
  const labels = united(
    order.labels,
    requests.flatMap(({ keywords }) => keywords),
  );
  if (labels.length > mostLabels) {
    throw refuseField("keywords", "invalid", `of an order must be at most ${mostLabels} different ones`);
  }
  const known = order.metadata["archiver_names"]?.split(separator) ?? [];
  const archivers = united(
    known,
    requests.flatMap(({ archiverNames }) => archiverNames),
  );
  const isArchived = requests.some(({ archive }) => archive) && !order.archive;
  const edit: OrderEdit = {
    ...(labels.length > order.labels.length && { labels }),
    ...(archivers.length > known.length && {
      metadata: { ...order.metadata, archiver_names: archivers.join(separator) },
    }),
    ...(isArchived && { retention: { documents: null, evidence: null, archive: true } }),
  };
  if (Object.keys(edit).length === 0) return [];
  return applyEdit(platform, transaction, caller, order, await readSigners(transaction, [order.id]), edit);
}

const separator = ", ";

function united(known: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...known, ...more.filter((text) => text.trim() !== "")])];
}
