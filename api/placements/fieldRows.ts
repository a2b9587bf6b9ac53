import type { Transaction } from "../database/transaction.js";

/** Keeps what was filled in, in one statement. @param values by the placement's UUID; null: emptied */
export async function updateValues(
  transaction: Transaction,
  signerId: string,
  values: ReadonlyMap<string, string | null>,
  filledAt: Date,
): Promise<void> {
  const rows = [...values].map(([id, value]) => ({ id, value }));
  await transaction.query(
    `UPDATE placements p SET value = v.value, filled_at = :filledAt
     FROM jsonb_to_recordset(:rows::jsonb) AS v (id uuid, value text)
     WHERE p.tenant_id = :tenant AND p.id = v.id AND p.signer_id = :signerId AND NOT p.read_only`,
    { rows: JSON.stringify(rows), signerId, filledAt },
  );
}
