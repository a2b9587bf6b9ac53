import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import type { TestService } from "./service.js";

/** Keys of the objects that orders have left in the store, without the authorities' certificates. */
export async function storedObjects(service: TestService): Promise<string[]> {
  const entries = await readdir(service.objects, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(service.objects, join(entry.parentPath, entry.name)))
    .filter((key) => /(^|\/)orders\//.test(key))
    .sort();
}
