import type { Colour } from "../appearance/colour.js";
import type { PdfRef } from "../objects.js";
import type { DrawingPlace, FieldDrawings } from "./fieldDrawings.js";

/** A tick in a square of 100 by 100, y upwards: the pen goes down to the left and up to the right. */
const STROKE = "9 w 18 52 m 41 26 l 83 80 l S\n";
const INK: Colour = 0.08;

/** The form XObject of a ticked check box: a tick in its middle, as large as it allows. */
export function tick(drawings: FieldDrawings, place: DrawingPlace): PdfRef {
  const { width, height } = place;
  const side = Math.min(width, height);
  const scale = side / 100;
  const matrix = [scale, 0, 0, scale, (width - side) / 2, (height - side) / 2] as const;
  return drawings.drawOnce("tick", place, ({ content }) => content.strokePaths(matrix, INK, STROKE));
}
