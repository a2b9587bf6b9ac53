import type { Transaction } from "../../database/transaction.js";
import { releaseObjects } from "../../documents/claims.js";
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

/**
 * Gives what is not signed yet to another signer of an order: placements, and the witnesses of the signature to come. What
 * the former signer filled in stays behind, and so does what their signature would have looked like: it may show their hand.
 */
export async function handOn(
  transaction: Transaction,
  orderId: string,
  from: string,
  to: string,
  at: Date,
): Promise<void> {
  const images = await transaction.query<{ key: string }>(
    `SELECT DISTINCT appearance_key AS key FROM placements
     WHERE tenant_id = :tenant AND signer_id = :from AND appearance_key IS NOT NULL`,
    { from },
  );
  await releaseObjects(
    transaction,
    images.map(({ key }) => key),
    at,
  );
  await transaction.query(
    `WITH witnesses AS (
       UPDATE signers SET witness_of = :to
       WHERE tenant_id = :tenant AND order_id = :orderId AND witness_of = :from
     )
     UPDATE placements SET signer_id = :to, value = CASE WHEN filled_at IS NULL THEN value END, filled_at = NULL,
       appearance = NULL, appearance_key = NULL
     WHERE tenant_id = :tenant AND signer_id = :from`,
    { orderId, from, to },
  );
}
