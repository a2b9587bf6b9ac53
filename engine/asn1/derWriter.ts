import { EngineError } from "../error.js";
import { contextConstructed, contextPrimitive, tag } from "./derTag.js";

const ZERO_OCTET = Uint8Array.of(0);
const PRINTABLE = /^[A-Za-z0-9 '()+,\-./:=?]*$/;
const ASCII = /^[\x20-\x7e]*$/;

/** One buffer holding the given ones in order. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/**
 * A TLV with a definite length in its shortest form (X.690 8.1.3, 10.1).
 * @param identifier the identifier octet
 * @param contents what it contains, joined in order
 */
export function element(identifier: number, ...contents: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const content of contents) length += content.length;
  let lengthOctets = 0;
  if (length >= 0x80) for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) lengthOctets += 1;
  const encoded = new Uint8Array(2 + lengthOctets + length);
  encoded[0] = identifier;
  encoded[1] = lengthOctets === 0 ? length : 0x80 | lengthOctets;
  let rest = length;
  for (let at = 1 + lengthOctets; at > 1; at--) {
    encoded[at] = rest & 0xff;
    rest = Math.floor(rest / 256);
  }
  let at = 2 + lengthOctets;
  for (const content of contents) {
    encoded.set(content, at);
    at += content.length;
  }
  return encoded;
}

/** SEQUENCE, or SEQUENCE OF in the order given. */
export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => element(tag.sequence, ...parts);

/** SET OF: the encodings in ascending order, as DER wants (X.690 11.6). */
export function setOf(parts: readonly Uint8Array[]): Uint8Array {
  return element(tag.set, ...(parts.length < 2 ? parts : [...parts].sort(Buffer.compare)));
}

/**
 * INTEGER, never negative (X.690 8.3).
 * @param value a safe integer, a bigint, or big-endian magnitude octets of any length (leading zeros are dropped)
 * @throws EngineError `asn1_malformed` for a negative or fractional number
 */
export function integer(value: number | bigint | Uint8Array): Uint8Array {
  return element(tag.integer, magnitude(typeof value === "object" ? value : octets(value)));
}

/** ENUMERATED. @param value 0 or more */
export const enumerated = (value: number): Uint8Array => element(tag.enumerated, magnitude(octets(value)));

/** BOOLEAN; true is FF (X.690 11.1). */
export const boolean = (value: boolean): Uint8Array => element(tag.boolean, Uint8Array.of(value ? 0xff : 0));

/** NULL. */
export const nullValue = (): Uint8Array => element(tag.null);

/** OCTET STRING. */
export const octetString = (content: Uint8Array): Uint8Array => element(tag.octetString, content);

/** BIT STRING of whole octets. */
export const bitString = (content: Uint8Array): Uint8Array =>
  element(tag.bitString, Uint8Array.of(0), content);

/** BIT STRING with a named bit list: trailing zero bits are dropped (X.690 11.2.2). @param bits numbers of the bits set */
export function namedBits(bits: readonly number[]): Uint8Array {
  const highest = Math.max(-1, ...bits);
  const content = new Uint8Array(Math.floor((highest + 8) / 8));
  for (const bit of bits) content[bit >> 3]! |= 0x80 >> (bit & 7);
  return element(tag.bitString, Uint8Array.of(highest < 0 ? 0 : 7 - (highest & 7)), content);
}

/** UTF8String. @throws EngineError `asn1_malformed` for a lone surrogate, which has no UTF-8 form */
export function utf8String(text: string): Uint8Array {
  if (!text.isWellFormed())
    throw new EngineError("asn1_malformed", "A text with a lone surrogate has no UTF-8 form.");
  return element(tag.utf8String, Buffer.from(text, "utf8"));
}

/** PrintableString. @throws EngineError `asn1_malformed` when a character is outside its alphabet (X.680 table 10) */
export const printableString = (text: string): Uint8Array => restricted(tag.printableString, text, PRINTABLE);

/** IA5String, here without control characters. @throws EngineError `asn1_malformed` */
export const ia5String = (text: string): Uint8Array => restricted(tag.ia5String, text, ASCII);

/** `[number] EXPLICIT` around a whole element. */
export const explicit = (number: number, ...inner: readonly Uint8Array[]): Uint8Array =>
  element(contextConstructed(number), ...inner);

/** `[number] IMPLICIT`: the element with its own tag replaced, primitive or constructed as it was. */
export function implicit(number: number, inner: Uint8Array): Uint8Array {
  const retagged = Uint8Array.from(inner);
  const constructed = ((inner[0] ?? 0) & 0x20) !== 0;
  retagged[0] = constructed ? contextConstructed(number) : contextPrimitive(number);
  return retagged;
}

function restricted(identifier: number, text: string, alphabet: RegExp): Uint8Array {
  if (!alphabet.test(text)) {
    throw new EngineError(
      "asn1_malformed",
      `A text has a character that its string type (tag ${identifier}) does not know.`,
    );
  }
  return element(identifier, Buffer.from(text, "latin1"));
}

function octets(value: number | bigint): Uint8Array {
  if (value < 0 || (typeof value === "number" && !Number.isSafeInteger(value))) {
    throw new EngineError("asn1_malformed", "An INTEGER written here is a whole number of 0 or more.");
  }
  if (value < 0x100) return Uint8Array.of(Number(value));
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
}

function magnitude(bytes: Uint8Array): Uint8Array {
  let first = 0;
  while (first < bytes.length - 1 && bytes[first] === 0) first += 1;
  const shortest = bytes.length === 0 ? Uint8Array.of(0) : bytes.subarray(first);
  return (shortest[0] ?? 0) < 0x80 ? shortest : concat(ZERO_OCTET, shortest);
}
