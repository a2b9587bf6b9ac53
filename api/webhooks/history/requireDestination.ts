import type { Mode } from "../../apiKeys/caller.js";
import type { Transaction } from "../../database/transaction.js";
import { notFound } from "../../failure/failure.js";

/**
 * Whose deliveries can be read: an endpoint of the mode. One that is deleted is still there as long as they are.
 * @throws Failure `not_found`
 */
export async function requireEndpoint(transaction: Transaction, mode: Mode, id: string): Promise<void> {
  const found = await transaction.one(
    "SELECT id FROM webhook_endpoints WHERE tenant_id = :tenant AND id = :id AND mode = :mode",
    { id, mode },
  );
  if (found === null) throw notFound("webhook endpoint");
}

/** An order of the mode, whether it has a callback now or had one. @throws Failure `not_found` */
export async function requireOrder(transaction: Transaction, mode: Mode, id: string): Promise<void> {
  const found = await transaction.one(
    "SELECT id FROM orders WHERE tenant_id = :tenant AND id = :id AND mode = :mode",
    { id, mode },
  );
  if (found === null) throw notFound("order");
}
