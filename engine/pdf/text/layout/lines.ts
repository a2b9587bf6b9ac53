import { LineGrid } from "./lineGrid.js";
import { type PlacedRun, placeRun } from "./placedRun.js";
import type { TextLine } from "./textLine.js";
import type { TextRun } from "./textRun.js";

/** Runs further apart than this, in ems, were not shown as one, and another may stand between them. */
const NEAR = 1;

/**
 * Puts runs together to lines, as they are seen: most files show a line piece by piece and in order, some letter by
 * letter, some in any order. What lies upon something else (a shadow, letters made bold by showing them twice) becomes
 * a line of its own.
 * @param runs in the order of showing
 * @returns lines in the order in which their first piece was shown
 */
export function linesOf(runs: readonly TextRun[]): TextLine[] {
  const chains: PlacedRun[][] = [];
  let chain: PlacedRun[] | undefined;
  for (const run of runs) {
    const placed = placeRun(run);
    if (placed === undefined) continue;
    const last = chain?.at(-1);
    if (last !== undefined && continues(last, placed)) chain!.push(placed);
    else {
      chain = [placed];
      chains.push(chain);
    }
  }
  const order = new Map(chains.map((pieces, index) => [pieces[0]!, index]));
  const grid = new LineGrid();
  for (const pieces of chains.sort((a, b) => a[0]!.start - b[0]!.start)) grid.put(pieces);
  const shownFirst = (line: readonly PlacedRun[]) =>
    line.reduce((least, piece) => Math.min(least, order.get(piece) ?? least), Number.POSITIVE_INFINITY);
  return grid.lines
    .map((line) => ({ line, at: shownFirst(line) }))
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => ({ runs: line.map(({ run }) => run) }));
}

function continues(last: PlacedRun, next: PlacedRun): boolean {
  return last.direction === next.direction && last.reaches(next) && next.start - last.end <= NEAR * next.em;
}
