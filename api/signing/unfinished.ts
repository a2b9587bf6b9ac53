import type { Transaction } from "../database/transaction.js";
import { failOrder } from "../orders/failOrder.js";
import { failureCauses } from "../orders/failureCause.js";
import { isLastingRefusal, lastingCause, triesBeforeFailure } from "../orders/lastingCause.js";
import { lockOrder } from "../orders/orderRows.js";
import { isRunning } from "../orders/state.js";
import type { Platform } from "../platform.js";
import { markNotSigning } from "../signers/signerRows.js";
import { causeOf } from "../work/causeOf.js";
import { retryAt } from "../work/retryAt.js";
import { endSigning, postponeSigning, readSigning, type Signing } from "./signingRows.js";

/** Ends a signing whose order ended first. */
export async function abandonSigning(transaction: Transaction, signing: Signing, at: Date): Promise<void> {
  if (await endSigning(transaction, signing.id, "abandoned", at)) {
    await markNotSigning(transaction, signing.signerId);
  }
}

/**
 * What becomes of a signing that did not succeed. It is tried again, later after each failure, for as long as it takes;
 * but where the documents themselves are the cause, the order fails after `triesBeforeFailure`.
 */
export async function postponeOrFail(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  tenantId: string,
  signingId: string,
  error: unknown,
): Promise<void> {
  await platform.database.withTenant(tenantId, async (transaction) => {
    const before = await readSigning(transaction, signingId);
    if (before?.state !== "pending") return;
    const order = await lockOrder(transaction, before.orderId);
    // Read again behind the lock: another process may have ended it meanwhile.
    const signing = await readSigning(transaction, signingId);
    if (signing?.state !== "pending") return;
    const lasting = lastingCause(error);
    const cause = lasting ?? (isLastingRefusal(error) ? "document_refused" : null);
    if (cause !== null && signing.attempts >= triesBeforeFailure && isRunning(order.state)) {
      await failOrder(platform, transaction, order, cause, engineError(error));
      return;
    }
    const until = retryAt(platform.clock.now(), signing.attempts);
    const why = lasting === null ? causeOf(error) : failureCauses[lasting];
    await postponeSigning(transaction, signingId, until, why);
  });
}

function engineError(error: unknown): Record<string, string> {
  return isLastingRefusal(error) ? { engine_error: error.code } : {};
}
