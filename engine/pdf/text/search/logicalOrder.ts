import { orderLine } from "../../shaping/bidi.js";
import type { Piece } from "./lineText.js";

const RIGHT_TO_LEFT =
  /[\u{590}-\u{8ff}\u{fb1d}-\u{fdff}\u{fe70}-\u{fefc}\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A line of more glyphs is none that anybody reads. */
const MAX_PIECES = 4_000;

/** Whether a text has characters that are read from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * A line's pieces in the order in which they are read: for a line with right-to-left characters two orders, as part of
 * a left-to-right and of a right-to-left paragraph, for nothing in the file says which it is; for another line none.
 *
 * The pieces are seen from left to right. Turning them around as the Unicode Bidirectional Algorithm (UAX #9, L2) turns
 * what is read into what is seen leads back to what is read.
 */
export function logicalOrders(pieces: readonly Piece[]): Piece[][] {
  if (pieces.length > MAX_PIECES || !pieces.some(({ text }) => hasRightToLeft(text))) return [];
  // One character stands for each piece, whose own characters are in the order of reading already.
  const seen = pieces.map(({ text }) => (text > " " ? text.charAt(0) : " ")).join("");
  return (["ltr", "rtl"] as const).map((direction) =>
    orderLine(seen, direction).runs.flatMap(({ start, end, rightToLeft }) => {
      const run = pieces.slice(start, end);
      return rightToLeft ? run.reverse() : run;
    }),
  );
}
