import { EngineError } from "../../engine/error.js";
import { linedImageAppearance, type PlacedLine } from "../../engine/pdf/appearance/linedImage.js";
import { shownText } from "../../engine/pdf/font/shownText.js";
import { PdfRef } from "../../engine/pdf/objects.js";
import type { SetGlyph } from "../../engine/pdf/shaping/setLine.js";
import { Typeface } from "../../engine/pdf/shaping/typeface.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import type { Typefaces } from "../signing/typefaces.js";
import type { AppearanceLine } from "./ownAppearance.js";
import { placedLines } from "./placedLines.js";
import type { ResolvedPlacement } from "./resolvedPlacement.js";

/**
 * Tries out whether the lines of own appearances can be drawn, each list once, with every font embedded: a character that
 * no font has would be an empty box.
 * @throws Failure `placement_invalid`
 */
export function requireLinesDrawable(
  { typefaces }: Pick<Platform, "typefaces">,
  placements: readonly Pick<ResolvedPlacement, "appearance" | "param">[],
): void {
  const tried = new Set<readonly AppearanceLine[]>();
  for (const { appearance, param } of placements) {
    if (appearance === null || tried.has(appearance.lines)) continue;
    tried.add(appearance.lines);
    const at = `${param}.appearance.lines`;
    let objects = 0;
    const allocate = () => {
      objects += 1;
      return new PdfRef(objects, 0);
    };
    const lines = placedLines(appearance.lines, typefaces);
    try {
      for (const [index, line] of lines.entries()) requireLetters(line, typefaces, `${at}[${index}].text`);
      const drawn = linedImageAppearance({ lines, shaper: typefaces.shaper }, { width: 100, height: 100 });
      drawn.build(allocate, { archival: () => true });
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      throw new Failure("placement_invalid", `${at}: ${error.message}`, { param: at, cause: error });
    }
  }
}

function requireLetters(
  { text, font }: PlacedLine,
  { shaper }: Pick<Typefaces, "shaper">,
  param: string,
): void {
  const { runs } = new Typeface(font, shaper).set(shownText(text));
  const missing = runs.flatMap(({ glyphs }) => glyphs.filter(isEmptyBox).map((glyph) => glyph.text));
  if (missing.length === 0) return;
  const shown = JSON.stringify([...new Set(missing)].slice(0, 10).join(""));
  throw new Failure("placement_invalid", `${param}: no font of this service has ${shown}.`, { param });
}

/** Glyph 0 of every font stands for what the font has no glyph for. */
function isEmptyBox({ glyph }: SetGlyph): boolean {
  return typeof glyph === "number" ? glyph === 0 : glyph.some((part) => part.glyph === 0);
}
