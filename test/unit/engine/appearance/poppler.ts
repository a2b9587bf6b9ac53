import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs a program on a PDF file; returns what it wrote to its standard output, throws if it exits with an error. */
export function runOn(pdf: Uint8Array, program: string, before: string[], after: string[] = []): Buffer {
  const directory = mkdtempSync(join(tmpdir(), "paraph-appearance-"));
  try {
    const file = join(directory, "sheet.pdf");
    writeFileSync(file, pdf);
    return execFileSync(program, [...before, file, ...after], { maxBuffer: 64 * 1024 * 1024, stdio: "pipe" });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** The text of a PDF as pdftotext reads it, with white space as single spaces. */
export function textOf(pdf: Uint8Array): string {
  return runOn(pdf, "pdftotext", ["-enc", "UTF-8"], ["-"]).toString("utf8").replace(/\s+/g, " ").trim();
}

/** A rendered page. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of the pixel, counted from the upper left corner. */
  at(x: number, y: number): [number, number, number];
}

/** The first page as pdftoppm draws it, at so many pixels to the inch. */
export function picture(pdf: Uint8Array, resolution = 72): Picture {
  const ppm = runOn(pdf, "pdftoppm", ["-r", String(resolution), "-singlefile"]);
  const header = /^P6\s(\d+) (\d+)\s255\s/.exec(ppm.subarray(0, 40).toString("latin1"));
  if (!header) throw new Error("pdftoppm wrote no PPM image");
  const [width, height] = [Number(header[1]), Number(header[2])];
  const pixels = ppm.subarray(header[0].length);
  const at = (x: number, y: number): [number, number, number] => {
    const start = (y * width + x) * 3;
    return [pixels[start]!, pixels[start + 1]!, pixels[start + 2]!];
  };
  return { width, height, at };
}

/** How dark the darkest pixel of a rectangle is: 0 is white, 255 black. */
export function darkest(page: Picture, x: number, y: number, width: number, height: number): number {
  let dark = 0;
  for (let row = y; row < y + height; row++)
    for (let column = x; column < x + width; column++)
      dark = Math.max(dark, 255 - Math.min(...page.at(column, row)));
  return dark;
}
