import type { Transaction } from "../database/transaction.js";
import type { PageSettings } from "./pageSettings.js";

/** What the profile of an order says of its signers' page; null: it has none. @param orderId UUID */
export async function readProfilePage(
  transaction: Transaction,
  orderId: string,
): Promise<PageSettings | null> {
  const row = await transaction.one<{ page: PageSettings }>(
    `SELECT p.page FROM orders o
     JOIN profiles p ON p.tenant_id = o.tenant_id AND p.id = o.profile_id
     WHERE o.tenant_id = :tenant AND o.id = :orderId`,
    { orderId },
  );
  return row?.page ?? null;
}
