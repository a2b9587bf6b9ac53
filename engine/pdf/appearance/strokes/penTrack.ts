import type { StrokePoint } from "./drawnStrokes.js";

/** A point of a smoothed stroke: pad coordinates, and the pen's width there, from 0 to 1 of its widest. */
export interface TrackPoint {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Points are thinned out in spans of so many: the work grows with their number only, however they lie. */
const SPAN = 128;
/** How thin the fastest, or lightest, line is. */
const THINNEST = 0.42;
/** How much of its old width a line keeps from one point to the next. */
const INERTIA = 0.72;
/** The speed at which a line is half as wide as it can be, in drawing heights a second. */
const MIDDLE_SPEED = 6;
/** Between points without a time; pads report about sixty a second. */
const FRAME_SECONDS = 1 / 60;

/**
 * Smooths one stroke: points upon each other become one, the tremor of finger and sensor is averaged out, and the
 * pen's width follows its pressure where that varies, else its speed.
 *
 * @param points of one stroke, at least one
 * @param scale the drawing's height in pad units, which makes speeds comparable
 * @param ownWidths whether the points' widths are used; they are then in pad units
 */
export function penTrack(points: readonly StrokePoint[], scale: number, ownWidths: boolean): TrackPoint[] {
  const kept = points.filter((point, i) => {
    const last = points[i - 1];
    return !last || Math.hypot(point.x - last.x, point.y - last.y) > scale * 0.002;
  });
  const pressures = new Set(kept.map(({ pressure }) => pressure));
  const pressed = pressures.size > 2 && !pressures.has(undefined);
  let width = 0.8;
  return kept.map((point, i) => {
    const before = kept[i - 1];
    const after = kept[i + 1];
    if (ownWidths) width = point.width ?? width;
    else if (pressed) width = THINNEST + (1 - THINNEST) * Math.min(1, Math.max(0, point.pressure!));
    else if (before) width = INERTIA * width + (1 - INERTIA) * widthAtSpeed(speed(before, point) / scale);
    if (!before || !after) return { x: point.x, y: point.y, width };
    return { x: (before.x + 2 * point.x + after.x) / 4, y: (before.y + 2 * point.y + after.y) / 4, width };
  });
}

function speed(from: StrokePoint, to: StrokePoint): number {
  const seconds =
    from.time !== undefined && to.time !== undefined ? (to.time - from.time) / 1000 : FRAME_SECONDS;
  return Math.hypot(to.x - from.x, to.y - from.y) / Math.max(seconds, 0.001);
}

function widthAtSpeed(heightsASecond: number): number {
  return Math.max(THINNEST, 1 / (1 + heightsASecond / MIDDLE_SPEED));
}

/**
 * Leaves out the points that a curve through the others passes anyway (Ramer, Douglas and Peucker), so that a
 * signature takes two or three kilobytes.
 *
 * @param track at least one point
 * @param tolerance how far the line may stray, in units of the track
 */
export function thinOut(track: readonly TrackPoint[], tolerance: number): TrackPoint[] {
  const keep = new Uint8Array(track.length);
  const open: Array<[number, number]> = [];
  for (let first = 0; first < track.length; first += SPAN) {
    const last = Math.min(first + SPAN, track.length - 1);
    keep[first] = 1;
    keep[last] = 1;
    open.push([first, last]);
  }
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span;
    let farthest = tolerance;
    let split = -1;
    for (let i = first + 1; i < last; i++) {
      const distance = distanceFrom(track[first]!, track[last]!, track[i]!);
      if (distance > farthest) {
        farthest = distance;
        split = i;
      }
    }
    if (split < 0) continue;
    keep[split] = 1;
    open.push([first, split], [split, last]);
  }
  return track.filter((_, i) => keep[i] === 1);
}

function distanceFrom(a: TrackPoint, b: TrackPoint, point: TrackPoint): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length));
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
}
