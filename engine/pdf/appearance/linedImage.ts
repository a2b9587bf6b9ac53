import type { Appearance } from "../appearanceSource.js";
import type { FontProgram } from "../font/fontProgram.js";
import { shownText } from "../font/shownText.js";
import type { Shaper } from "../shaping/shaper.js";
import { Typeface } from "../shaping/typeface.js";
import { winAnsiString } from "../text/encoding/winAnsi.js";
import { type Colour, WHITE } from "./colour.js";
import { FormDrawing } from "./formDrawing.js";
import { contained } from "./imageMatrix.js";
import type { PreparedImage } from "./preparedImage.js";
import type { StandardFontName } from "./standardFontName.js";

/** A line of text at a place of its own. */
export interface PlacedLine {
  /** White space of any kind is shown as one blank. */
  readonly text: string;
  /** Where its baseline begins: points from the lower left corner. */
  readonly x: number;
  readonly y: number;
  /** Type size in points. */
  readonly size: number;
  readonly colour: Colour;
  /** One font, or several in order of preference: each draws the characters that those before it lack. */
  readonly font: FontProgram | readonly FontProgram[];
  /**
   * Named instead of embedding `font`, where the document allows it: PDF/A does not (ISO 19005-2 6.2.11.4). Its text is
   * of characters that WinAnsiEncoding has: missingInWinAnsi() tells.
   */
  readonly standardFont?: StandardFontName;
}

/** A picture with lines of text over it, and nothing else. */
export interface LinedImage {
  /** As large as the box allows, and in its middle. */
  readonly image?: PreparedImage;
  /** Drawn in this order. */
  readonly lines: readonly PlacedLine[];
  /** A small line in the lower right corner, on white, so that it can be read over any picture; beneath the lines. */
  readonly mark?: { readonly text: string; readonly font: FontProgram | readonly FontProgram[] };
  /** From `loadShaper()`: for Arabic, the scripts of India, Thai and others; `needsShaper()` tells. */
  readonly shaper?: Shaper;
}

/** A box as the reader of the page sees it, in points. */
export interface BoxSize {
  readonly width: number;
  readonly height: number;
}

const MARK_SIZE = 6;
const MARK_COLOUR: Colour = [0.72, 0.07, 0.07];
/** Of the mark's strip, in sizes of its type. */
const MARK_HEIGHT = 1.3;

/**
 * Draws a picture and lines into a form whose lower left corner is that of the box. What leaves the box is not seen.
 * @param archival whether the document promises to be PDF/A: then every font is embedded
 * @throws EngineError `font_damaged`, `font_shaper_required`; RangeError for a character that a font which is to be
 *   named does not have
 */
export function drawLinedImage(
  drawing: FormDrawing,
  { image, lines, mark, shaper }: LinedImage,
  { width, height }: BoxSize,
  archival: boolean,
): void {
  if (image !== undefined) {
    drawing.image(image, contained({ x: 0, y: 0, width, height }, image.aspect));
  }
  if (mark !== undefined) drawMark(drawing, mark, { width, height }, shaper);
  for (const line of lines) {
    const text = shownText(line.text);
    if (text === "") continue;
    const { x, y, size, colour, standardFont } = line;
    if (standardFont !== undefined && !archival) {
      const name = drawing.resources.standardFont(standardFont);
      drawing.content.showText(x, y, colour, `/${name} ${size} Tf\n${winAnsiString(text)} Tj\n`);
    } else {
      const typeface = new Typeface(line.font, shaper);
      drawing.text(typeface.set(text), size, colour, x, y);
    }
  }
}

/**
 * A picture with lines over it as the appearance of a signature (ISO 32000-2 12.7.5.5). It may be put into PDF/A files of
 * every part.
 * @throws EngineError and RangeError as drawLinedImage(), some of them when it is built
 */
export function linedImageAppearance(linedImage: LinedImage, size: BoxSize): Appearance {
  return {
    build(allocate, surroundings) {
      const archival = surroundings?.archival() === true;
      const drawing = new FormDrawing();
      drawLinedImage(drawing, linedImage, size, archival);
      return drawing.finish(size).build(allocate, { archival: () => archival });
    },
  };
}

/** In type of 6 points, or as small as the box is. */
function drawMark(
  drawing: FormDrawing,
  { text, font }: NonNullable<LinedImage["mark"]>,
  { width, height }: BoxSize,
  shaper: Shaper | undefined,
): void {
  const typeface = new Typeface(font, shaper);
  const line = typeface.set(shownText(text));
  const size = Math.min(MARK_SIZE, width / (line.width + 1), height / MARK_HEIGHT);
  const strip = size * MARK_HEIGHT;
  const across = (line.width + 1) * size;
  drawing.content.rectangle(width - across, 0, across, strip, { fill: WHITE });
  drawing.text(line, size, MARK_COLOUR, width - across + size / 2, (strip - typeface.capHeight * size) / 2);
}
