import type { Transaction } from "../../database/transaction.js";

/** How often each signer of an order has typed a code that was sent by e-mail, by the signer's UUID. */
export async function readCodeTries(
  transaction: Transaction,
  orderId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction.query<{ signerId: string; tries: number }>(
    `SELECT c.signer_id AS "signerId", sum(c.tries)::integer AS tries
     FROM signers s JOIN otp_codes c ON c.tenant_id = s.tenant_id AND c.signer_id = s.id
     WHERE s.tenant_id = :tenant AND s.order_id = :orderId AND c.channel = 'email' GROUP BY c.signer_id`,
    { orderId },
  );
  return new Map(rows.map(({ signerId, tries }) => [signerId, tries]));
}
