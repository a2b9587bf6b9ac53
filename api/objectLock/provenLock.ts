import type { Clock } from "../ports/clock.js";
import type { Log } from "../ports/log.js";
import type { ObjectLock } from "../ports/objectLock.js";
import { type ObjectStore, ObjectStoreError } from "../ports/objectStore.js";
import type { Random } from "../ports/random.js";
import { isStored } from "./isStored.js";

/** `auto`: locks are used where the store keeps them. `required`: it does not start without. `off`: none are asked for. */
export type LockWish = "auto" | "required" | "off";

/** Long enough to outlast a clock that is off, and the try to delete it. */
const lockSeconds = 120;

interface Needs {
  readonly objectStore: ObjectStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/**
 * Finds out whether a store keeps the locks that it takes, by storing an object under lock and trying to delete it.
 * A lock that is not kept is worse than none: somebody would rely on it.
 * @param lock null where the store has none
 * @returns the locks, proven; null where none may be promised
 * @throws Error where they are required and not kept; ObjectStoreError `unavailable` where the store cannot be asked
 */
export async function provenLock(
  platform: Needs,
  lock: ObjectLock | null,
  wish: LockWish,
): Promise<ObjectLock | null> {
  if (wish === "off") return null;
  const defect = lock === null ? "it has none" : await defectOf(platform, lock);
  if (defect === null) {
    platform.log.info({}, "the object store keeps locks: evidence is stored under them");
    return lock;
  }
  if (wish === "required")
    throw new Error(`OBJECT_LOCK is required, and the object store keeps no locks: ${defect}.`);
  // A directory has none, as everybody knows; of a store that takes locks one would think otherwise.
  if (lock !== null)
    platform.log.warn({ defect }, "the object store keeps no locks: nothing is promised of them");
  return null;
}

/** @returns what is wrong with the store's locks; null when nothing is */
async function defectOf({ objectStore, clock, random }: Needs, lock: ObjectLock): Promise<string | null> {
  // Asked first, so that a store that is away is not taken for one without locks.
  await objectStore.probe();
  const key = `probe/lock-${Buffer.from(random.bytes(16)).toString("hex")}`;
  const until = new Date(clock.now().getTime() + lockSeconds * 1000);
  try {
    await lock.putLocked(key, Buffer.from(until.toISOString()), "text/plain", until);
  } catch (error) {
    if (!(error instanceof ObjectStoreError)) throw error;
    return "it does not take them";
  }
  try {
    await objectStore.delete(key);
  } catch (error) {
    if (!(error instanceof ObjectStoreError) || error.code !== "locked") throw error;
    deleteLater(objectStore, key);
    return (await isStored(objectStore, key)) ? null : "an object under lock could be hidden";
  }
  return "an object under lock could be deleted";
}

/** A process that ends before leaves the few bytes behind. */
function deleteLater(objectStore: ObjectStore, key: string): void {
  const remove = () => void objectStore.delete(key).catch(() => undefined);
  setTimeout(remove, (lockSeconds + 10) * 1000).unref();
}
