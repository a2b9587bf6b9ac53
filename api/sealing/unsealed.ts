import type { EngineErrorCode } from "../../engine/error.js";
import { padesLevels } from "../../engine/pades/level.js";
import type { Transaction } from "../database/transaction.js";
import { failOrder } from "../orders/failOrder.js";
import { failureCauses } from "../orders/failureCause.js";
import { isLastingRefusal, lastingCause, triesBeforeFailure } from "../orders/lastingCause.js";
import type { SignatureLevel } from "../orders/order.js";
import { lockOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { causeOf } from "../work/causeOf.js";
import { retryAt } from "../work/retryAt.js";
import { postponeSeal, readSeal } from "./sealRows.js";

/** A document that stays as its signers left it. */
export interface UnsealedDocument {
  /** That of its signatures; null where nobody signed it. */
  readonly level: SignatureLevel | null;
  /** Why it cannot be sealed. */
  readonly refusal: EngineErrorCode;
}

/**
 * Why a document is left unsealed. What the engine refuses of it will not change; but all signatures are there, so
 * that after `triesBeforeFailure`, in which an operator sees it among what is stuck, the order is completed without.
 * @param tries of the seal so far, this one counted
 * @returns null where the seal is to be tried again
 */
export function lastingRefusal(error: unknown, tries: number): EngineErrorCode | null {
  return isLastingRefusal(error) && tries >= triesBeforeFailure ? error.code : null;
}

/** The lowest level among some documents', those left out that nobody signed. */
export function lowestOf(
  documents: readonly { readonly level: SignatureLevel | null }[],
): SignatureLevel | null {
  const ranks = documents.flatMap(({ level }) => (level === null ? [] : [padesLevels.indexOf(level)]));
  return padesLevels[Math.min(...ranks)] ?? null;
}

/**
 * What becomes of a seal that did not succeed: it is tried again, later after each failure; but where a signed document
 * is lost, the order fails after `triesBeforeFailure`.
 */
export async function postponeOrFail(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  transaction: Transaction,
  orderId: string,
  error: unknown,
): Promise<void> {
  const order = await lockOrder(transaction, orderId);
  const seal = await readSeal(transaction, orderId);
  if (seal?.state !== "pending") return;
  const cause = lastingCause(error);
  if (cause !== null && seal.attempts >= triesBeforeFailure) {
    await failOrder(platform, transaction, order, cause);
    return;
  }
  const until = retryAt(platform.clock.now(), seal.attempts);
  await postponeSeal(transaction, orderId, until, cause === null ? causeOf(error) : failureCauses[cause]);
}
