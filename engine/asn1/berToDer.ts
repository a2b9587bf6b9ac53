import {
  type BerHeader,
  CONSTRUCTED,
  contentsAreOver,
  END_OF_CONTENTS,
  MAX_DEPTH,
  readBerHeader,
} from "./berHeader.js";
import { tag } from "./derTag.js";
import { element } from "./derWriter.js";
import { malformed } from "./malformed.js";

/** Longer than any signature with its revocation lists; what is longer is not converted. */
const MAX_BYTES = 16 * 1024 * 1024;
/** Elements taken one by one, around what is not DER: bounded, since two bytes of each cost a hundred of memory. */
const MAX_TAKEN = 50_000;
/** Headers looked at; what is nested in what is not DER is looked at again on each level. */
const MAX_HEADERS = 4_000_000;

/** The universal types that BER may cut into pieces (X.690 8.6.4, 8.7.3, 8.23.6) and DER may not (10.2). */
const STRINGS: readonly number[] = [
  tag.bitString,
  tag.octetString,
  tag.utf8String,
  tag.numericString,
  tag.printableString,
  tag.teletexString,
  tag.ia5String,
  tag.visibleString,
  tag.universalString,
  tag.bmpString,
];

/**
 * Turns a BER encoding into the form that a DerReader takes: definite lengths, each in its shortest form, and strings
 * in one piece (X.690 10.1, 10.2). What a primitive contains and the order of a SET stay as they are, so that what is
 * DER already, such as signed attributes inside BER, comes out octet for octet; a DerReader judges the rest.
 * @param ber one element and nothing behind it, at most 16 MiB, nested at most 32 deep, at most 50,000 elements of it
 *   not DER or beside what is not
 * @returns a view of `ber` when nothing had to be changed, else bytes of its own
 * @throws EngineError `asn1_malformed`
 */
export function berToDer(ber: Uint8Array): Uint8Array {
  if (ber.length > MAX_BYTES) throw malformed(`The encoding is longer than ${MAX_BYTES} bytes`, MAX_BYTES);
  const { der, end } = new Conversion(ber).convert(0, ber.length, 0);
  if (end !== ber.length) throw malformed("Something follows the element", end);
  return der;
}

interface Converted {
  readonly der: Uint8Array;
  /** Offset behind the element in the source. */
  readonly end: number;
}

class Conversion {
  #taken = 0;
  #headers = 0;

  constructor(private readonly source: Uint8Array) {}

  convert(start: number, limit: number, depth: number): Converted {
    const { source } = this;
    this.#taken += 1;
    if (this.#taken > MAX_TAKEN) throw malformed(`More than ${MAX_TAKEN} elements are not in DER`, start);
    const header = this.#header(start, limit);
    const { identifier, contentStart, contentEnd } = header;
    if (contentEnd !== null && this.#isDer(header, depth, start)) {
      return { der: source.subarray(start, contentEnd), end: contentEnd };
    }
    if (contentEnd !== null && (identifier & CONSTRUCTED) === 0) {
      return { der: element(identifier, source.subarray(contentStart, contentEnd)), end: contentEnd };
    }
    if (depth >= MAX_DEPTH) throw malformed(`An element is nested deeper than ${MAX_DEPTH}`, start);
    const parts: Uint8Array[] = [];
    let at = contentStart;
    while (!contentsAreOver(source, at, contentEnd, limit)) {
      const part = this.convert(at, contentEnd ?? limit, depth + 1);
      parts.push(part.der);
      at = part.end;
    }
    const end = contentEnd ?? at + END_OF_CONTENTS;
    const primitive = identifier & ~CONSTRUCTED;
    const der = STRINGS.includes(primitive)
      ? element(primitive, join(primitive, parts, start))
      : element(identifier, Buffer.concat(parts));
    return { der, end };
  }

  /** Whether an element of definite length is in DER down to its leaves. It is walked, and nothing is written. */
  #isDer(header: BerHeader, depth: number, start: number): boolean {
    const { identifier, contentStart, contentEnd, isDer } = header;
    if (!isDer || contentEnd === null) return false;
    if ((identifier & CONSTRUCTED) === 0) return true;
    if (depth >= MAX_DEPTH) throw malformed(`An element is nested deeper than ${MAX_DEPTH}`, start);
    if (STRINGS.includes(identifier & ~CONSTRUCTED)) return false;
    for (let at = contentStart; at < contentEnd; ) {
      const inner = this.#header(at, contentEnd);
      if (inner.contentEnd === null || !this.#isDer(inner, depth + 1, at)) return false;
      at = inner.contentEnd;
    }
    return true;
  }

  #header(start: number, limit: number): BerHeader {
    this.#headers += 1;
    if (this.#headers > MAX_HEADERS)
      throw malformed(`There are more than ${MAX_HEADERS} headers to read`, start);
    return readBerHeader(this.source, start, limit);
  }
}

/** The pieces of a string, each of its own type; of a BIT STRING only the last may have unused bits (X.690 8.6.4). */
function join(primitive: number, parts: readonly Uint8Array[], start: number): Uint8Array {
  const contents = parts.map((part) => {
    if (part[0] !== primitive) throw malformed("A string is made of pieces of another type", start);
    return part.subarray(part[1]! < 0x80 ? 2 : 2 + (part[1]! & 0x7f));
  });
  if (primitive !== tag.bitString) return Buffer.concat(contents);
  const [unused = 0] = contents.at(-1) ?? [];
  if (
    contents.some((piece, index) => piece.length === 0 || (index < contents.length - 1 && piece[0] !== 0))
  ) {
    throw malformed("A BIT STRING has a piece that does not end with an octet", start);
  }
  return Buffer.concat([Uint8Array.of(unused), ...contents.map((piece) => piece.subarray(1))]);
}
