import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";

/**
 * Until when a checkpoint is locked in the store: as long as the tenant keeps evidence, 10 years at least and 100 at
 * most, and a year more, because an order is logged before it ends and its term begins. A test's is locked for a month:
 * enough to see that it is, and nobody has to keep what was only tried out.
 */
export async function logLockEnd(transaction: Transaction, mode: Mode, createdAt: Date): Promise<Date> {
  const term = await transaction.one<{ until: Date }>(
    `SELECT :createdAt::timestamptz + CASE WHEN :mode = 'test' THEN interval '1 month' ELSE
       interval '1 year' + least(interval '100 years', greatest(interval '10 years', (
         SELECT evidence::interval FROM retention_settings WHERE tenant_id = :tenant AND mode = :mode)))
       END AS until`,
    { mode, createdAt },
  );
  return term!.until;
}
