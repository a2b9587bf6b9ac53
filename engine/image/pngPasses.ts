import type { PngHeader } from "./pngHeader.js";

/** A reduced image of an interlaced file, or the whole image of any other (ISO/IEC 15948, clause 8). */
export interface PngPass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
  /** Pixels in a row and rows of this pass; never 0, because an empty pass has no bytes in the file. */
  readonly width: number;
  readonly height: number;
  /** Bytes of one row, without its filter byte. */
  readonly rowBytes: number;
}

/** x, y, stepX, stepY of the seven passes. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The passes in the order in which their rows stand in the file. */
export function pngPasses(header: PngHeader): PngPass[] {
  const passes = header.interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  return passes
    .map(([x, y, stepX, stepY]) => {
      const width = Math.ceil((header.width - x) / stepX);
      const height = Math.ceil((header.height - y) / stepY);
      const rowBytes = Math.ceil((width * header.channels * header.bitDepth) / 8);
      return { x, y, stepX, stepY, width, height, rowBytes };
    })
    .filter((pass) => pass.width > 0 && pass.height > 0);
}

/** How many bytes the rows of all passes have, filter bytes included. */
export function filteredSize(passes: readonly PngPass[]): number {
  return passes.reduce((sum, pass) => sum + pass.height * (1 + pass.rowBytes), 0);
}
