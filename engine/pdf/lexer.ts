import { CHARACTER_CLASS, hexDigit, isDigit, REGULAR, WHITESPACE } from "./characters.js";
import { damaged } from "./damage.js";
import { nameHash, nameOf } from "./nameTable.js";
import { PdfName, PdfString } from "./objects.js";
import { undoEscapes } from "./stringEscapes.js";

const LF = 0x0a;
const CR = 0x0d;
const END = -1;

/** Digits from which on native code decodes a hexadecimal string sooner. */
const LONG_HEX = 80;

/**
 * Reads tokens (ISO 32000-2 7.2) from bytes, forward, from a position that callers may set.
 *
 * Each method expects to stand at the first byte of its token and leaves the position behind the last one.
 */
export class Lexer {
  readonly #latin1: Buffer;

  /** @param at where to begin, a byte offset into `bytes` */
  constructor(
    readonly bytes: Uint8Array,
    public at: number,
  ) {
    this.#latin1 = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** The byte at the position, or -1 at the end. */
  peek(): number {
    return this.at < this.bytes.length ? this.bytes[this.at]! : END;
  }

  /** Skips white space and comments. */
  skipSpace(): void {
    const { bytes } = this;
    let at = this.at;
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (CHARACTER_CLASS[byte] === WHITESPACE) continue;
      if (byte !== 0x25) break;
      while (at + 1 < bytes.length && bytes[at + 1] !== LF && bytes[at + 1] !== CR) at++;
    }
    this.at = at;
  }

  /** Takes `word` when it stands here and ends here. */
  take(word: string): boolean {
    const end = this.at + word.length;
    if (end > this.bytes.length) return false;
    for (let i = 0; i < word.length; i++) if (this.bytes[this.at + i] !== word.charCodeAt(i)) return false;
    if (end < this.bytes.length && CHARACTER_CLASS[this.bytes[end]!] === REGULAR) return false;
    this.at = end;
    return true;
  }

  /** An unsigned integer of at most 15 digits, or undefined (and the position unchanged) when none stands here. */
  unsigned(): number | undefined {
    const start = this.at;
    let value = 0;
    let at = start;
    while (at < this.bytes.length && isDigit(this.bytes[at]!)) value = value * 10 + this.bytes[at++]! - 0x30;
    if (at === start || at - start > 15) return undefined;
    this.at = at;
    return value;
  }

  /**
   * A run of regular characters: a keyword or a number. At most 64 are returned, though all are passed over,
   * for no keyword is longer.
   */
  regular(): string {
    const start = this.at;
    let at = start;
    while (at < this.bytes.length && CHARACTER_CLASS[this.bytes[at]!] === REGULAR) at++;
    this.at = at;
    return this.#latin1.toString("latin1", start, Math.min(at, start + 64));
  }

  /** A name (7.3.5): stands at its solidus. A # that no two hexadecimal digits follow stands for itself. */
  name(): PdfName {
    const start = ++this.at;
    const { bytes } = this;
    let at = start;
    let hash = 0;
    let escaped = false;
    for (let byte = bytes[at]!; at < bytes.length && CHARACTER_CLASS[byte] === REGULAR; byte = bytes[++at]!) {
      hash = nameHash(hash, byte);
      escaped ||= byte === 0x23;
    }
    this.at = at;
    if (!escaped) return nameOf(this.#latin1, start, at, hash);
    const written = this.#latin1.toString("latin1", start, at);
    return new PdfName(written.replace(/#([0-9a-fA-F]{2})/g, unescapeName));
  }

  /** A literal string (7.3.4.2): stands at its left parenthesis. @throws EngineError `pdf_damaged` */
  literalString(): PdfString {
    const { bytes } = this;
    const start = ++this.at;
    let plain = true;
    for (let at = start, open = 1; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === 0x28) open++;
      else if (byte === 0x29 && --open === 0) {
        this.at = at + 1;
        const written = bytes.subarray(start, at);
        return new PdfString(plain ? written : undoEscapes(written));
      } else if (byte === 0x5c) {
        plain = false;
        at++;
      } else if (byte === CR) plain = false;
    }
    this.at = bytes.length;
    throw damaged("a string has no end", start - 1);
  }

  /** A hexadecimal string (7.3.4.3): stands at its less-than sign. @throws EngineError `pdf_damaged` */
  hexString(): PdfString {
    const start = ++this.at;
    const close = this.#hexStringEnd(start);
    this.at = close + 1;
    if (close - start > LONG_HEX) {
      // What a signature's /Contents is made of. Anything but digits ends the native decoder early.
      const whole = Buffer.from(this.#latin1.toString("latin1", start, close), "hex");
      if (2 * whole.length === close - start) return new PdfString(whole, true);
    }
    const { bytes } = this;
    const decoded = new Uint8Array((close - start + 1) >> 1);
    let digits = 0;
    for (let at = start; at < close; at++) {
      const digit = hexDigit(bytes[at]!);
      if (digit < 0) continue;
      decoded[digits >> 1] = (digits & 1) === 0 ? digit << 4 : decoded[digits >> 1]! | digit;
      digits++;
    }
    const length = (digits + 1) >> 1;
    return new PdfString(length === decoded.length ? decoded : decoded.subarray(0, length), true);
  }

  /** Passes over a hexadecimal string without decoding it. @throws EngineError `pdf_damaged` */
  skipHexString(): void {
    this.at = this.#hexStringEnd(this.at + 1) + 1;
  }

  /** Where the greater-than sign is. */
  #hexStringEnd(start: number): number {
    const { bytes } = this;
    let at = start;
    for (const near = Math.min(bytes.length, start + LONG_HEX); at < near; at++)
      if (bytes[at] === 0x3e) return at;
    const close = bytes.indexOf(0x3e, at);
    if (close < 0) throw damaged("a hexadecimal string has no end", start - 1);
    return close;
  }
}

function unescapeName(_: string, digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}
