import type { Caller } from "../../apiKeys/caller.js";
import { notFound } from "../../failure/failure.js";
import type { Platform } from "../../platform.js";
import { findEuSesOrder } from "./orderId.js";

/**
 * The order that a path names.
 * @param text 24 hexadecimal digits, in any case
 * @returns its UUID
 * @throws Failure `not_found`, where the caller's tenant has none by it in the caller's mode
 */
export async function orderIdOf(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  text: string,
): Promise<string> {
  const found = await platform.database.withTenant(tenantId, (transaction) =>
    findEuSesOrder(transaction, mode, text.toLowerCase()),
  );
  if (found === null) throw notFound("signature");
  return found;
}
