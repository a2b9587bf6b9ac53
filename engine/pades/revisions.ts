import { createHash, type Hash } from "node:crypto";
import type { DigestName } from "../x509/digestAlgorithm.js";

/**
 * A document to which several revisions are appended in a row. It is copied once, when the first is appended, into a
 * buffer with room for those that are known to follow, and each byte of it is hashed once.
 */
export class Revisions {
  readonly #hashes = new Map<DigestName, { readonly hash: Hash; upTo: number }>();
  #buffer: Uint8Array | undefined;
  #bytes: Uint8Array;

  /** @param original the document as it is; it is never written to */
  constructor(original: Uint8Array) {
    this.#bytes = original;
  }

  /** The document with all its revisions so far: the original itself before the first. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** A hash that has taken the whole document, for the caller to go on with. */
  hash(name: DigestName): Hash {
    let running = this.#hashes.get(name);
    if (running === undefined) {
      running = { hash: createHash(name), upTo: 0 };
      this.#hashes.set(name, running);
    }
    running.hash.update(this.#bytes.subarray(running.upTo));
    running.upTo = this.#bytes.length;
    return running.hash.copy();
  }

  /**
   * Appends a revision.
   * @param room bytes that the revisions after it will take: enough of them, and nothing is copied again
   */
  append(increment: Uint8Array, room = 0): void {
    const before = this.#bytes.length;
    const length = before + increment.length;
    let buffer = this.#buffer;
    if (buffer === undefined || buffer.length < length) {
      buffer = Buffer.allocUnsafeSlow(length + room);
      buffer.set(this.#bytes);
      // A caller can see the memory behind the document: it must not hold what this process had there before.
      buffer.fill(0, length);
      this.#buffer = buffer;
    }
    buffer.set(increment, before);
    this.#bytes = buffer.subarray(0, length);
  }
}
