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
import type { CheckWords } from "./words.js";

/** Every language that the check page speaks. */
export const checkLanguages: readonly CheckWords[] = [en, fr, de, es, it, nl, pt, pl, sv, da, cs, ro, ar];

const byLanguage = new Map(checkLanguages.map((words) => [words.language, words]));

/** The page's words in the language of a BCP 47 tag (`pt-BR` is `pt`); null where it has none. */
export function checkWordsIn(tag: string): CheckWords | null {
  return byLanguage.get(tag.toLowerCase().split("-")[0] ?? "") ?? null;
}
