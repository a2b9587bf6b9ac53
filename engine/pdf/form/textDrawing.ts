import type { Colour } from "../appearance/colour.js";
import type { FormDrawing } from "../appearance/formDrawing.js";
import { shownText } from "../font/shownText.js";
import type { Typeface } from "../shaping/typeface.js";
import { invalidValue } from "./fieldValue.js";
import { type FittedText, fitFieldText } from "./fittedText.js";

/** How a field's author wants its text. */
export interface TextStyle {
  /** In points; 0 or absent: as fits. */
  readonly fontSize?: number;
  readonly colour: Colour;
  /** /Q (ISO 32000-2 Table 228); absent: where text of its script begins. */
  readonly align?: "left" | "center" | "right";
  readonly multiline: boolean;
  /** The number of equal cells, a character each (the flag Comb); absent: none. */
  readonly cells?: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the box and its text; less in a flat box. */
const PADDING = 2;
/** The largest type where the size is left open: that of print, and what a flat box has room for. */
const LARGEST = { line: 12, lines: 10 };

/**
 * The text that a field gets and shows: composed, without invisible characters, each line by itself.
 * @param multiline else line breaks are none
 */
export function fieldText(text: string, multiline: boolean): string {
  if (!multiline) return shownText(text);
  return text
    .split(/\r\n|\r|\n/)
    .map(shownText)
    .join("\n");
}

/**
 * Draws the value of a text field.
 * @param text as fieldText() gives it
 * @param name the field's, for refusals
 * @throws EngineError `pdf_field_value_invalid` when it does not fit at the smallest type, `font_shaper_required`,
 *   `font_damaged`
 */
export function drawFieldText(
  drawing: FormDrawing,
  typeface: Typeface,
  text: string,
  size: Size,
  style: TextStyle,
  name: string,
): void {
  if (text === "") return;
  const { cells } = style;
  const room = { width: size.width - 2 * paddingOf(size), height: size.height - 2 * paddingOf(size) * 0.5 };
  const largest = style.multiline ? LARGEST.lines : LARGEST.line;
  const setting = {
    ...room,
    // In cells each character has its own room; the whole text need not fit beside each other.
    width: cells === undefined ? room.width : Number.POSITIVE_INFINITY,
    multiline: style.multiline,
    size: style.fontSize || largest,
  };
  const fitted = fitFieldText(typeface, text, setting);
  if (fitted === undefined) throw invalidValue(name, "does not fit into it, not even in type of 4 points");
  const baseline = style.multiline ? topBaseline(size, fitted) : middleBaseline(size, fitted, typeface);
  if (cells === undefined) drawRows(drawing, typeface, fitted, size, style, baseline);
  else drawCells(drawing, typeface, text, fitted.size, size.width / cells, style.colour, baseline);
}

function paddingOf({ width, height }: Size): number {
  return Math.min(PADDING, width * 0.05, height * 0.1);
}

function drawRows(
  drawing: FormDrawing,
  typeface: Typeface,
  { rows, size: typeSize, leading }: FittedText,
  size: Size,
  { align, colour }: TextStyle,
  baseline: number,
): void {
  const padding = paddingOf(size);
  for (const [i, { text, width, direction }] of rows.entries()) {
    const line = typeface.set(text, direction);
    const side = align ?? (line.rightToLeft ? "right" : "left");
    const room = size.width - 2 * padding - width;
    const x = padding + (side === "left" ? 0 : side === "right" ? room : room / 2);
    drawing.text(line, typeSize, colour, x, baseline - i * leading);
  }
}

/** Each character in the middle of its cell. */
function drawCells(
  drawing: FormDrawing,
  typeface: Typeface,
  text: string,
  typeSize: number,
  cell: number,
  colour: Colour,
  baseline: number,
): void {
  for (const [i, character] of Array.from(text).entries()) {
    const line = typeface.set(character);
    drawing.text(line, typeSize, colour, (i + 0.5) * cell - (line.width * typeSize) / 2, baseline);
  }
}

function topBaseline(size: Size, { above }: FittedText): number {
  return size.height - paddingOf(size) * 0.5 - above;
}

/** Capitals in the middle, as far as what hangs below them and stands above them leaves it so. */
function middleBaseline({ height }: Size, { size, above, below }: FittedText, typeface: Typeface): number {
  const middle = (height - typeface.capHeight * size) / 2;
  return Math.max(Math.min(middle, height - above), below);
}
