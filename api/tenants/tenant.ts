import type { Transaction } from "../database/transaction.js";

/** The tenant's name, as signers see it. */
export async function tenantName(transaction: Transaction): Promise<string> {
  const row = await transaction.one<{ name: string }>("SELECT name FROM tenants WHERE tenant_id = :tenant");
  if (!row) throw new Error("The transaction's tenant does not exist.");
  return row.name;
}
