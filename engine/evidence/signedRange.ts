import type { SignedRevision } from "../pades/signedRevisions.js";

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;

/** What a signature covers: the bytes before `length`, and those from `behind` to `end`. */
export interface SignedRange {
  readonly length: number;
  readonly behind: number;
  readonly end: number;
}

/**
 * What the /ByteRange of a signature covers, when the one thing that it leaves out is the signature itself: the gap is
 * the hexadecimal string of its /Contents, from `<` to `>` (ISO 32000-2 12.8.1). A wider gap would hold bytes that
 * nobody signed and that a reader shows all the same.
 * @returns null otherwise
 */
export function rangeOf(pdf: Uint8Array, { covered, contents, end }: SignedRevision): SignedRange | null {
  const [before, after] = covered;
  if (before === undefined || after === undefined || end === undefined) return null;
  const length = before.length;
  const behind = end - after.length;
  const gap = Buffer.from(pdf.buffer, pdf.byteOffset + length, behind - length);
  if (contents.length === 0 || gap[0] !== LESS_THAN || gap.at(-1) !== GREATER_THAN) return null;
  const held = Buffer.from(gap.toString("latin1", 1, gap.length - 1), "hex");
  // Decoding ends at the first character that is no digit. Behind the signature there is padding alone.
  const whole =
    held.length * 2 === gap.length - 2 && held.subarray(contents.length).every((byte) => byte === 0);
  const same = whole && Buffer.compare(held.subarray(0, contents.length), contents) === 0;
  return same ? { length, behind, end } : null;
}
