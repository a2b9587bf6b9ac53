import { Buffer } from "node:buffer";

/** Six numbers [a b c d e f] of a transformation (ISO 32000-2, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** Collects the operators of a content stream (ISO 32000-2, 7.8.2). Lengths are points. */
export class ContentStream {
  readonly #operators: string[] = [];

  /** Draws the XObject of that resource name, whose unit square (or box) is mapped by `matrix`. */
  drawXObject(name: string, matrix: Matrix): void {
    this.#operators.push("q", `${matrix.map(decimal).join(" ")} cm`, `/${name} Do`, "Q");
  }

  /** Shows text at a baseline's beginning; `codes` are the font's character codes, `grey` 0 is black. */
  showText(font: string, size: number, grey: number, x: number, y: number, codes: Uint8Array): void {
    const hex = Buffer.from(codes).toString("hex").toUpperCase();
    this.#operators.push(
      `${decimal(grey)} g`,
      "BT",
      `/${font} ${decimal(size)} Tf`,
      `${decimal(x)} ${decimal(y)} Td`,
      `<${hex}> Tj`,
      "ET",
    );
  }

  strokeLine(x1: number, y1: number, x2: number, y2: number, width: number, grey: number): void {
    const path = `${decimal(x1)} ${decimal(y1)} m ${decimal(x2)} ${decimal(y2)} l S`;
    this.#operators.push(`${decimal(grey)} G`, `${decimal(width)} w`, path);
  }

  strokeRectangle(x: number, y: number, width: number, height: number, line: number, grey: number): void {
    const path = `${[x, y, width, height].map(decimal).join(" ")} re S`;
    this.#operators.push(`${decimal(grey)} G`, `${decimal(line)} w`, path);
  }

  toBytes(): Uint8Array {
    return Buffer.from(`q\n${this.#operators.join("\n")}\nQ\n`, "latin1");
  }
}

/** A thousandth of a point is finer than any printer; exponents are not PDF numbers (7.3.3). */
function decimal(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? "0" : rounded.toFixed(3).replace(/\.?0+$/, "");
}
