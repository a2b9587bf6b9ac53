import SignaturePad, { type PointGroup } from "../vendor/signaturePad/signature_pad.min.js";

/** Strokes as they were drawn, with the size of the box they were drawn in (CSS pixels). */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly strokes: readonly PointGroup[];
}

/** Blue-black ink: it can be told from a printed page, and survives a black-and-white copy. */
export const ink = "#10265e";

/** The pen, in CSS pixels. */
export const pen = { minWidth: 0.9, maxWidth: 2.8, dotSize: 1.8, penColor: ink, velocityFilterWeight: 0.7 };

/**
 * Fits strokes into a box of another size, whole, undistorted and centred.
 * @param width the new box, in CSS pixels
 */
export function fitted(drawing: Drawing, width: number, height: number): PointGroup[] {
  const factor = Math.min(width / drawing.width, height / drawing.height);
  const left = (width - drawing.width * factor) / 2;
  const top = (height - drawing.height * factor) / 2;
  return drawing.strokes.map((stroke) => ({
    ...stroke,
    minWidth: stroke.minWidth * factor,
    maxWidth: stroke.maxWidth * factor,
    dotSize: stroke.dotSize * factor,
    points: stroke.points.map((point) => ({
      ...point,
      x: point.x * factor + left,
      y: point.y * factor + top,
      // The line's width follows the pen's speed: scaled time keeps the speed.
      time: point.time * factor,
    })),
  }));
}

/** The part of a picture that is not transparent, with a small margin; undefined where there is none. */
function inkedPart(context: CanvasRenderingContext2D, margin: number): DOMRect | undefined {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[(y * width + x) * 4 + 3] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (right < 0) return undefined;
  left = Math.max(0, left - margin);
  top = Math.max(0, top - margin);
  return new DOMRect(
    left,
    top,
    Math.min(width, right + margin + 1) - left,
    Math.min(height, bottom + margin + 1) - top,
  );
}

/**
 * Draws the strokes anew at print resolution, on nothing, and trims what is empty around them.
 * @returns a transparent PNG in base64 without a `data:` prefix, at most 1,500 pixels wide before trimming; an
 *   empty string where nothing was drawn
 */
export function drawingToPng(drawing: Drawing): string {
  const scale = Math.min(3, 1500 / drawing.width);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(drawing.width * scale);
  canvas.height = Math.round(drawing.height * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return "";
  const pad = new SignaturePad(canvas, pen);
  pad.off();
  pad.fromData(fitted(drawing, canvas.width, canvas.height));
  const part = inkedPart(context, Math.round(2 * scale));
  if (part === undefined) return "";
  const trimmed = document.createElement("canvas");
  trimmed.width = part.width;
  trimmed.height = part.height;
  trimmed
    .getContext("2d")
    ?.drawImage(canvas, part.x, part.y, part.width, part.height, 0, 0, part.width, part.height);
  return trimmed.toDataURL("image/png").replace("data:image/png;base64,", "");
}
