import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type FontProgram, parseFont } from "../../engine/pdf/font/fontProgram.js";
import { loadShaper } from "../../engine/pdf/shaping/loadShaper.js";
import type { AppearanceFont } from "../placements/appearanceFonts.js";
import type { Typefaces } from "../signing/typefaces.js";

const OWN = ["NotoSans-Regular.ttf", "NotoNaskhArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf"];
const HANDWRITING = "Caveat-Regular.ttf";

/** What looks as the fonts do that every PDF reader has, letter by letter as wide as they. */
const FACES: Readonly<Record<AppearanceFont, string>> = {
  times: "LiberationSerif-Regular.ttf",
  times_bold: "LiberationSerif-Bold.ttf",
  times_italic: "LiberationSerif-Italic.ttf",
  times_bold_italic: "LiberationSerif-BoldItalic.ttf",
  helvetica: "LiberationSans-Regular.ttf",
  helvetica_bold: "LiberationSans-Bold.ttf",
  helvetica_oblique: "LiberationSans-Italic.ttf",
  helvetica_bold_oblique: "LiberationSans-BoldItalic.ttf",
  courier: "LiberationMono-Regular.ttf",
  courier_bold: "LiberationMono-Bold.ttf",
  courier_oblique: "LiberationMono-Italic.ttf",
  courier_bold_oblique: "LiberationMono-BoldItalic.ttf",
  handwriting: HANDWRITING,
  calligraphy: "GreatVibes-Regular.ttf",
};

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
    face: faceReader(own),
  };
}

/** Reads a face once, and only when it is asked for: most orders need none, and all of them are four megabytes. */
function faceReader(own: (name: string) => URL): Typefaces["face"] {
  const known = new Map<string, FontProgram>();
  return (font) => {
    const file = FACES[font];
    const face = known.get(file) ?? parseFont(readFileSync(own(file)));
    known.set(file, face);
    return face;
  };
}
