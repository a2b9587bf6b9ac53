import { readFile } from "node:fs/promises";
import { type FontProgram, parseFont } from "../../engine/pdf/font/fontProgram.js";
import { loadShaper } from "../../engine/pdf/shaping/loadShaper.js";
import type { Typefaces } from "../signing/typefaces.js";

const OWN = ["NotoSans-Regular.ttf", "NotoNaskhArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf"];
const HANDWRITING = "Caveat-Regular.ttf";

/**
 * Reads the fonts that visible signatures are drawn with.
 * @param further paths of the operator's own TrueType or OpenType files, for scripts that ours do not have
 * @throws EngineError `font_damaged`; what reading a file throws
 */
export async function loadTypefaces(further: readonly string[] = []): Promise<Typefaces> {
  const own = (name: string) => new URL(`../../../assets/fonts/${name}`, import.meta.url);
  const read = async (file: string | URL): Promise<FontProgram> => parseFont(await readFile(file));
  return {
    fonts: await Promise.all([...OWN.map(own), ...further].map(read)),
    handwriting: await read(own(HANDWRITING)),
    shaper: await loadShaper(),
  };
}
