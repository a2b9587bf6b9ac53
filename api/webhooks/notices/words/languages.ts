import { primarySubtag } from "../../../messages/words/languages.js";
import { ar } from "./ar.js";
import { cs } from "./cs.js";
import { da } from "./da.js";
import { de } from "./de.js";
import { en } from "./en.js";
import { es } from "./es.js";
import { fr } from "./fr.js";
import { it } from "./it.js";
import { nl } from "./nl.js";
import type { NoticeWords } from "./noticeWords.js";
import { pl } from "./pl.js";
import { pt } from "./pt.js";
import { ro } from "./ro.js";
import { sv } from "./sv.js";

/** Every language that notices speak: those of messages. */
export const noticeLanguages: readonly NoticeWords[] = [en, fr, de, es, it, nl, pt, pl, sv, da, cs, ro, ar];

const byLanguage = new Map(noticeLanguages.map((words) => [words.language, words]));

/** Words in the language of a BCP 47 tag, or in English where we have none. */
export function noticeWordsFor(language: string): NoticeWords {
  return byLanguage.get(primarySubtag(language)) ?? en;
}
