import type { EngineError } from "../error.js";
import { dottedFromOctets } from "./derObjectIdentifier.js";
import { tag } from "./derTag.js";
import { textFromOctets } from "./derText.js";
import { dateFromOctets } from "./derTime.js";
import { malformed } from "./malformed.js";

/**
 * One element that was read: a view of the source, and its value where its type has one.
 *
 * The values are checked by the rules of DER; each getter throws EngineError `asn1_malformed` with the offset. They
 * look at the contents alone, so that they also read an IMPLICIT-tagged value; times and texts need their own tag.
 */
export class DerElement {
  constructor(
    private readonly source: Uint8Array,
    /** Offsets in the whole encoding: of the identifier octet, of the contents, and behind them. */
    readonly start: number,
    readonly contentStart: number,
    readonly end: number,
  ) {}

  get tag(): number {
    return this.source[this.start]!;
  }

  /** The whole element. */
  get encoded(): Uint8Array {
    return this.source.subarray(this.start, this.end);
  }

  get content(): Uint8Array {
    return this.source.subarray(this.contentStart, this.end);
  }

  /** Contents octets of an INTEGER in its shortest form, two's complement (X.690 8.3.2). */
  get integerOctets(): Uint8Array {
    const { content } = this;
    const [first, second = 0] = content;
    if (first === undefined) throw this.malformed("An INTEGER is empty");
    if (content.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))) {
      throw this.malformed("An INTEGER is not in its shortest form");
    }
    return content;
  }

  /** INTEGER or ENUMERATED from 0 to 2^31 - 1. */
  get smallInteger(): number {
    const octets = this.integerOctets;
    if (octets[0]! >= 0x80 || octets.length > 4) throw this.malformed("An INTEGER is negative or too large");
    return octets.reduce((value, octet) => value * 256 + octet, 0);
  }

  get boolean(): boolean {
    const { content } = this;
    if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff))
      throw this.malformed("A BOOLEAN is not 00 or FF");
    return content[0] === 0xff;
  }

  /** Dotted OBJECT IDENTIFIER. */
  get oid(): string {
    const dotted = dottedFromOctets(this.content);
    if (dotted === null) throw this.malformed("An OBJECT IDENTIFIER is malformed");
    return dotted;
  }

  /** Octets of a BIT STRING that has no unused bits. */
  get bitStringOctets(): Uint8Array {
    if (this.content[0] !== 0) throw this.malformed("A BIT STRING is empty or does not end with an octet");
    return this.content.subarray(1);
  }

  /** Numbers of the bits set in a named bit list, ascending; trailing zero bits are refused (X.690 11.2.2). */
  get namedBits(): number[] {
    const [unused = 8, ...octets] = this.content.subarray(0, 6);
    const last = octets.at(-1) ?? 0;
    const shortest =
      octets.length === 0 ? unused === 0 : unused < 8 && (last & (0xff >> (7 - unused))) === 1 << unused;
    if (!shortest || octets.length > 4) throw this.malformed("A named bit list is malformed");
    return octets.flatMap((octet, index) =>
      [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => octet & (0x80 >> bit)).map((bit) => index * 8 + bit),
    );
  }

  /** Date of a UTCTime or GeneralizedTime, to the millisecond. */
  get date(): Date {
    const date =
      this.tag === tag.utcTime || this.tag === tag.generalizedTime
        ? dateFromOctets(this.tag, this.content)
        : null;
    if (date === null) throw this.malformed("A time is malformed");
    return date;
  }

  /** Text of any of the string types of a DirectoryString (RFC 5280 4.1.2.4), and of IA5String and VisibleString. */
  get text(): string {
    const text = textFromOctets(this.tag, this.content);
    if (text === null) throw this.malformed("A text is malformed");
    return text;
  }

  private malformed(what: string): EngineError {
    return malformed(what, this.start);
  }
}
