import { type ObjectStore, ObjectStoreError } from "../ports/objectStore.js";

/** Whether an object can be read: what a store says that it did is not believed. @throws ObjectStoreError `unavailable` */
export async function isStored(objectStore: ObjectStore, key: string): Promise<boolean> {
  try {
    await objectStore.get(key);
    return true;
  } catch (error) {
    if (error instanceof ObjectStoreError && error.code === "not_found") return false;
    throw error;
  }
}
