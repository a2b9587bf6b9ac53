import type { Transaction } from "../../database/transaction.js";
import { replaceOpenCodes } from "../../otp/codeRows.js";
import { statesBefore } from "../signerState.js";

/**
 * Takes a signer out of their order: nothing comes of their link and their codes any more.
 * @param state `removed` by the tenant, or `delegated` by themselves
 * @param replacedBy UUID of whoever takes their place, or null
 */
export async function takeOut(
  transaction: Transaction,
  signerId: string,
  state: "removed" | "delegated",
  replacedBy: string | null,
  at: Date,
): Promise<void> {
  await transaction.query(
    `UPDATE signers SET state = :state, replaced_by = :replacedBy, removed_at = :at, next_reminder_at = NULL
     WHERE tenant_id = :tenant AND id = :signerId AND state = ANY(:from)`,
    { signerId, state, replacedBy, at, from: statesBefore(state === "removed" ? "remove" : "delegate") },
  );
  await replaceOpenCodes(transaction, signerId);
}

/** Gives what is not signed yet to another signer of an order: placements, and the witnesses of the signature to come. */
export async function handOn(
  transaction: Transaction,
  orderId: string,
  from: string,
  to: string,
): Promise<void> {
  await transaction.query(
    `WITH witnesses AS (
       UPDATE signers SET witness_of = :to
       WHERE tenant_id = :tenant AND order_id = :orderId AND witness_of = :from
     )
     UPDATE placements SET signer_id = :to, value = CASE WHEN filled_at IS NULL THEN value END, filled_at = NULL
     WHERE tenant_id = :tenant AND signer_id = :from`,
    { orderId, from, to },
  );
}
