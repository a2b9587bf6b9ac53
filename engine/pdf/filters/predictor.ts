import { asCount, type PdfDict } from "../objects.js";

/**
 * Undoes the predictor of a FlateDecode or LZWDecode filter (ISO 32000-2 7.4.4.4): none, TIFF 2 for eight-bit
 * components, and the five of PNG. A last row cut short is kept as far as it goes.
 * @param parameters the filter's /DecodeParms
 * @returns undefined when the parameters are not what the standard allows or not supported
 */
export function undoPredictor(bytes: Uint8Array, parameters: PdfDict | undefined): Uint8Array | undefined {
  const predictor = asCount(parameters?.get("Predictor") ?? 1);
  if (predictor === 1 || parameters === undefined) return bytes;
  const colors = asCount(parameters.get("Colors") ?? 1) ?? 0;
  const bits = asCount(parameters.get("BitsPerComponent") ?? 8) ?? 0;
  const columns = asCount(parameters.get("Columns") ?? 1) ?? 0;
  if (colors < 1 || colors > 32 || ![1, 2, 4, 8, 16].includes(bits) || columns < 1) return undefined;
  const pixelBytes = Math.max(1, (colors * bits) >> 3);
  const rowBytes = Math.ceil((columns * colors * bits) / 8);
  if (predictor === 2) return bits === 8 ? undoTiff(bytes, rowBytes, colors) : undefined;
  if (predictor === undefined || predictor < 10 || predictor > 15) return undefined;
  return undoPng(bytes, rowBytes, pixelBytes);
}

/** From so many bytes on, copying a row at once takes less time than copying its bytes. */
const LONG_ROW = 64;

function undoTiff(bytes: Uint8Array, rowBytes: number, colors: number): Uint8Array {
  const out = bytes.slice();
  for (let row = 0; row < out.length; row += rowBytes) {
    const end = Math.min(row + rowBytes, out.length);
    for (let i = row + colors; i < end; i++) out[i] = out[i]! + out[i - colors]!;
  }
  return out;
}

function undoPng(bytes: Uint8Array, rowBytes: number, pixelBytes: number): Uint8Array | undefined {
  const rows = Math.ceil(bytes.length / (rowBytes + 1));
  const out = new Uint8Array(Math.max(0, bytes.length - rows));
  for (let row = 0; row < rows; row++) {
    const from = row * (rowBytes + 1) + 1;
    const to = row * rowBytes;
    const count = Math.min(rowBytes, bytes.length - from);
    const type = bytes[from - 1]!;
    if (type > 4) return undefined;
    const asItIs = type === 0 || (type === 2 && row === 0);
    if (asItIs && count >= LONG_ROW) out.set(bytes.subarray(from, from + count), to);
    else if (asItIs) for (let i = 0; i < count; i++) out[to + i] = bytes[from + i]!;
    else if (type === 2)
      for (let i = 0; i < count; i++) out[to + i] = bytes[from + i]! + out[to + i - rowBytes]!;
    else {
      for (let i = 0; i < count; i++) {
        const left = i >= pixelBytes ? out[to + i - pixelBytes]! : 0;
        const up = row > 0 ? out[to + i - rowBytes]! : 0;
        const upLeft = row > 0 && i >= pixelBytes ? out[to + i - rowBytes - pixelBytes]! : 0;
        out[to + i] = bytes[from + i]! + predicted(type, left, up, upLeft);
      }
    }
  }
  return out;
}

/** Sub, Average and Paeth (W3C PNG, clause 9). */
function predicted(type: number, left: number, up: number, upLeft: number): number {
  if (type === 1) return left;
  if (type === 3) return (left + up) >> 1;
  const estimate = left + up - upLeft;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toUpLeft = Math.abs(estimate - upLeft);
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
