import { isStored } from "../objectLock/isStored.js";
import type { Platform } from "../platform.js";
import { ObjectStoreError } from "../ports/objectStore.js";

/** Objects that are deleted at a time. */
const atATime = 8;

/**
 * Deletes objects, and looks whether they are gone: a store that hides what it was to delete, or keeps it under lock, is
 * not believed. May run twice.
 * @throws ObjectStoreError `locked`, `unavailable`, also where an object can still be read
 */
export async function deleteObjects(
  { objectStore }: Pick<Platform, "objectStore">,
  keys: readonly string[],
): Promise<void> {
  const waiting = [...keys];
  const work = async () => {
    for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
      await objectStore.delete(key);
      if (await isStored(objectStore, key)) {
        throw new ObjectStoreError("unavailable", "The object store still has what it was told to delete.");
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, keys.length) }, work));
}
