import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import type { Profile } from "./profile.js";

const columns = `id, mode, code, name, is_default AS "isDefault", otp, reminders, sender, texts, branding, page,
  created_at AS "createdAt", updated_at AS "updatedAt", archived_at AS "archivedAt"`;

/** How a request names a profile: by its UUID or by its code. */
export interface ProfileName {
  readonly id: string | null;
  readonly code: string | null;
}

/** Finds a profile of a mode that is not archived, by its name; the default one where neither is given. */
export async function findProfile(
  transaction: Transaction,
  mode: Mode,
  { id, code }: ProfileName,
): Promise<Profile | null> {
  return transaction.one<Profile>(
    `SELECT ${columns} FROM profiles
     WHERE tenant_id = :tenant AND mode = :mode AND archived_at IS NULL
       AND CASE WHEN :id::uuid IS NOT NULL THEN id = :id
         WHEN :code::text IS NOT NULL THEN code = :code
         ELSE is_default END`,
    { mode, id, code },
  );
}

/** A page of profiles that are not archived, newest first. @param before UUID of the one after which it begins */
export async function listProfileRows(
  transaction: Transaction,
  mode: Mode,
  before: string | null,
  limit: number,
): Promise<Profile[]> {
  return transaction.query<Profile>(
    `SELECT ${columns} FROM profiles
     WHERE tenant_id = :tenant AND mode = :mode AND archived_at IS NULL
       AND (:before::uuid IS NULL OR id < :before)
     ORDER BY id DESC LIMIT :limit`,
    { mode, before, limit },
  );
}

/** Changes to a tenant's profiles of a mode happen one after the other: codes and the default are each one's only. */
export async function lockProfiles(transaction: Transaction, mode: Mode): Promise<void> {
  await transaction.query("SELECT pg_advisory_xact_lock(hashtextextended(:tenant::text || :mode, 17))", {
    mode,
  });
}

/** How many profiles of a mode are not archived. */
export async function countProfiles(transaction: Transaction, mode: Mode): Promise<number> {
  const row = await transaction.one<{ count: number }>(
    `SELECT count(*)::integer AS count FROM profiles
     WHERE tenant_id = :tenant AND mode = :mode AND archived_at IS NULL`,
    { mode },
  );
  return row?.count ?? 0;
}

/** Writes a new profile; the caller holds `lockProfiles`. */
export async function insertProfile(transaction: Transaction, profile: Profile): Promise<void> {
  await transaction.query(
    `INSERT INTO profiles (tenant_id, id, mode, code, name, is_default, otp, reminders, sender, texts, branding, page,
       created_at, updated_at)
     VALUES (:tenant, :id, :mode, :code, :name, :isDefault, :otp::jsonb, :reminders::jsonb, :sender::jsonb,
       :texts::jsonb, :branding::jsonb, :page::jsonb, :createdAt, :updatedAt)`,
    asJson(profile),
  );
}

/** Writes all that can change of a profile; the caller holds `lockProfiles`. */
export async function updateProfile(transaction: Transaction, profile: Profile): Promise<void> {
  await transaction.query(
    `UPDATE profiles SET code = :code, name = :name, is_default = :isDefault, otp = :otp::jsonb,
       reminders = :reminders::jsonb, sender = :sender::jsonb, texts = :texts::jsonb, branding = :branding::jsonb, page = :page::jsonb,
       updated_at = :updatedAt, archived_at = :archivedAt
     WHERE tenant_id = :tenant AND id = :id`,
    asJson(profile),
  );
}

/** No other profile of the mode is the default one from now on. */
export async function clearDefault(transaction: Transaction, mode: Mode, exceptId: string): Promise<void> {
  await transaction.query(
    `UPDATE profiles SET is_default = false
     WHERE tenant_id = :tenant AND mode = :mode AND is_default AND archived_at IS NULL AND id <> :exceptId`,
    { mode, exceptId },
  );
}

function asJson(profile: Profile): Record<string, unknown> {
  const { otp, reminders, sender, texts, branding, page } = profile;
  return {
    ...profile,
    otp: JSON.stringify(otp),
    reminders: reminders && JSON.stringify(reminders),
    sender: JSON.stringify(sender),
    texts: JSON.stringify(texts),
    branding: JSON.stringify(branding),
    page: JSON.stringify(page),
  };
}
