import type { Appearance } from "../appearanceSource.js";
import type { Shaper } from "../shaping/shaper.js";
import { BLACK } from "./colour.js";
import type { Matrix } from "./contentStream.js";
import type { AppearanceElement, ImageElement, Place } from "./elements.js";
import { FormDrawing } from "./formDrawing.js";
import { type Box, contained } from "./imageMatrix.js";
import { prepareImage } from "./preparedImage.js";
import { prepareStrokes } from "./strokes/preparedStrokes.js";
import { drawTextElement } from "./textElement.js";

/** A free composition. */
export interface ComposedAppearanceOptions {
  /** The box as the reader of the page sees it, in points. */
  readonly width: number;
  readonly height: number;
  /** Drawn in this order; at most 500. What leaves the box is not seen. */
  readonly elements: readonly AppearanceElement[];
  /** From `loadShaper()`: for Arabic, the scripts of India, Thai and others; `needsShaper()` tells. */
  readonly shaper?: Shaper;
  /** The form's /Matrix, where the caller wants one. */
  readonly matrix?: Matrix;
  /** Compose transparent images on their ground, whatever the document; PDF/A documents have it so by themselves. */
  readonly flatten?: boolean;
}

const MAX_ELEMENTS = 500;

/**
 * Draws just what it is told to, where it is told to, as a form XObject (ISO 32000-2, 8.10 and 12.7.5.5). Like
 * `signatureAppearance` it may be put into PDF/A files of every part.
 *
 * @param options see `ComposedAppearanceOptions`; lengths in points from the box's top left corner
 * @returns what builds the objects; it gives equal objects for equal options, and may be built several times
 * @throws EngineError `image_unsupported`, `image_damaged` or `image_limit_exceeded` for a picture or strokes,
 *   `font_damaged`, `font_shaper_required`
 * @throws RangeError when there are too many elements, or a number of one is missing, not finite, or not positive
 *   where it must be; the sentence names it
 */
export function composeAppearance(options: ComposedAppearanceOptions): Appearance {
  const { width, height, elements } = options;
  if (!(width > 0 && height > 0 && Number.isFinite(width * height)))
    throw new RangeError("An appearance's width and height must be positive numbers of points.");
  if (elements.length > MAX_ELEMENTS)
    throw new RangeError(`An appearance has at most ${MAX_ELEMENTS} elements.`);
  const drawing = new FormDrawing();
  for (const [i, element] of elements.entries()) {
    requireNumbers(element, `elements[${i}]`);
    drawElement(drawing, element, options);
  }
  return drawing.finish(options);
}

function drawElement(
  drawing: FormDrawing,
  element: AppearanceElement,
  { height, shaper }: ComposedAppearanceOptions,
): void {
  const { content } = drawing;
  switch (element.kind) {
    case "text":
      drawTextElement(drawing, element, height, shaper);
      break;
    case "image":
      drawImage(drawing, element, height);
      break;
    case "strokes":
      prepareStrokes(element.strokes).draw(content, boxOf(element, height), element.colour ?? BLACK);
      break;
    case "rectangle": {
      const { x, y, width: across, height: down } = boxOf(element, height);
      content.rectangle(x, y, across, down, element);
      break;
    }
    case "line": {
      const { x1, y1, x2, y2, lineWidth = 1, colour = BLACK } = element;
      content.line(x1, height - y1, x2, height - y2, lineWidth, colour);
    }
  }
}

function drawImage(drawing: FormDrawing, element: ImageElement, height: number): void {
  const { image: given, fit = "contain", ground } = element;
  const box = boxOf(element, height);
  const prepared =
    "bytes" in given
      ? prepareImage(given, { box, margins: true, ...(ground !== undefined && { ground }) })
      : given;
  drawing.image(prepared, fit === "stretch" ? box : contained(box, prepared.aspect));
}

/** From the top left corner downwards to the lower left corner upwards. */
function boxOf({ x, y, width, height }: Place, boxHeight: number): Box {
  return { x, y: boxHeight - y - height, width, height };
}

const POSITIVE = new Set(["width", "height", "size", "leading", "maxRows"]);

function requireNumbers(element: AppearanceElement, name: string): void {
  const required = {
    text: ["x", "y", "size"],
    image: ["x", "y", "width", "height"],
    strokes: ["x", "y", "width", "height"],
    rectangle: ["x", "y", "width", "height"],
    line: ["x1", "y1", "x2", "y2"],
  }[element.kind];
  const values = new Map<string, unknown>(Object.entries(element));
  for (const key of [...required, "width", "leading", "maxRows", "lineWidth"]) {
    const value = values.get(key);
    if (value === undefined && !required.includes(key)) continue;
    if (typeof value !== "number" || !(Math.abs(value) <= 1e6))
      throw new RangeError(`${name}.${key} must be a number of points, at most a million.`);
    if (value <= 0 && POSITIVE.has(key)) throw new RangeError(`${name}.${key} must be more than 0.`);
    if (value < 0 && key === "lineWidth") throw new RangeError(`${name}.${key} must not be negative.`);
  }
}
