import { EngineError } from "../error.js";
import { tag } from "./derTag.js";
import { element } from "./derWriter.js";

/** Enough for every identifier of our own; bounded, because some identifiers come from configuration or requests. */
const REMEMBERED = 512;
const MAX_OCTETS = 128;
const encodings = new Map<string, Uint8Array>();

/**
 * OBJECT IDENTIFIER (X.690 8.19). The encoding is remembered and shared: do not write to it.
 * @param dotted e.g. `1.2.840.113549.1.7.2`
 * @throws EngineError `asn1_malformed` when it is not an object identifier
 */
export function oid(dotted: string): Uint8Array {
  const known = encodings.get(dotted);
  if (known) return known;
  const encoded = element(tag.objectIdentifier, encodeArcs(dotted));
  if (encodings.size < REMEMBERED) encodings.set(dotted, encoded);
  return encoded;
}

/**
 * The dotted form of the contents octets of an OBJECT IDENTIFIER.
 * @returns null when they are empty, longer than 128 octets, cut short, or not in the shortest form
 */
export function dottedFromOctets(content: Uint8Array): string | null {
  if (content.length === 0 || content.length > MAX_OCTETS) return null;
  let dotted = "";
  for (let start = 0, end = 0; start < content.length; start = end) {
    if (content[start] === 0x80) return null;
    while (content[end]! >= 0x80) end += 1;
    end += 1;
    if (end > content.length) return null;
    const arc = arcFrom(content, start, end);
    dotted += start === 0 ? firstArcs(arc) : `.${arc}`;
  }
  return dotted;
}

/** The first subidentifier holds two arcs (X.690 8.19.4). */
function firstArcs(arc: number | bigint): string {
  if (typeof arc === "bigint") return `2.${arc - 80n}`;
  if (arc >= 80) return `2.${arc - 80}`;
  return arc >= 40 ? `1.${arc - 40}` : `0.${arc}`;
}

/** Seven septets fit a number; a UUID under 2.25 does not. */
function arcFrom(content: Uint8Array, start: number, end: number): number | bigint {
  if (end - start <= 7) {
    let arc = 0;
    for (let index = start; index < end; index++) arc = arc * 128 + (content[index]! & 0x7f);
    return arc;
  }
  return content.subarray(start, end).reduce((arc, octet) => arc * 128n + BigInt(octet & 0x7f), 0n);
}

function encodeArcs(dotted: string): Uint8Array {
  if (dotted.length > 640 || !/^[0-2](\.(0|[1-9]\d*))+$/.test(dotted)) throw notAnIdentifier();
  const [root = 0n, second = 0n, ...others] = dotted.split(".").map(BigInt);
  if (root < 2n && second > 39n) throw notAnIdentifier();
  const octets: number[] = [];
  for (const arc of [root * 40n + second, ...others]) {
    const septets = [Number(arc & 0x7fn)];
    for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) septets.unshift(Number(rest & 0x7fn) | 0x80);
    octets.push(...septets);
  }
  if (octets.length > MAX_OCTETS) throw notAnIdentifier();
  return Uint8Array.from(octets);
}

const notAnIdentifier = () =>
  new EngineError("asn1_malformed", "A dotted object identifier is not one (X.660).");
