import { createHash, type Hash } from "node:crypto";

/** Signatures of one file can each cover all of it; together they may cost this many times its length. */
const MAX_TIMES = 16;
const FREE_BYTES = 64 * 1024 * 1024;

/** Hashing all that the signatures of a file say they cover would cost too much. */
export class HashingLimit extends Error {
  override readonly name = "HashingLimit";
}

/**
 * Digests of the beginnings of a file, each of which goes on from the one before: its revisions and what its
 * signatures cover cost one passage together, and not one each.
 */
export class FileHashes {
  readonly #states = new Map<string, { readonly upTo: number; readonly hash: Hash }[]>();
  #left: number;

  constructor(readonly bytes: Uint8Array) {
    this.#left = MAX_TIMES * bytes.length + FREE_BYTES;
  }

  /** Of all bytes before an offset. @param algorithm as the provider calls it: `sha256` */
  before(end: number, algorithm = "sha256"): Buffer {
    return this.#running(end, algorithm).copy().digest();
  }

  /** Of the bytes before one offset and those from another to a third, as /ByteRange has them. */
  around(length: number, behind: number, end: number, algorithm: string): Buffer {
    const hash = this.#running(length, algorithm).copy();
    this.#spend(end - behind);
    return hash.update(this.bytes.subarray(behind, end)).digest();
  }

  #running(end: number, algorithm: string): Hash {
    const states = this.#states.get(algorithm) ?? [{ upTo: 0, hash: createHash(algorithm) }];
    this.#states.set(algorithm, states);
    const from = states.findLast(({ upTo }) => upTo <= end)!;
    if (from.upTo === end) return from.hash;
    this.#spend(end - from.upTo);
    const hash = from.hash.copy().update(this.bytes.subarray(from.upTo, end));
    states.splice(states.indexOf(from) + 1, 0, { upTo: end, hash });
    return hash;
  }

  #spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw new HashingLimit("The signatures of the file cover more than may be hashed.");
  }
}
