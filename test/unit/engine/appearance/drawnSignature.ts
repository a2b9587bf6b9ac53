import { filterRows, writePng } from "../image/pngWriter.js";

const INK = [20, 33, 110];

/** A signature as a canvas gives it: a dark blue wave on a transparent ground, as a PNG with opacity. */
export function drawnSignature(width = 300, height = 100): { kind: "png"; bytes: Uint8Array } {
  const samples = new Uint8Array(width * height * 4);
  for (let x = 0; x < width; x++) {
    const middle = height / 2 + Math.sin((x / width) * 14) * (height / 2 - 4) * (1 - x / width / 2);
    for (let y = 0; y < height; y++) {
      const opacity = Math.max(0, Math.min(1, 2.5 - Math.abs(y - middle) / 2)) * 255;
      if (opacity > 0) samples.set([...INK, opacity], (y * width + x) * 4);
    }
  }
  const rows = filterRows(samples, width * 4, 4, (row) => row % 5);
  return { kind: "png", bytes: writePng({ width, height, bitDepth: 8, colourType: 6, rows }) };
}
