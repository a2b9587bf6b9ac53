import { EngineError } from "../../../error.js";

/** A place where the pen was, in the pad's own coordinates: x to the right, y downwards. */
export interface StrokePoint {
  readonly x: number;
  readonly y: number;
  /** When, in milliseconds from any beginning: a fast pen draws a thinner line. */
  readonly time?: number;
  /** How hard the pen was pressed, from 0 to 1, where the pad can tell. */
  readonly pressure?: number;
  /** How wide the line is here, in units of the pad, where the caller wants to say so itself. */
  readonly width?: number;
}

/** What a signer drew: for each time the pen was down, the way it took. (signature_pad's `toData()` fits.) */
export interface DrawnStrokes {
  readonly strokes: ReadonlyArray<{ readonly points: readonly StrokePoint[] }>;
}

/** Signatures have some dozen strokes and some hundred points; minutes of scribbling stay below these. */
const MAX_STROKES = 500;
const MAX_POINTS = 10_000;
/** Beyond this no pad reaches, and numbers would lose their fractions. */
const FARTHEST = 1_000_000;

/**
 * Checks what a stranger's page sent before anything is computed from it.
 *
 * @returns the strokes that have a point
 * @throws EngineError `image_limit_exceeded` for too many strokes or points; `image_damaged` for a coordinate,
 *   time, pressure or width that is no number, or when there is no point at all
 */
export function checkStrokes({ strokes }: DrawnStrokes): ReadonlyArray<readonly StrokePoint[]> {
  if (strokes.length > MAX_STROKES)
    throw new EngineError("image_limit_exceeded", `The drawing has more than ${MAX_STROKES} strokes.`);
  let points = 0;
  for (const stroke of strokes) points += stroke.points.length;
  if (points > MAX_POINTS)
    throw new EngineError("image_limit_exceeded", `The drawing has more than ${MAX_POINTS} points.`);
  if (points === 0) throw new EngineError("image_damaged", "The drawing has no points.");
  for (const [number, stroke] of strokes.entries())
    if (!stroke.points.every(isPoint))
      throw new EngineError(
        "image_damaged",
        `Stroke ${number + 1} of the drawing has a point that is no point.`,
      );
  return strokes.map(({ points }) => points).filter(({ length }) => length > 0);
}

function isPoint({ x, y, time, pressure, width }: StrokePoint): boolean {
  return (
    Math.abs(x) <= FARTHEST &&
    Math.abs(y) <= FARTHEST &&
    (time === undefined || Number.isFinite(time)) &&
    (pressure === undefined || Number.isFinite(pressure)) &&
    (width === undefined || (width >= 0 && width <= FARTHEST))
  );
}
