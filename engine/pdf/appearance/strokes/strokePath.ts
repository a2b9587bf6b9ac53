import type { TrackPoint } from "./penTrack.js";

/** Paths are written in whole numbers of this part of a point, which is shorter than decimals. */
export const UNITS_PER_POINT = 100;
/** The steps in which the pen's width changes, in those units: too fine to be seen. */
const WIDTH_STEP = 6;
const MAX_PIECES = 8;

/** A cubic Bézier curve from the point before it; the pen's width runs from `from` to `to`. */
interface Curve {
  readonly controls: readonly [number, number, number, number, number, number];
  readonly from: number;
  readonly to: number;
}

/**
 * Writes the path operators of one stroke: curves through its points, stroked with a pen whose width changes in
 * steps. A stroke without extent becomes a dot.
 *
 * @param track points and widths in units of `UNITS_PER_POINT`, y upwards
 */
export function strokePath(track: readonly TrackPoint[]): string {
  const [first] = track;
  if (!first) return "";
  if (track.length === 1)
    return `${penWidth(first.width)} w ${point(first.x, first.y)} m ${point(first.x, first.y)} l S\n`;
  let path = "";
  let width = 0;
  let [x, y] = [first.x, first.y];
  for (const curve of curvesThrough(track)) {
    for (const { controls, from, to } of pieces({ x, y }, curve)) {
      const pen = penWidth((from + to) / 2);
      if (pen !== width) path += `${path === "" ? "" : "S\n"}${pen} w ${point(x, y)} m\n`;
      width = pen;
      const [x1, y1, x2, y2, x3, y3] = controls;
      path += `${point(x1, y1)} ${point(x2, y2)} ${point(x3, y3)} c\n`;
      [x, y] = [x3, y3];
    }
  }
  return `${path}S\n`;
}

/** Catmull-Rom curves whose tangents heed the distances between points: they pass sharp turns without loops. */
function* curvesThrough(track: readonly TrackPoint[]): Generator<Curve> {
  const chords = track.slice(1).map((to, i) => Math.hypot(to.x - track[i]!.x, to.y - track[i]!.y) || 1);
  const tangent = (i: number): readonly [number, number] => {
    const [before, here, after] = [track[i - 1], track[i]!, track[i + 1]];
    if (!before) return [(after!.x - here.x) / chords[0]!, (after!.y - here.y) / chords[0]!];
    if (!after) return [(here.x - before.x) / chords[i - 1]!, (here.y - before.y) / chords[i - 1]!];
    const [behind, ahead] = [chords[i - 1]!, chords[i]!];
    const mixed = (from: number, at: number, to: number) =>
      (((at - from) / behind) * ahead + ((to - at) / ahead) * behind) / (behind + ahead);
    return [mixed(before.x, here.x, after.x), mixed(before.y, here.y, after.y)];
  };
  let leaving = tangent(0);
  for (let i = 1; i < track.length; i++) {
    const [a, b] = [track[i - 1]!, track[i]!];
    const third = chords[i - 1]! / 3;
    const arriving = tangent(i);
    yield {
      controls: [
        a.x + leaving[0] * third,
        a.y + leaving[1] * third,
        b.x - arriving[0] * third,
        b.y - arriving[1] * third,
        b.x,
        b.y,
      ],
      from: a.width,
      to: b.width,
    };
    leaving = arriving;
  }
}

/** Parts a curve on which the width changes much into pieces on each of which it changes little. */
function pieces(start: { x: number; y: number }, curve: Curve): Curve[] {
  const count = Math.min(MAX_PIECES, Math.ceil(Math.abs(curve.to - curve.from) / (WIDTH_STEP * 1.5)));
  const parts: Curve[] = [];
  let rest = curve;
  let [x, y] = [start.x, start.y];
  for (let left = count; left > 1; left--) {
    const [head, tail] = splitCurve(x, y, rest, 1 / left);
    parts.push(head);
    rest = tail;
    [x, y] = [head.controls[4], head.controls[5]];
  }
  parts.push(rest);
  return parts;
}

/** De Casteljau's algorithm. */
function splitCurve(x0: number, y0: number, { controls, from, to }: Curve, t: number): [Curve, Curve] {
  const mix = (a: number, b: number) => a + (b - a) * t;
  const [x1, y1, x2, y2, x3, y3] = controls;
  const [ax, ay, bx, by, cx, cy] = [
    mix(x0, x1),
    mix(y0, y1),
    mix(x1, x2),
    mix(y1, y2),
    mix(x2, x3),
    mix(y2, y3),
  ];
  const [dx, dy, ex, ey] = [mix(ax, bx), mix(ay, by), mix(bx, cx), mix(by, cy)];
  const [mx, my] = [mix(dx, ex), mix(dy, ey)];
  const width = mix(from, to);
  return [
    { controls: [ax, ay, dx, dy, mx, my], from, to: width },
    { controls: [ex, ey, cx, cy, x3, y3], from: width, to },
  ];
}

function penWidth(width: number): number {
  return Math.max(1, Math.round(width / WIDTH_STEP)) * WIDTH_STEP;
}

function point(x: number, y: number): string {
  return `${Math.round(x) + 0} ${Math.round(y) + 0}`;
}
