import { primarySubtag } from "../../messages/words/languages.js";
import { ar as arLabels } from "./labels/ar.js";
import { cs as csLabels } from "./labels/cs.js";
import { da as daLabels } from "./labels/da.js";
import { de as deLabels } from "./labels/de.js";
import { en as enLabels } from "./labels/en.js";
import { es as esLabels } from "./labels/es.js";
import { fr as frLabels } from "./labels/fr.js";
import { it as itLabels } from "./labels/it.js";
import { nl as nlLabels } from "./labels/nl.js";
import { pl as plLabels } from "./labels/pl.js";
import { pt as ptLabels } from "./labels/pt.js";
import { ro as roLabels } from "./labels/ro.js";
import { sv as svLabels } from "./labels/sv.js";
import { ar as arSentences } from "./sentences/ar.js";
import { cs as csSentences } from "./sentences/cs.js";
import { da as daSentences } from "./sentences/da.js";
import { de as deSentences } from "./sentences/de.js";
import { en as enSentences } from "./sentences/en.js";
import { es as esSentences } from "./sentences/es.js";
import { fr as frSentences } from "./sentences/fr.js";
import { it as itSentences } from "./sentences/it.js";
import { nl as nlSentences } from "./sentences/nl.js";
import { pl as plSentences } from "./sentences/pl.js";
import { pt as ptSentences } from "./sentences/pt.js";
import { ro as roSentences } from "./sentences/ro.js";
import { sv as svSentences } from "./sentences/sv.js";
import { ar as arTerms } from "./terms/ar.js";
import { cs as csTerms } from "./terms/cs.js";
import { da as daTerms } from "./terms/da.js";
import { de as deTerms } from "./terms/de.js";
import { en as enTerms } from "./terms/en.js";
import { es as esTerms } from "./terms/es.js";
import { fr as frTerms } from "./terms/fr.js";
import { it as itTerms } from "./terms/it.js";
import { nl as nlTerms } from "./terms/nl.js";
import { pl as plTerms } from "./terms/pl.js";
import { pt as ptTerms } from "./terms/pt.js";
import { ro as roTerms } from "./terms/ro.js";
import { sv as svTerms } from "./terms/sv.js";
import type { TrailWords } from "./words.js";

/** Every language that audit trails are written in. */
export const trailLanguages: readonly TrailWords[] = [
  { language: "en", sentences: enSentences, labels: enLabels, terms: enTerms },
  { language: "fr", sentences: frSentences, labels: frLabels, terms: frTerms },
  { language: "de", sentences: deSentences, labels: deLabels, terms: deTerms },
  { language: "es", sentences: esSentences, labels: esLabels, terms: esTerms },
  { language: "it", sentences: itSentences, labels: itLabels, terms: itTerms },
  { language: "nl", sentences: nlSentences, labels: nlLabels, terms: nlTerms },
  { language: "pt", sentences: ptSentences, labels: ptLabels, terms: ptTerms },
  { language: "pl", sentences: plSentences, labels: plLabels, terms: plTerms },
  { language: "sv", sentences: svSentences, labels: svLabels, terms: svTerms },
  { language: "da", sentences: daSentences, labels: daLabels, terms: daTerms },
  { language: "cs", sentences: csSentences, labels: csLabels, terms: csTerms },
  { language: "ro", sentences: roSentences, labels: roLabels, terms: roTerms },
  { language: "ar", sentences: arSentences, labels: arLabels, terms: arTerms },
];

const byLanguage = new Map(trailLanguages.map((words) => [words.language, words]));

/** Our words in the language of a BCP 47 tag, or in English where we have none. */
export function trailWordsFor(language: string): TrailWords {
  return byLanguage.get(primarySubtag(language)) ?? trailLanguages[0]!;
}
