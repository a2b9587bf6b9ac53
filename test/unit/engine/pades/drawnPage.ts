import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** A page as poppler draws it at a pixel a point, cut to its /CropBox. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  /** Whether the pixel at x from the left, y from the top is dark. */
  isDark(x: number, y: number): boolean;
}

/** Draws the first page. @param directory where the file is put */
export function drawPage(directory: string, pdf: Uint8Array): DrawnPage {
  const file = join(directory, "drawn.pdf");
  writeFileSync(file, pdf);
  const { stdout } = spawnSync("pdftoppm", ["-cropbox", "-gray", "-r", "72", "-l", "1", file], {
    maxBuffer: 1e8,
  });
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString("latin1", 0, 40))!;
  const pixels = stdout.subarray(head.length);
  const isDark = (x: number, y: number) => pixels[Math.floor(y) * Number(width) + Math.floor(x)]! < 64;
  return { width: Number(width), height: Number(height), isDark };
}
