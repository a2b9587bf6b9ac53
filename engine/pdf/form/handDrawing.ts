import { INK } from "../appearance/colour.js";
import type { FormDrawing } from "../appearance/formDrawing.js";
import { type Box, contained } from "../appearance/imageMatrix.js";
import { prepareImage } from "../appearance/preparedImage.js";
import { prepareStrokes } from "../appearance/strokes/preparedStrokes.js";
import { claimsArchival } from "../archivalClaim.js";
import { shownText } from "../font/shownText.js";
import type { PdfRef } from "../objects.js";
import type { DrawingPlace, FieldDrawings } from "./fieldDrawings.js";
import { type DrawingValue, invalidValue } from "./fieldValue.js";
import { fitFieldText } from "./fittedText.js";

/** What of a field's height typed initials take at most. */
const TYPED_SHARE = 0.8;
/** Left free around a drawing, in points; less in a small field. */
const MARGIN = 1;

/**
 * The form XObject of a drawing: one for all fields of one size that get the same.
 * @param name the field's, for refusals
 * @throws EngineError `image_unsupported`, `image_damaged`, `image_limit_exceeded`, `font_damaged`,
 *   `font_shaper_required`, `pdf_field_value_invalid`
 */
export function handDrawing(
  drawings: FieldDrawings,
  value: DrawingValue,
  place: DrawingPlace,
  name: string,
): PdfRef {
  const { width, height } = place;
  if ("draw" in value) {
    const { document } = drawings.increment;
    const key = `drawn ${drawings.numberOf(value.draw)}`;
    return drawings.drawOnce(key, place, (drawing) => value.draw(drawing, place, claimsArchival(document)));
  }
  const margin = Math.min(MARGIN, width / 20, height / 20);
  const box: Box = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  if ("typed" in value) {
    const text = shownText(value.typed);
    return drawings.drawOnce(`typed ${text}`, place, (drawing) =>
      drawTyped(drawing, drawings, text, box, name),
    );
  }
  if ("strokes" in value) {
    const key = `strokes ${drawings.numberOf(value.strokes)}`;
    return drawings.drawOnce(key, place, ({ content }) =>
      prepareStrokes(value.strokes).draw(content, box, INK),
    );
  }
  return drawings.drawOnce(`image ${drawings.numberOf(value.image)}`, place, (drawing) => {
    const image = "bytes" in value.image ? prepareImage(value.image, { box }) : value.image;
    drawing.image(image, contained(box, image.aspect));
  });
}

function drawTyped(
  drawing: FormDrawing,
  { handwriting }: FieldDrawings,
  text: string,
  box: Box,
  name: string,
): void {
  const setting = { width: box.width, height: box.height, multiline: false, size: box.height * TYPED_SHARE };
  const fitted = fitFieldText(handwriting, text, setting);
  if (fitted === undefined) throw invalidValue(name, "does not fit into it, not even in type of 4 points");
  const { size, above, below } = fitted;
  const [row] = fitted.rows;
  const x = box.x + (box.width - (row?.width ?? 0)) / 2;
  const y = box.y + (box.height - above - below) / 2 + below;
  drawing.text(handwriting.set(text, row?.direction), size, INK, x, y);
}
