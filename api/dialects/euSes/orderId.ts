import type { Mode } from "../../apiKeys/caller.js";
import type { Transaction } from "../../database/transaction.js";

/**
 * The id of an order as this dialect writes it: the first 12 bytes of its UUID, 24 lower-case hexadecimal digits. Of a
 * UUID of version 7 (RFC 9562 5.7) these are the millisecond and 41 random bits. Two orders of one tenant have the same
 * only when they were made in the same millisecond, and then once in 2^41: a tenant who makes a thousand orders a second
 * without a pause meets that once in a hundred years. Then neither is found by it, rather than the wrong one.
 */
export function euSesOrderId(uuid: string): string {
  return uuid.replaceAll("-", "").slice(0, 24);
}

/**
 * Finds an order by that id: those that begin so stand side by side in the primary key.
 * @returns its UUID; null where the text is no such id, or names no order of the mode
 */
export async function findEuSesOrder(
  transaction: Transaction,
  mode: Mode,
  text: string,
): Promise<string | null> {
  if (!/^[0-9a-f]{24}$/.test(text)) return null;
  const begin = [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)];
  const found = await transaction.query<{ id: string; mode: Mode }>(
    `SELECT id, mode FROM orders
     WHERE tenant_id = :tenant AND id BETWEEN :first::uuid AND :last::uuid LIMIT 2`,
    { first: `${begin.join("-")}00000000`, last: `${begin.join("-")}ffffffff` },
  );
  const [order] = found;
  return order && found.length === 1 && order.mode === mode ? order.id : null;
}
