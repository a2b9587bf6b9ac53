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
 * the hexadecimal string of its /Contents, from `<` to `>` (ISO 32000-2 12.8.1), or the digits between them, which some
 * programs leave out alone. A wider gap would hold bytes that nobody signed and that a reader shows all the same.
 * @param padding what may stand behind the signature within the string: zeros, or, as in the files of some programs,
 *   anything, which no reader shows
 * @returns null otherwise
 */
export function rangeOf(
  pdf: Uint8Array,
  { covered, contents, end }: SignedRevision,
  padding: "zeros" | "any" = "zeros",
): SignedRange | null {
  const [before, after] = covered;
  if (before === undefined || after === undefined || end === undefined) return null;
  const length = before.length;
  const behind = end - after.length;
  const inner = pdf[length - 1] === LESS_THAN && pdf[behind] === GREATER_THAN ? 0 : 1;
  const [first, last] = [length + inner, behind - inner];
  if (contents.length === 0 || pdf[first - 1] !== LESS_THAN || pdf[last] !== GREATER_THAN || last < first)
    return null;
  const digits = Buffer.from(pdf.buffer, pdf.byteOffset + first, last - first);
  const held = Buffer.from(digits.toString("latin1"), "hex");
  // Decoding ends at the first character that is no digit.
  const isPadded = padding === "any" || held.subarray(contents.length).every((byte) => byte === 0);
  const whole = held.length * 2 === digits.length && isPadded;
  const same = whole && Buffer.compare(held.subarray(0, contents.length), contents) === 0;
  return same ? { length, behind, end } : null;
}
