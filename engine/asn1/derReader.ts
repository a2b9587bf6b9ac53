import { DerElement } from "./derElement.js";
import { malformed } from "./malformed.js";

/** Deeper than any certificate, CMS or time-stamp token; shallower than any stack. */
const MAX_DEPTH = 32;

/**
 * Walks over the elements of a DER encoding: definite lengths in their shortest form, one-octet tags, bounded depth,
 * never past the end. What it returns are views of the bytes it was given, not copies.
 *
 * Every method throws EngineError `asn1_malformed`, with the offset from the start of the whole.
 */
export class DerReader {
  readonly #source: Uint8Array;
  readonly #end: number;
  readonly #depth: number;
  #position: number;

  private constructor(source: Uint8Array, start: number, end: number, depth: number) {
    this.#source = source;
    this.#position = start;
    this.#end = end;
    this.#depth = depth;
  }

  /** A reader of all these bytes. */
  static of(bytes: Uint8Array): DerReader {
    return new DerReader(bytes, 0, bytes.length, 0);
  }

  /** A reader inside the one constructed element that these bytes are, nothing before and nothing after. */
  static inside(bytes: Uint8Array, identifier: number, what: string): DerReader {
    const outer = DerReader.of(bytes);
    const inner = outer.enter(identifier, what);
    outer.close(what);
    return inner;
  }

  get atEnd(): boolean {
    return this.#position >= this.#end;
  }

  /** Identifier octet of the next element; -1 at the end. */
  get nextTag(): number {
    return this.atEnd ? -1 : this.#source[this.#position]!;
  }

  /** The next element, whatever it is. @param what its name in the standard, for the message */
  readAny(what: string): DerElement {
    const start = this.#position;
    const { contentStart, end } = header(this.#source, start, this.#end, what);
    this.#position = end;
    return new DerElement(this.#source, start, contentStart, end);
  }

  /** The next element, which must have this identifier octet. */
  read(identifier: number, what: string): DerElement {
    if (this.nextTag !== identifier)
      throw malformed(`${what} is missing or has another type`, this.#position);
    return this.readAny(what);
  }

  /** The next element when it has this identifier octet, else null and nothing is read. */
  readOptional(identifier: number, what: string): DerElement | null {
    return this.nextTag === identifier ? this.readAny(what) : null;
  }

  /** Reads a constructed element and returns a reader of its contents. */
  enter(identifier: number, what: string): DerReader {
    const outer = this.read(identifier, what);
    if (this.#depth >= MAX_DEPTH) throw malformed(`${what} is nested deeper than ${MAX_DEPTH}`, outer.start);
    return new DerReader(this.#source, outer.contentStart, outer.end, this.#depth + 1);
  }

  /** As `enter`, when the next element has this identifier octet, else null. */
  enterOptional(identifier: number, what: string): DerReader | null {
    return this.nextTag === identifier ? this.enter(identifier, what) : null;
  }

  /** The elements that remain, at most `limit` of them. */
  readAll(what: string, limit: number): DerElement[] {
    const elements: DerElement[] = [];
    while (!this.atEnd) {
      if (elements.length >= limit)
        throw malformed(`${what} occurs more than ${limit} times`, this.#position);
      elements.push(this.readAny(what));
    }
    return elements;
  }

  /** Nothing may remain. */
  close(what: string): void {
    if (!this.atEnd) throw malformed(`${what} has more in it than it may`, this.#position);
  }
}

function header(source: Uint8Array, start: number, limit: number, what: string) {
  if (start + 2 > limit) throw malformed(`${what} is cut short`, start);
  if ((source[start]! & 0x1f) === 0x1f) throw malformed(`${what} has a tag of several octets`, start);
  const first = source[start + 1]!;
  let length = first;
  let contentStart = start + 2;
  if (first >= 0x80) {
    const lengthOctets = first & 0x7f;
    if (lengthOctets === 0 || lengthOctets > 4)
      throw malformed(`${what} has no definite, usual length`, start);
    if (contentStart + lengthOctets > limit) throw malformed(`${what} is cut short`, start);
    length = 0;
    for (let index = 0; index < lengthOctets; index++) length = length * 256 + source[contentStart + index]!;
    if (length < 0x80 || length < 256 ** (lengthOctets - 1))
      throw malformed(`${what} has a length not in its shortest form`, start);
    contentStart += lengthOctets;
  }
  if (length > limit - contentStart) throw malformed(`${what} is cut short`, start);
  return { contentStart, end: contentStart + length };
}
