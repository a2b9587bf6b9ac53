import { standardFont } from "../../engine/pdf/text/font/standardFonts.js";
import type { AppearanceFont } from "./appearanceFonts.js";
import type { AppearanceLine } from "./ownAppearance.js";
import { standardFontNames } from "./standardFontNames.js";

/** Characters that no table has a width of are taken to be as wide as their size. */
const unknownWidth = 1000;

/** How far letters with their accents reach above the baseline, at most, in ems. */
const ascent = 0.95;

/**
 * The box that lines of text need, from its lower left corner. It may be larger than what is seen of them.
 * @returns in points; null where there is nothing to see
 */
export function linesSize(lines: readonly AppearanceLine[]): { width: number; height: number } | null {
  const seen = lines.filter(({ text }) => text.trim() !== "");
  const width = Math.max(0, ...seen.map((line) => line.x + widthOf(line)));
  const height = Math.max(0, ...seen.map(({ y, fontSize }) => y + fontSize * ascent));
  return width > 0 && height > 0 ? { width: Math.ceil(width), height: Math.ceil(height) } : null;
}

function widthOf({ text, font, fontSize }: AppearanceLine): number {
  const metrics = standardFont(metricsName(font));
  let thousandths = 0;
  for (const character of text) thousandths += metrics?.width(character) ?? unknownWidth;
  return (thousandths * fontSize) / 1000;
}

/** Handwriting is narrower than what is printed. */
function metricsName(font: AppearanceFont): string {
  return standardFontNames[font] ?? "Helvetica";
}
