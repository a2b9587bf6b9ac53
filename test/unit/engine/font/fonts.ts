import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { type FontProgram, parseFont } from "../../../../engine/pdf/font/fontProgram.js";

const require = createRequire(import.meta.url);

/** A font file that the product ships. */
const shipped = (name: string) =>
  fileURLToPath(new URL(`../../../../../assets/fonts/${name}`, import.meta.url));
/** A font file of a development dependency. */
const dependency = (path: string) => require.resolve(`@expo-google-fonts/${path}`);
/** A font file made by vectors/make.py. */
const made = (name: string) =>
  fileURLToPath(new URL(`../../../../../test/unit/engine/font/vectors/${name}`, import.meta.url));

const parsed = new Map<string, FontProgram>();

function font(file: string): FontProgram {
  let program = parsed.get(file);
  if (!program) {
    program = parseFont(readFileSync(file));
    parsed.set(file, program);
  }
  return program;
}

/** Noto Sans: Latin, Greek, Cyrillic, Devanagari. */
export const sans = () => font(shipped("NotoSans-Regular.ttf"));
/** Caveat, a handwriting face: Latin and Cyrillic. */
export const caveat = () => font(shipped("Caveat-Regular.ttf"));
/** Noto Naskh Arabic. */
export const naskh = () => font(dependency("noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf"));
/** Noto Sans Hebrew. */
export const hebrew = () => font(dependency("noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf"));
/** Sawarabi Gothic: Japanese. */
export const kana = () => font(dependency("sawarabi-gothic/400Regular/SawarabiGothic_400Regular.ttf"));
/** Letters of Noto Sans as CFF outlines with subroutines, one font DICT. */
export const cffFont = () => font(made("letters-cff.otf"));
/** The same, CID-keyed, with two font DICTs. */
export const cidFont = () => font(made("letters-cid.otf"));
/** Two faces in one file: capitals (face 0) and small letters (face 1). */
export const collectionBytes = () => Uint8Array.from(readFileSync(made("letters.ttc")));
export const cffBytes = (name: string) => Uint8Array.from(readFileSync(made(name)));
