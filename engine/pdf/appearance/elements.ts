import type { FontProgram } from "../font/fontProgram.js";
import type { Direction } from "../shaping/typeface.js";
import type { Colour } from "./colour.js";
import type { ImageFile, PreparedImage } from "./preparedImage.js";
import type { DrawnStrokes } from "./strokes/drawnStrokes.js";

/** A place in the box: points from its top left corner, y downwards. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of text, or several. */
export interface TextElement {
  readonly kind: "text";
  /** Line feeds begin new lines. At most 2,000 characters are shown. */
  readonly text: string;
  /** Where the text begins; with `align`, where it is centred or ends, or the left edge of `width`. In points. */
  readonly x: number;
  /** The top of the first line's letters and their accents; or its baseline, if `anchor` says so. In points. */
  readonly y: number;
  readonly anchor?: "top" | "baseline";
  /** Type size in points. */
  readonly size: number;
  readonly font: FontProgram | readonly FontProgram[];
  /** Black unless told otherwise. */
  readonly colour?: Colour;
  /** `start` (the default) is left, or right where the text reads from the right and has a `width`. */
  readonly align?: "start" | "left" | "center" | "right";
  /** Of its column, in points: lines are broken to fit. Without it each line is one row. */
  readonly width?: number;
  /** Rows at most; the end of a longer text is cut. 100 unless told otherwise. */
  readonly maxRows?: number;
  /** From baseline to baseline, in points; 1.28 of the size unless told otherwise. */
  readonly leading?: number;
  /** Of each paragraph; that of its first letter unless told otherwise. */
  readonly direction?: Direction;
}

/** A picture, upright, in a rectangle: whole and in its middle, or stretched. */
export interface ImageElement extends Place {
  readonly kind: "image";
  readonly image: ImageFile | PreparedImage;
  readonly fit?: "contain" | "stretch";
  /** What transparency is composed on where the document allows none; white unless told otherwise. */
  readonly ground?: Colour;
}

/** Strokes of a pen, without the margins of the pad, as large as their rectangle allows and in its middle. */
export interface StrokesElement extends Place {
  readonly kind: "strokes";
  readonly strokes: DrawnStrokes;
  /** Black unless told otherwise. */
  readonly colour?: Colour;
}

/** A rectangle, filled or outlined or both. */
export interface RectangleElement extends Place {
  readonly kind: "rectangle";
  readonly fill?: Colour;
  readonly stroke?: Colour;
  /** In points; 1 unless told otherwise. */
  readonly lineWidth?: number;
}

/** A straight line from one point to another, in points from the top left corner. */
export interface LineElement {
  readonly kind: "line";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** In points; 1 unless told otherwise. */
  readonly lineWidth?: number;
  /** Black unless told otherwise. */
  readonly colour?: Colour;
}

/** What an appearance is composed of: plain data, which a caller can keep and build from a request. */
export type AppearanceElement = TextElement | ImageElement | StrokesElement | RectangleElement | LineElement;
