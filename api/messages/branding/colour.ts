/** A colour: red, green and blue, 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Reads `#rgb` or `#rrggbb`; null when it is neither. */
export function parseColour(text: string): Colour | null {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  if (digits === undefined) return null;
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const number = Number.parseInt(long, 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** Writes `#rrggbb`. */
export function writeColour(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance (WCAG 2.2), 0 to 1. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];

/**
 * The colour, or the nearest to it towards black or white that stands out enough from every one of the others.
 * @param ratio contrast at least; up to 4.5 there is one against any single colour
 */
export function standingOut(colour: Colour, others: readonly Colour[], ratio: number): Colour {
  const enough = (candidate: Colour) => others.every((other) => contrast(candidate, other) >= ratio);
  for (let step = 0; step <= 100; step += 1) {
    for (const end of [black, white]) {
      const candidate = mix(colour, end, step / 100);
      if (enough(candidate)) return candidate;
    }
  }
  const worst = (end: Colour) => Math.min(...others.map((other) => contrast(end, other)));
  return worst(black) > worst(white) ? black : white;
}

/** @param share of the second, 0 to 1 */
export function mix(one: Colour, other: Colour, share: number): Colour {
  const part = (index: 0 | 1 | 2) => Math.round(one[index] + (other[index] - one[index]) * share);
  return [part(0), part(1), part(2)];
}
