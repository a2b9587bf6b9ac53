import type { Transaction } from "../database/transaction.js";
import type { Platform } from "../platform.js";

/** What stands where a name stood. */
export const erasedName = "erased";

/**
 * Makes signers unknown for good: no name, no address, no language, and no key to what the chain says of them in
 * personal data, so that the chain stays whole and nobody can read it. Their links lead nowhere.
 *
 * The caller holds the lock on their order, which has ended, and writes the event.
 * @param signerIds UUIDs
 */
export async function scrubSigners(
  platform: Pick<Platform, "random">,
  transaction: Transaction,
  signerIds: readonly string[],
  at: Date,
): Promise<void> {
  if (signerIds.length === 0) return;
  const rows = signerIds.map((id) => ({
    id,
    // Of no link: nobody knows what would hash to it.
    link_hash: Buffer.from(platform.random.bytes(32)).toString("hex"),
  }));
  await transaction.query(
    `UPDATE signers s SET given_name = :name, surname = :name, country = 'ZZ', email = NULL, phone = NULL,
       code_contact = NULL, language = 'und', external_id = NULL, code_text = NULL, next_reminder_at = NULL, personal_key = NULL,
       erased_at = :at, link_hash = decode(r.link_hash, 'hex')
     FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, link_hash text)
     WHERE s.tenant_id = :tenant AND s.id = r.id AND s.erased_at IS NULL`,
    { rows: JSON.stringify(rows), name: erasedName, at },
  );
}
