import type { Caller } from "../apiKeys/caller.js";
import { notFound } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import type { Profile } from "./profile.js";
import { findProfile, listProfileRows, type ProfileName } from "./profileRows.js";

/** A page of the profiles of the caller's mode, newest first, and whether there are more. */
export async function listProfiles(
  platform: Pick<Platform, "database">,
  caller: Caller,
  before: string | null,
  limit: number,
): Promise<{ profiles: Profile[]; hasMore: boolean }> {
  const rows = await platform.database.withTenant(caller.tenantId, (transaction) =>
    listProfileRows(transaction, caller.mode, before, limit + 1),
  );
  return { profiles: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** One profile that is not archived. @throws Failure `not_found` */
export async function getProfile(
  platform: Pick<Platform, "database">,
  caller: Caller,
  name: ProfileName,
): Promise<Profile> {
  const profile = await platform.database.withTenant(caller.tenantId, (transaction) =>
    findProfile(transaction, caller.mode, name),
  );
  if (!profile) throw notFound("profile");
  return profile;
}
