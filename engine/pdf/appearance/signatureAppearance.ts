import type { Appearance } from "../appearanceSource.js";
import type { FontProgram } from "../font/fontProgram.js";
import type { Shaper } from "../shaping/shaper.js";
import { Typeface } from "../shaping/typeface.js";
import { type Arrangement, arrangeTyped, arrangeWithInk } from "./arrangement.js";
import { type Colour, INK } from "./colour.js";
import type { Matrix } from "./contentStream.js";
import type { Typefaces } from "./fitText.js";
import { FormDrawing } from "./formDrawing.js";
import type { Box } from "./imageMatrix.js";
import { type ImageFile, type PreparedImage, prepareImage } from "./preparedImage.js";
import type { DrawnStrokes } from "./strokes/drawnStrokes.js";
import { type PreparedStrokes, prepareStrokes } from "./strokes/preparedStrokes.js";

/** How a visible signature shall look. */
export interface SignatureAppearanceOptions {
  /** The box as the reader of the page sees it, in points. */
  readonly width: number;
  readonly height: number;
  /** The form's /Matrix, where the caller wants one; the drawing itself is always upright. */
  readonly matrix?: Matrix;
  /** The drawn signature as a picture. */
  readonly image?: ImageFile | PreparedImage;
  /** The drawn signature as strokes of a pen, which are drawn as curves. Without any drawing, the name is typed. */
  readonly strokes?: DrawnStrokes;
  readonly name: string;
  /** A small line above the name, such as "Signed by". */
  readonly caption?: string;
  /** Small lines under the name, in the signer's language: date, place, reason. */
  readonly lines: readonly string[];
  /** One font, or several in order of preference: each draws the characters that those before it lack. */
  readonly font: FontProgram | readonly FontProgram[];
  /** What a typed name is set in, such as a handwriting face; `font` draws what it lacks. */
  readonly nameFont?: FontProgram | readonly FontProgram[];
  /** From `loadShaper()`: for Arabic, the scripts of India, Thai and others; `needsShaper()` tells. */
  readonly shaper?: Shaper;
  /** Of strokes, and of a name in a font of its own; a dark blue unless told otherwise. */
  readonly inkColour?: Colour;
  /** Compose transparent images on white, whatever the document; PDF/A documents have it so by themselves. */
  readonly flatten?: boolean;
  /** A hairline between ink and text (the default), a thin frame around all, or nothing. */
  readonly rule?: "line" | "frame" | "none";
}

type Ink = { readonly image: PreparedImage } | { readonly strokes: PreparedStrokes };

const TEXT: Colour = 0.08;
const SMALL_TEXT: Colour = 0.32;
const HAIRLINE = 0.5;
const HAIRLINE_COLOUR: Colour = 0.62;

/**
 * Lays out a visible signature (ISO 32000-2, 12.7.5.5) as a form XObject: dark ink on the page's own white, no
 * background. Text is real text, which can be selected and searched, in any script that the fonts have. It may be
 * put into PDF/A files of every part: fonts are embedded, colours independent of any device.
 *
 * @param options see `SignatureAppearanceOptions`; lengths in points
 * @returns what builds the objects; it gives equal objects for equal options, and may be built several times
 * @throws EngineError `image_unsupported`, `image_damaged` or `image_limit_exceeded` for the picture or the strokes,
 *   `font_damaged`, `font_shaper_required`
 * @throws RangeError when width or height is not a positive number, or a colour is none
 */
export function signatureAppearance(options: SignatureAppearanceOptions): Appearance {
  const drawing = new FormDrawing();
  drawSignature(drawing, options);
  return drawing.finish(options);
}

/** As signatureAppearance(), into a form XObject that is the caller's to finish. */
export function drawSignature(drawing: FormDrawing, options: SignatureAppearanceOptions): void {
  const { width, height } = options;
  if (!(width > 0 && height > 0 && Number.isFinite(width * height)))
    throw new RangeError("A signature's width and height must be positive numbers of points.");
  const ink = inkOf(options);
  const typefaces = typefacesOf(options, ink !== undefined);
  const arrangement = arrange(options, typefaces, ink);
  if (arrangement.ink && ink) drawInk(drawing, ink, arrangement.ink, options.inkColour ?? INK);
  drawRule(drawing, options, arrangement);
  const { textEdge, textTop, rightToLeft } = arrangement;
  const handwritten = typefaces.name !== typefaces.small;
  for (const row of arrangement.text.rows) {
    const line = row.typeface.set(row.text, row.direction);
    const colour = row.strong ? (handwritten ? (options.inkColour ?? INK) : TEXT) : SMALL_TEXT;
    const x = rightToLeft ? textEdge - line.width * row.size : textEdge;
    drawing.text(line, row.size, colour, x, textTop - row.down);
  }
}

function inkOf({ image, strokes, flatten, width, height }: SignatureAppearanceOptions): Ink | undefined {
  if (strokes) return { strokes: prepareStrokes(strokes) };
  if (!image) return undefined;
  return { image: "bytes" in image ? prepareImage(image, { flatten, box: { width, height } }) : image };
}

/** A font for the name is for a typed one: beside a drawing the name is there to be read. */
function typefacesOf({ font, nameFont, shaper }: SignatureAppearanceOptions, drawn: boolean): Typefaces {
  const small = new Typeface(font, shaper);
  if (!nameFont || drawn) return { name: small, small };
  return { name: new Typeface([nameFont, small.fonts].flat() as FontProgram[], shaper), small };
}

function arrange(
  options: SignatureAppearanceOptions,
  typefaces: Typefaces,
  ink: Ink | undefined,
): Arrangement {
  const { width, height, rule = "line" } = options;
  const short = Math.min(width, height);
  const margin = Math.min(Math.max(short * 0.06, rule === "frame" ? 3 : 1), 8);
  const inset = Math.min(margin, short / 4);
  const inside: Box = { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset };
  if (!ink) return arrangeTyped(typefaces, options, inside, rule === "line");
  const { aspect } = "image" in ink ? ink.image : ink.strokes;
  return arrangeWithInk(typefaces, options, inside, aspect);
}

function drawInk(drawing: FormDrawing, ink: Ink, box: Box, colour: Colour): void {
  if ("image" in ink) drawing.image(ink.image, box);
  else ink.strokes.draw(drawing.content, box, colour);
}

function drawRule(
  { content }: FormDrawing,
  options: SignatureAppearanceOptions,
  { rule }: Arrangement,
): void {
  const kind = options.rule ?? "line";
  if (kind === "line" && rule) content.line(rule.x1, rule.y1, rule.x2, rule.y2, HAIRLINE, HAIRLINE_COLOUR);
  if (kind === "frame") {
    const inset = HAIRLINE / 2;
    const [width, height] = [options.width - HAIRLINE, options.height - HAIRLINE];
    content.rectangle(inset, inset, width, height, { stroke: HAIRLINE_COLOUR, lineWidth: HAIRLINE });
  }
}
