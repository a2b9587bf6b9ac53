import type { Platform } from "../platform.js";

/**
 * Stores an object, under lock where the store keeps locks.
 * @param until of the lock
 * @returns until when the store itself refuses to delete it; null where it does not promise that
 * @throws ObjectStoreError `exists`, `invalid_key`, `unavailable`
 */
export async function storeLocked(
  platform: Pick<Platform, "objectStore" | "objectLock">,
  key: string,
  bytes: Uint8Array,
  contentType: string,
  until: Date,
): Promise<Date | null> {
  if (platform.objectLock === null) {
    await platform.objectStore.put(key, bytes, contentType);
    return null;
  }
  await platform.objectLock.putLocked(key, bytes, contentType, until);
  return until;
}
