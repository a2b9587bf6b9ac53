import type { TextRun } from "./textRun.js";

/** Runs whose directions differ by less than this many degrees may stand on one line: scanned pages are askew. */
const DIRECTION_STEP = 5;

/** A run in the frame of its direction: distances in user space along it, and across it to its left. */
export class PlacedRun {
  constructor(
    readonly run: TextRun,
    /** In steps of DIRECTION_STEP, counterclockwise from the x axis. */
    readonly direction: number,
    readonly start: number,
    readonly end: number,
    /** Where the baseline begins and ends, across. */
    readonly startAcross: number,
    readonly endAcross: number,
    /** Size of its font along the line, and how far apart two baselines may be that are one. */
    readonly em: number,
    readonly slack: number,
    /** Where the run's last glyph has its middle. */
    readonly lastMiddle: number,
  ) {}

  /** Whether another run of the same direction stands on the same line behind this one, however far. */
  reaches(next: PlacedRun): boolean {
    const slack = Math.min(this.slack, next.slack);
    return Math.abs(next.startAcross - this.endAcross) <= slack && next.start >= this.lastMiddle;
  }
}

/** @returns undefined for a run without glyphs, without size, or beyond all measure */
export function placeRun(run: TextRun): PlacedRun | undefined {
  const { originX, originY, alongX, alongY, starts, ends } = run;
  const last = ends.length - 1;
  const unit = Math.hypot(alongX, alongY);
  const height = Math.hypot(run.acrossX, run.acrossY) * (run.high - run.low);
  if (last < 0 || !(unit > 0)) return undefined;
  const steps = Math.round((Math.atan2(alongY, alongX) * 180) / Math.PI / DIRECTION_STEP);
  const direction = (steps * DIRECTION_STEP + 360) % 360;
  const cos = Math.cos((direction * Math.PI) / 180);
  const sin = Math.sin((direction * Math.PI) / 180);
  const along = (at: number) => (originX + alongX * at) * cos + (originY + alongY * at) * sin;
  const across = (at: number) => (originY + alongY * at) * cos - (originX + alongX * at) * sin;
  const placed = new PlacedRun(
    run,
    direction,
    along(starts[0]!),
    along(ends[last]!),
    across(starts[0]!),
    across(ends[last]!),
    run.em * unit,
    0.25 * height,
    along((starts[last]! + ends[last]!) / 2) - 0.01 * run.em * unit,
  );
  const isMeasurable = Number.isFinite(placed.start + placed.end + placed.startAcross + height);
  return isMeasurable && Math.abs(placed.startAcross) < 1e9 && Math.abs(placed.start) < 1e9
    ? placed
    : undefined;
}
