import { createHash } from "node:crypto";
import type { ObjectStore } from "../../ports/objectStore.js";

/** How many are remembered: 200 bytes each. */
const most = 10_000;

/**
 * MD5 of stored documents (RFC 1321), which this dialect tells and nothing rests on. They are not kept with the
 * documents: making one takes longer than the SHA-256 that every document needs, and few orders are ever told of in this
 * dialect. What is stored never changes, so that each is made once a process.
 */
export class DocumentDigests {
  readonly #known = new Map<string, string>();

  /** @returns 32 lower-case hexadecimal digits @throws what the object store throws */
  async of(objectStore: Pick<ObjectStore, "get">, objectKey: string): Promise<string> {
    const known = this.#known.get(objectKey);
    if (known !== undefined) return known;
    const md5 = createHash("md5")
      .update(await objectStore.get(objectKey))
      .digest("hex");
    this.remember(objectKey, md5);
    return md5;
  }

  /** Notes a digest that was made on the way. */
  remember(objectKey: string, md5: string): void {
    if (this.#known.size >= most) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(objectKey, md5);
  }
}
