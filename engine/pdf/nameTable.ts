import { PdfName } from "./objects.js";

/** Names longer than this are not kept. */
const LONGEST = 32;

/** A power of two, several times the number of names that the standard knows. */
const SIZE = 4096;

/**
 * Names that were read before, each at the place that its bytes hash to; a newer one displaces an older. Names are the
 * bulk of what a dictionary is made of, and mostly the same few: to find one here costs a fifth of making it.
 */
const known: (PdfName | undefined)[] = new Array<PdfName | undefined>(SIZE).fill(undefined);

/**
 * The name of these bytes, which have no escapes.
 * @param start behind the solidus
 * @param hash that nameHash() gave for each byte in turn, from 0
 */
export function nameOf(bytes: Buffer, start: number, end: number, hash: number): PdfName {
  if (end - start > LONGEST) return new PdfName(bytes.toString("latin1", start, end));
  const slot = hash & (SIZE - 1);
  const found = known[slot];
  if (found !== undefined && isWritten(found.name, bytes, start, end)) return found;
  const name = new PdfName(bytes.toString("latin1", start, end));
  known[slot] = name;
  return name;
}

/** The hash of the bytes up to this one, given that of the bytes before. */
export function nameHash(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0;
}

function isWritten(name: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let at = start; at < end; at++) if (name.charCodeAt(at - start) !== bytes[at]) return false;
  return true;
}
