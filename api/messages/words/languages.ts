import { ar } from "./ar.js";
import { cs } from "./cs.js";
import { da } from "./da.js";
import { de } from "./de.js";
import { en } from "./en.js";
import { es } from "./es.js";
import { fr } from "./fr.js";
import { it } from "./it.js";
import { nl } from "./nl.js";
import { pl } from "./pl.js";
import { pt } from "./pt.js";
import { ro } from "./ro.js";
import { sv } from "./sv.js";
import type { Words } from "./words.js";

/** Every language that our messages speak. */
export const languages: readonly Words[] = [en, fr, de, es, it, nl, pt, pl, sv, da, cs, ro, ar];

const byLanguage = new Map(languages.map((words) => [words.language, words]));

/** Our words in the language of a BCP 47 tag, or in English where we have none. */
export function wordsFor(language: string): Words {
  return byLanguage.get(primarySubtag(language)) ?? en;
}

/** `pt-BR` and `PT` give `pt`. */
export function primarySubtag(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "";
}

export type Direction = "ltr" | "rtl";

/** ISO 15924 codes of the scripts that are written from right to left. */
const fromTheRight = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);

/** Which way a language is written, also one in which we have no words: `fa` and `az-Arab` are `rtl`, `az` is not. */
export function directionOf(language: string): Direction {
  try {
    return fromTheRight.has(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}
