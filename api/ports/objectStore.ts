/**
 * Where bytes live: documents, their signed revisions, evidence.
 *
 * Objects are written once under a key that is never reused, so a reader can never meet half of one.
 */
export interface ObjectStore {
  /**
   * Stores an object whole, or not at all.
   * @param key 1 to 512 characters of `a-z A-Z 0-9 . _ - /`, no segment empty, of dots alone or over 255 characters;
   *   and no key continues another (`a` and `a/b`), which a file system cannot hold
   * @throws ObjectStoreError `exists` when the key is taken, `invalid_key`, `unavailable` when the store cannot be
   *   reached; after `unavailable` the object may be there or not
   */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** @throws ObjectStoreError `not_found`, `unavailable` */
  get(key: string): Promise<Uint8Array>;
  /**
   * Deletes, with every version that the store keeps; an object that is not there is no error.
   * @throws ObjectStoreError `locked` when the store keeps it until its lock ends, `unavailable`
   */
  delete(key: string): Promise<void>;
  /** Resolves when the store can be read and written; for readiness. @throws ObjectStoreError `unavailable` */
  probe(): Promise<void>;
}

export type ObjectStoreErrorCode = "exists" | "not_found" | "invalid_key" | "locked" | "unavailable";

export class ObjectStoreError extends Error {
  override readonly name = "ObjectStoreError";
  constructor(
    readonly code: ObjectStoreErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}
