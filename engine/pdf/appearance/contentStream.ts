import { Buffer } from "node:buffer";
import { type Colour, colourOperands } from "./colour.js";

/** Six numbers [a b c d e f] of a transformation (ISO 32000-2, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** Collects the operators of a content stream (ISO 32000-2, 7.8.2). Lengths are points, y grows upwards. */
export class ContentStream {
  #operators = "/C cs /C CS\n";
  #fill: Colour | undefined;
  #stroke: Colour | undefined;

  /** Draws the XObject of that resource name, whose unit square (or box) is mapped by `matrix`. */
  drawXObject(name: string, matrix: Matrix): void {
    this.#operators += `q ${matrix.map(decimal).join(" ")} cm /${name} Do Q\n`;
  }

  /** Shows text with `operators` (Tf, TJ and their like), from the beginning of its baseline. */
  showText(x: number, y: number, colour: Colour, operators: string): void {
    this.#fillWith(colour);
    this.#operators += `BT ${decimal(x)} ${decimal(y)} Td\n${operators}ET\n`;
  }

  line(x1: number, y1: number, x2: number, y2: number, width: number, colour: Colour): void {
    this.#strokeWith(colour);
    this.#operators += `${decimal(width)} w ${decimal(x1)} ${decimal(y1)} m ${decimal(x2)} ${decimal(y2)} l S\n`;
  }

  rectangle(x: number, y: number, width: number, height: number, paint: RectanglePaint): void {
    const path = `${decimal(x)} ${decimal(y)} ${decimal(width)} ${decimal(height)} re`;
    if (paint.fill !== undefined) {
      this.#fillWith(paint.fill);
      this.#operators += `${path} f\n`;
    }
    if (paint.stroke !== undefined) {
      this.#strokeWith(paint.stroke);
      this.#operators += `${decimal(paint.lineWidth ?? 1)} w ${path} S\n`;
    }
  }

  /** Strokes paths in coordinates of their own, with round ends; `paths` may set the line's width. */
  strokePaths(matrix: Matrix, colour: Colour, paths: string): void {
    this.#strokeWith(colour);
    this.#operators += `q ${matrix.map(decimal).join(" ")} cm 1 J 1 j\n${paths}Q\n`;
  }

  /** Draws only within a rectangle what `draw` draws. */
  clipped(x: number, y: number, width: number, height: number, draw: () => void): void {
    this.#operators += `q ${decimal(x)} ${decimal(y)} ${decimal(width)} ${decimal(height)} re W n\n`;
    const [fill, stroke] = [this.#fill, this.#stroke];
    draw();
    this.#operators += "Q\n";
    [this.#fill, this.#stroke] = [fill, stroke];
  }

  /** Marks what `draw` draws (14.6), as readers expect it of a field's text (12.7.4.3). */
  marked(tag: string, draw: () => void): void {
    this.#operators += `/${tag} BMC\n`;
    draw();
    this.#operators += "EMC\n";
  }

  toBytes(): Uint8Array {
    return Buffer.from(`q\n${this.#operators}Q\n`, "latin1");
  }

  #fillWith(colour: Colour): void {
    if (colour === this.#fill) return;
    this.#operators += `${colourOperands(colour)} sc\n`;
    this.#fill = colour;
  }

  #strokeWith(colour: Colour): void {
    if (colour === this.#stroke) return;
    this.#operators += `${colourOperands(colour)} SC\n`;
    this.#stroke = colour;
  }
}

/** How a rectangle is painted: filled, then outlined. */
export interface RectanglePaint {
  readonly fill?: Colour;
  readonly stroke?: Colour;
  /** In points; 1 unless told otherwise. */
  readonly lineWidth?: number;
}

/** A thousandth of a point is finer than any printer; nothing of that size needs an exponent (7.3.3). */
export function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0);
}
