import { randomUUID } from "node:crypto";
import { type ObjectStore, ObjectStoreError } from "../../ports/objectStore.js";

/**
 * Proves that a store can be written and read by doing it with a few bytes, which are removed again.
 * @throws ObjectStoreError `unavailable`
 */
export async function probeByUse(store: Pick<ObjectStore, "put" | "get" | "delete">): Promise<void> {
  const content = randomUUID();
  const key = `probe/${content}`;
  await store.put(key, Buffer.from(content), "text/plain");
  let read: Uint8Array;
  try {
    read = await store.get(key);
  } catch (error) {
    throw new ObjectStoreError("unavailable", "The object store does not give back what was stored.", error);
  } finally {
    await store.delete(key);
  }
  if (Buffer.compare(read, Buffer.from(content)) !== 0) {
    throw new ObjectStoreError("unavailable", "The object store gives back other bytes than were stored.");
  }
}
