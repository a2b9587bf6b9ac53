import type { Transaction } from "../database/transaction.js";
import type { Placement } from "../orders/order.js";
import { readPlacements } from "../orders/orderRows.js";
import { readPath, type StoredPath } from "./pathRows.js";

/** What the rows say of a signer's path, as read under the lock on their order. */
export interface StepsTaken {
  readonly path: StoredPath;
  /** Of this signer. */
  readonly placements: readonly Placement[];
}

/** Reads how far a signer has come. */
export async function readSteps(transaction: Transaction, signerId: string): Promise<StepsTaken> {
  const [path, placements] = await Promise.all([
    readPath(transaction, signerId),
    readPlacements(transaction, signerId),
  ]);
  return { path, placements };
}
