import { Failure } from "../failure/failure.js";
import { storeLocked } from "../objectLock/storeLocked.js";
import type { Platform } from "../platform.js";
import { ObjectStoreError } from "../ports/objectStore.js";

/**
 * Stores an object, under lock where the store keeps locks, or finds it stored by an earlier try. For keys that follow
 * from what is stored there, so that every try has the same bytes for the same key.
 * @returns until when the store itself refuses to delete it; null where it does not promise that
 * @throws ObjectStoreError `invalid_key`, `unavailable`; Failure `internal_error` when other bytes lie there
 */
export async function storeOnce(
  platform: Pick<Platform, "objectStore" | "objectLock">,
  key: string,
  bytes: Uint8Array,
  contentType: string,
  until: Date,
): Promise<Date | null> {
  try {
    return await storeLocked(platform, key, bytes, contentType, until);
  } catch (error) {
    if (!(error instanceof ObjectStoreError) || error.code !== "exists") throw error;
  }
  if (Buffer.compare(await platform.objectStore.get(key), bytes) !== 0) {
    throw new Failure("internal_error", `Another object lies where ${key} belongs.`);
  }
  if (platform.objectLock === null) return null;
  // The try that stored it may have met a store without locks.
  await platform.objectLock.extend(key, until);
  return until;
}
