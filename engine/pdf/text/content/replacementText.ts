import type { TextRun } from "../layout/textRun.js";

/** A text longer than this stands for more than a few glyphs, whose own texts say better what is where. */
const MAX_REPLACEMENT = 1_000;

/**
 * Puts a replacement text (ISO 32000-2 14.9.4) in place of what glyphs stand for by themselves: character by character
 * where they are as many, else as a whole that reaches from the first glyph to the last one on its line.
 * @param runs what was shown, in the order of showing; their glyphs are changed
 */
export function replaceText(runs: readonly TextRun[], replacement: string): void {
  // A soft hyphen says that a word was parted here at the end of a line: it is no part of it.
  const text = replacement.replaceAll("\u{ad}", "");
  const shown = runs.flatMap((run) => run.texts);
  const [first] = runs;
  if (first === undefined || text.length > MAX_REPLACEMENT || shown.join("") === text) return;
  const characters = [...text];
  if (characters.length === shown.length) {
    let next = 0;
    for (const run of runs) for (let i = 0; i < run.texts.length; i++) run.texts[i] = characters[next++]!;
    return;
  }
  const start = first.starts[0]!;
  const end = runs.reduce((furthest, run) => Math.max(furthest, endOnLineOf(first, run)), start);
  for (const run of runs) {
    run.texts.length = 0;
    run.starts.length = 0;
    run.ends.length = 0;
  }
  first.texts.push(text);
  first.starts.push(start);
  first.ends.push(end);
}

/** Where a run ends along another's line, in that one's unit; -Infinity when it stands on another line. */
function endOnLineOf(line: TextRun, run: TextRun): number {
  const { alongX, alongY } = line;
  const square = alongX * alongX + alongY * alongY;
  const end = run.ends.at(-1) ?? 0;
  const x = run.originX + run.alongX * end - line.originX;
  const y = run.originY + run.alongY * end - line.originY;
  const height = Math.hypot(line.acrossX, line.acrossY) * (line.high - line.low);
  const offLine = Math.abs(x * alongY - y * alongX) / Math.sqrt(square);
  return offLine <= height / 2 ? (x * alongX + y * alongY) / square : Number.NEGATIVE_INFINITY;
}
