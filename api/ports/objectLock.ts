/**
 * What an object store does that keeps objects from everybody, its owner included, until a time (write once, read
 * many). Errors are those of the object store.
 */
export interface ObjectLock {
  /**
   * Stores an object whole, or not at all, that nobody can delete or overwrite before `until`.
   * @param until whole seconds count
   * @throws ObjectStoreError `exists`, `invalid_key`, `unavailable`
   */
  putLocked(key: string, bytes: Uint8Array, contentType: string, until: Date): Promise<void>;
  /** Moves the end of an object's lock to a later time. @throws ObjectStoreError `not_found`, `unavailable` */
  extend(key: string, until: Date): Promise<void>;
  /** Places a hold on an object, or lifts it, beside its lock: with a hold it stays, whatever its lock's end. */
  hold(key: string, on: boolean): Promise<void>;
}
