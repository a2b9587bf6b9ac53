/**
 * The beginning of a body, up to so many bytes. What comes is copied at once: of a server that sends its bytes one by
 * one, a list of the pieces would take a hundred times the memory of the body.
 */
export class CutBody {
  readonly #most: number;
  #room = new Uint8Array(0);
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @returns false when there was no room for all of it */
  add(chunk: Uint8Array): boolean {
    const kept = chunk.subarray(0, this.#most - this.#size);
    const size = this.#size + kept.length;
    if (size > this.#room.length) {
      const larger = new Uint8Array(Math.min(this.#most, Math.max(size, 2 * this.#room.length)));
      larger.set(this.#room.subarray(0, this.#size));
      this.#room = larger;
    }
    this.#room.set(kept, this.#size);
    this.#size = size;
    return kept.length === chunk.length;
  }

  /** In one piece; no Buffer, whose `slice` copies nothing. */
  bytes(): Uint8Array {
    return this.#room.slice(0, this.#size);
  }
}
