/**
 * Which serial numbers of a list have been seen: a hash table of offsets into the list, so that 100,000 of them take a
 * megabyte and no object each.
 */
export class SerialNumberSet {
  /** Offset of the contents octets plus one; 0 for a free slot. Twice as many as there will be numbers. */
  readonly #slots: Uint32Array;
  readonly #mask: number;

  /** @param count how many will be added at most */
  constructor(
    private readonly bytes: Uint8Array,
    count: number,
  ) {
    const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
    this.#slots = new Uint32Array(size);
    this.#mask = size - 1;
  }

  /** Adds the number whose contents octets lie there. @returns false when it was in already */
  add(start: number, end: number): boolean {
    let slot = this.#hash(start, end) & this.#mask;
    while (this.#slots[slot] !== 0) {
      if (this.#same(this.#slots[slot]! - 1, start, end)) return false;
      slot = (slot + 1) & this.#mask;
    }
    this.#slots[slot] = start + 1;
    return true;
  }

  /** FNV-1a; the numbers are the authority's own, so nobody chooses them to collide. */
  #hash(start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ this.bytes[at]!, 0x01000193);
    return (hash ^ (hash >>> 15)) >>> 0;
  }

  /** The octet before the contents is their length, below 128 for a serial number. */
  #same(other: number, start: number, end: number): boolean {
    const { bytes } = this;
    if (bytes[other - 1] !== bytes[start - 1]) return false;
    for (let index = 0; index < end - start; index++) {
      if (bytes[other + index] !== bytes[start + index]) return false;
    }
    return true;
  }
}
