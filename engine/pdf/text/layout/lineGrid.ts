import type { PlacedRun } from "./placedRun.js";

/** Pieces of one line that are further apart than this, in ems, are columns. */
const COLUMN_GAP = 4;

/** Baselines are kept in bands of this height, in units of user space; no two that are one are further apart. */
const BAND = 4;

/** How many lines of a band are looked at for one that goes on: more lie upon each other only to cost time. */
const MAX_CANDIDATES = 32;

/** Lines, to which pieces are added from their beginnings to their ends. */
export class LineGrid {
  readonly lines: PlacedRun[][] = [];
  /** By direction and band of where they end: lines, the newest last. */
  readonly #bands = new Map<number, PlacedRun[][]>();

  /** Adds pieces of one line, which begin no earlier than all that were added before, to the line that they continue. */
  put(pieces: PlacedRun[]): void {
    const [first] = pieces;
    if (first === undefined) return;
    const line = this.#lineBefore(first);
    if (line === undefined) this.lines.push(pieces);
    else {
      this.#forget(line);
      for (const piece of pieces) line.push(piece);
    }
    this.#remember(line ?? pieces);
  }

  #lineBefore(next: PlacedRun): PlacedRun[] | undefined {
    let best: PlacedRun[] | undefined;
    const band = Math.floor(next.startAcross / BAND);
    for (let near = band - 1; near <= band + 1; near++) {
      const lines = this.#bands.get(keyOf(next.direction, near)) ?? [];
      for (let i = Math.max(0, lines.length - MAX_CANDIDATES); i < lines.length; i++) {
        const line = lines[i]!;
        const last = line.at(-1)!;
        const em = Math.max(last.em, next.em);
        if (!last.reaches(next) || next.start - last.end > COLUMN_GAP * em) continue;
        if (best === undefined || last.end > best.at(-1)!.end) best = line;
      }
    }
    return best;
  }

  #remember(line: PlacedRun[]): void {
    const key = bandOf(line);
    const band = this.#bands.get(key);
    if (band === undefined) this.#bands.set(key, [line]);
    else band.push(line);
  }

  #forget(line: PlacedRun[]): void {
    const band = this.#bands.get(bandOf(line));
    const at = band?.lastIndexOf(line) ?? -1;
    if (at >= 0) band!.splice(at, 1);
  }
}

/** Directions are whole degrees. */
function keyOf(direction: number, band: number): number {
  return band * 360 + direction;
}

function bandOf(line: readonly PlacedRun[]): number {
  const last = line.at(-1)!;
  return keyOf(last.direction, Math.floor(last.endAcross / BAND));
}
