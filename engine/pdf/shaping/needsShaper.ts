import type { FontProgram } from "../font/fontProgram.js";
import { shownText } from "../font/shownText.js";
import { fontRuns } from "./fontRuns.js";
import { isSimple } from "./scripts.js";

/**
 * Whether a text can be drawn only with a shaper: it has characters of a script whose letters change with their
 * neighbours, and one of the fonts has them. (Characters that no font has are drawn as boxes, for which none is
 * needed.) A caller asks before it loads one.
 *
 * @param text as it will be given to `signatureAppearance` or `composeAppearance`
 * @param fonts one font, or several in order of preference
 */
export function needsShaper(text: string, fonts: FontProgram | readonly FontProgram[]): boolean {
  const shown = shownText(text);
  if (isSimple(shown)) return false;
  const list = Array.isArray(fonts) ? (fonts as readonly FontProgram[]) : [fonts as FontProgram];
  return fontRuns(list, shown, 0, shown.length).some(({ shaping }) => shaping === "must");
}
