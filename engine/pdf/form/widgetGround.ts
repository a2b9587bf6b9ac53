import type { FormDrawing } from "../appearance/formDrawing.js";
import type { PdfDocument } from "../document.js";
import { asDict, type PdfRef } from "../objects.js";
import { readColour } from "./defaultAppearance.js";
import type { DrawingPlace } from "./fieldDrawings.js";

const MAX_BORDER = 20;

/**
 * Draws the ground and the border that a widget's author gave it (/MK /BG and /BC, ISO 32000-2 Table 192): what is
 * filled in gets an appearance of its own, in which they must be.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function drawGround(
  { content }: FormDrawing,
  document: PdfDocument,
  widget: PdfRef,
  { width, height }: DrawingPlace,
): void {
  const dict = asDict(document.resolve(widget));
  const characteristics = asDict(document.resolve(dict?.get("MK")));
  const fill = readColour(document, characteristics?.get("BG"));
  const stroke = readColour(document, characteristics?.get("BC"));
  if (fill !== undefined) content.rectangle(0, 0, width, height, { fill });
  if (stroke === undefined) return;
  const given = document.resolve(asDict(document.resolve(dict?.get("BS")))?.get("W"));
  const lineWidth = typeof given === "number" && given >= 0 ? Math.min(given, MAX_BORDER, width, height) : 1;
  if (lineWidth === 0) return;
  const inset = lineWidth / 2;
  content.rectangle(inset, inset, width - lineWidth, height - lineWidth, { stroke, lineWidth });
}
