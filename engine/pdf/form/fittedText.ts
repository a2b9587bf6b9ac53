import { Paragraph, type Row } from "../appearance/paragraph.js";
import type { Direction, Typeface } from "../shaping/typeface.js";

/** How a text is to be set in a field. */
export interface TextSetting {
  /** Of the room for it, in points. */
  readonly width: number;
  readonly height: number;
  /** Whether it may be broken into lines. */
  readonly multiline: boolean;
  /** The type size to begin with, in points. */
  readonly size: number;
}

/** A row of text that has its size. */
export interface FittedRow {
  readonly text: string;
  /** In points. */
  readonly width: number;
  readonly direction: Direction;
}

export interface FittedText {
  readonly rows: readonly FittedRow[];
  /** Type size in points. */
  readonly size: number;
  /** From baseline to baseline, in points. */
  readonly leading: number;
  /** How far the first row reaches above its baseline, and the last below its own, in points. */
  readonly above: number;
  readonly below: number;
}

/** Smaller type cannot be read on paper. */
const LEAST_SIZE = 4;
const STEP = 0.25;
const LEADING = 1.2;
const MAX_CHARACTERS = 4000;

/**
 * Sets a text as large as it fits, from the size wished for down to 4 points. Nothing is ever cut: what was signed is
 * what is seen.
 * @param text its lines with line feeds between
 * @returns undefined when it does not fit
 * @throws EngineError `font_shaper_required`, `font_damaged`
 */
export function fitFieldText(typeface: Typeface, text: string, setting: TextSetting): FittedText | undefined {
  const paragraphs = text.split("\n").map((line) => new Paragraph(typeface, line, MAX_CHARACTERS));
  const attempt = (steps: number) => setAt(paragraphs, LEAST_SIZE + steps * STEP, setting, typeface);
  let best = attempt(0);
  if (best === undefined) return undefined;
  let fits = 0;
  let tooLarge = Math.floor((setting.size - LEAST_SIZE) / STEP) + 1;
  while (tooLarge - fits > 1) {
    const middle = (fits + tooLarge) >> 1;
    const set = attempt(middle);
    if (set !== undefined) best = set;
    if (set !== undefined) fits = middle;
    else tooLarge = middle;
  }
  return best;
}

function setAt(
  paragraphs: readonly Paragraph[],
  size: number,
  { width, height, multiline }: TextSetting,
  typeface: Typeface,
): FittedText | undefined {
  let above = typeface.capHeight;
  let below = 0;
  for (const { extent } of paragraphs) {
    above = Math.max(above, extent.above);
    below = Math.max(below, extent.below);
  }
  // Scripts that reach high and low need more than the leading of print.
  const leading = Math.max(LEADING, above + below) * size;
  const most = multiline ? 1 + Math.floor(Math.max(0, height - (above + below) * size) / leading) : 1;
  const fitted: FittedRow[] = [];
  for (const paragraph of paragraphs) {
    const { direction = "auto" } = paragraph;
    const rows = rowsOf(paragraph, width / size, most - fitted.length);
    if (rows === undefined) return undefined;
    // An empty line keeps its place.
    if (rows.length === 0) rows.push({ text: "", width: 0 });
    for (const row of rows) fitted.push({ text: row.text, width: row.width * size, direction });
  }
  const tall = (above + below) * size + (fitted.length - 1) * leading;
  if (fitted.length > most || tall > height) return undefined;
  return { rows: fitted, size, leading, above: above * size, below: below * size };
}

/** The rows of a paragraph, of which a word that is too long for a row is broken; undefined when they are too many. */
function rowsOf(paragraph: Paragraph, width: number, most: number): Row[] | undefined {
  if (paragraph.empty) return [];
  const rows = paragraph.rows(width, most);
  if (rows !== undefined || most <= 1 || paragraph.width > width * most) return rows;
  const filled = paragraph.fill(width, most + 1);
  return filled.length > most ? undefined : filled;
}
