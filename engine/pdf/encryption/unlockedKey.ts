/** The file encryption key, and whose password gave it. */
export interface UnlockedKey {
  readonly key: Uint8Array;
  readonly owner: boolean;
}
