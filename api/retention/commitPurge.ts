import { createHash } from "node:crypto";
import { appendEvents, endOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Order } from "../orders/order.js";
import { lockOrder, readSigners } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import type { Purge } from "./purge.js";
import { endPurge, readPurge } from "./purgeRows.js";
import type { ReceiptSource } from "./receipt.js";
import { scrubSigners } from "./scrubSigners.js";

/** A receipt's text, and the signature over it. */
export interface SignedReceipt {
  readonly text: string;
  readonly signature: Uint8Array;
}

/**
 * Ends a purge whose objects are gone, with its receipt. With an order's evidence goes, in the same transaction, all that
 * is personal in its rows.
 * @returns the purge as it is then; that of another process, where it came first
 * @throws Failure `unavailable` where the order's chain has grown since the receipt was made
 */
export async function commitPurge(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  transaction: Transaction,
  source: ReceiptSource,
  receipt: SignedReceipt,
  doneAt: Date,
): Promise<Purge> {
  const { purge } = source;
  const [order, now] = await Promise.all([
    lockOrder(transaction, purge.orderId),
    readPurge(transaction, purge.id),
  ]);
  if (now.state === "done") return now;
  if (purge.subject === "evidence") await purgeRows(platform, transaction, order, source, doneAt);
  if (purge.subject === "documents") {
    const data = {
      purge: publicId("pur", purge.id),
      objects: purge.objectKeys.length,
      receipt: createHash("sha256").update(receipt.text, "utf8").digest("hex"),
    };
    await appendEvents(platform, transaction, endOf(order), [
      { type: "documents.purged", actor: { kind: "system" }, data },
    ]);
  }
  await endPurge(transaction, purge.id, receipt, doneAt);
  return readPurge(transaction, purge.id);
}

/** What a chain holds only the database's own function deletes, which looks for itself whether it may. */
async function purgeRows(
  platform: Pick<Platform, "random">,
  transaction: Transaction,
  order: Order,
  { chain }: ReceiptSource,
  at: Date,
): Promise<void> {
  if (order.chainLength !== chain.length) {
    throw new Failure("unavailable", "Something happened in the order while its evidence was being purged.");
  }
  const signers = await readSigners(transaction, [order.id]);
  await scrubSigners(
    platform,
    transaction,
    signers.map(({ id }) => id),
    at,
  );
  await transaction.query("SELECT purge_order(:orderId::uuid, :at::timestamptz)", { orderId: order.id, at });
}
