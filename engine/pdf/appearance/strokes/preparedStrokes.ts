import type { Colour } from "../colour.js";
import type { ContentStream } from "../contentStream.js";
import type { Box } from "../imageMatrix.js";
import { checkStrokes, type DrawnStrokes } from "./drawnStrokes.js";
import { penTrack, type TrackPoint, thinOut } from "./penTrack.js";
import { strokePath, UNITS_PER_POINT } from "./strokePath.js";

/** Strokes that have been checked and smoothed, and can be drawn in boxes of any size. */
export interface PreparedStrokes {
  /** Width divided by height of what was drawn, without margins. */
  readonly aspect: number;
  /** Draws them as large as the box allows, in its middle. */
  draw(content: ContentStream, box: Box, colour: Colour): void;
}

/** A straight line has no height; it is given this part of its length, and the other way round. */
const LEAST_SIDE = 1 / 12;
/** How far curves may stray from what was drawn, in points. */
const TOLERANCE = 0.06;

/**
 * Checks and smooths strokes, and finds their bounds: margins of the pad are trimmed.
 *
 * @throws EngineError `image_limit_exceeded`, `image_damaged`
 */
export function prepareStrokes(drawn: DrawnStrokes): PreparedStrokes {
  const strokes = checkStrokes(drawn);
  const bounds = boundsOf(strokes.flat());
  const ownWidths = strokes.every((points) => points.every(({ width }) => width !== undefined));
  const tracks = strokes.map((points) => penTrack(points, bounds.height, ownWidths));
  return {
    aspect: bounds.width / bounds.height,
    draw: (content, box, colour) => drawTracks(content, tracks, bounds, box, colour, ownWidths),
  };
}

function drawTracks(
  content: ContentStream,
  tracks: ReadonlyArray<readonly TrackPoint[]>,
  bounds: Box,
  box: Box,
  colour: Colour,
  ownWidths: boolean,
): void {
  const pen = penWidth(box);
  const room = {
    width: Math.max(box.width - pen, box.width / 2),
    height: Math.max(box.height - pen, box.height / 2),
  };
  const scale = Math.min(room.width / bounds.width, room.height / bounds.height) * UNITS_PER_POINT;
  const widthScale = ownWidths ? scale : pen * UNITS_PER_POINT;
  const left = (box.width * UNITS_PER_POINT - bounds.width * scale) / 2;
  const top = (box.height * UNITS_PER_POINT + bounds.height * scale) / 2;
  let paths = "";
  for (const track of tracks) {
    const placed = track.map(({ x, y, width }) => ({
      x: left + (x - bounds.x) * scale,
      y: top - (y - bounds.y) * scale,
      width: width * widthScale,
    }));
    paths += strokePath(thinOut(placed, TOLERANCE * UNITS_PER_POINT));
  }
  content.strokePaths([1 / UNITS_PER_POINT, 0, 0, 1 / UNITS_PER_POINT, box.x, box.y], colour, paths);
}

/** The widest line, in points: that of a ball pen where the signature is as large as on paper, finer where small. */
function penWidth({ width, height }: Box): number {
  const size = Math.min(width, height * 3);
  return Math.min(2.2, Math.max(0.35, 0.3 + size * 0.0105));
}

function boundsOf(points: ReadonlyArray<{ x: number; y: number }>): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const longer = Math.max(right - left, bottom - top, 1e-3);
  const width = Math.max(right - left, longer * LEAST_SIDE);
  const height = Math.max(bottom - top, longer * LEAST_SIDE);
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}
