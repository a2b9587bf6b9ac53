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
import type { PaperWords } from "./words.js";

/** Every language that our papers speak. */
export const paperLanguages: readonly PaperWords[] = [en, fr, de, es, it, nl, pt, pl, sv, da, cs, ro, ar];

const byLanguage = new Map(paperLanguages.map((words) => [words.language, words]));

/** A paper's words in the language of a BCP 47 tag (`pt-BR` is `pt`), or in English where there are none. */
export function paperWords(language: string): PaperWords {
  return byLanguage.get(language.toLowerCase().split("-")[0] ?? "") ?? en;
}
