import { EngineError } from "../../error.js";

/** One table of an sfnt font. Every read is checked against the table's end: fonts come from strangers too. */
export class FontTable {
  readonly #view: DataView;

  /**
   * @param tag the table's four-character name, for messages
   * @param bytes the table as it stands in the font
   */
  constructor(
    readonly tag: string,
    readonly bytes: Uint8Array,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(offset: number): number {
    this.#check(offset, 1);
    return this.bytes[offset]!;
  }

  u16(offset: number): number {
    this.#check(offset, 2);
    return this.#view.getUint16(offset);
  }

  i16(offset: number): number {
    this.#check(offset, 2);
    return this.#view.getInt16(offset);
  }

  u32(offset: number): number {
    this.#check(offset, 4);
    return this.#view.getUint32(offset);
  }

  /** A 16.16 fixed-point number. */
  fixed(offset: number): number {
    this.#check(offset, 4);
    return this.#view.getInt32(offset) / 0x10000;
  }

  /** The bytes from `start` up to `end`, without copying. */
  slice(start: number, end: number): Uint8Array {
    if (end < start) throw damaged(`its ${this.tag} table is out of order at byte ${start}`);
    this.#check(start, end - start);
    return this.bytes.subarray(start, end);
  }

  #check(offset: number, size: number): void {
    if (offset < 0 || offset + size > this.bytes.length)
      throw damaged(`its ${this.tag} table ends before byte ${offset + size}`);
  }
}

/** The error for a font that cannot be used; `what` completes the sentence "The font cannot be used: ...". */
export function damaged(what: string): EngineError {
  return new EngineError("font_damaged", `The font cannot be used: ${what}.`);
}
