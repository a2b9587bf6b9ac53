import type { DrawnStrokes, StrokePoint } from "../../../../engine/pdf/appearance/strokes/drawnStrokes.js";

/** A signature as a finger draws it on a phone's pad: loops, an underline and a dot, sixty points a second. */
export function drawnStrokes(): DrawnStrokes {
  return {
    strokes: [
      stroke(70, 0, (u) => [40 + 240 * u - 20 * Math.cos(u * 24), 110 - 40 * Math.sin(u * 17) - 20 * u]),
      stroke(20, 1500, (u) => [30 + 300 * u, 170 - 16 * Math.sin(u * 3)]),
      { points: [{ x: 205, y: 40, time: 2200, pressure: 0.5 }] },
    ],
  };
}

function stroke(
  count: number,
  start: number,
  at: (u: number) => [number, number],
): { points: StrokePoint[] } {
  const points = Array.from({ length: count }, (_, i) => {
    const [x, y] = at(i / (count - 1));
    return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, time: start + i * 16, pressure: 0.5 };
  });
  return { points };
}
