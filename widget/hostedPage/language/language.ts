import { approverPhrases } from "./approver.js";
import { de } from "./de.js";
import { en, type PhraseKey } from "./en.js";
import { fr } from "./fr.js";
import type { Phrase } from "./phrase.js";
import { Phrases } from "./phrases.js";

const languages: Readonly<
  Record<string, { readonly name: string; readonly phrases: Record<PhraseKey, Phrase> }>
> = {
  en: { name: "English", phrases: en },
  fr: { name: "Français", phrases: fr },
  de: { name: "Deutsch", phrases: de },
};

const writtenFromRightToLeft = new Set(["ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv"]);

/** The languages of this page, by tag, each named in itself. */
export const offered: readonly { readonly tag: string; readonly name: string }[] = Object.entries(
  languages,
).map(([tag, { name }]) => ({ tag, name }));

function primary(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? "";
}

/**
 * Takes the first language that the reader wants and we have.
 * @param wanted BCP 47 tags in the order of preference: an explicit choice first, then the browser's
 * @param direction forces the direction of writing, to see the page as it will be in such a language
 */
export function choosePhrases(wanted: readonly string[], direction?: "ltr" | "rtl"): Phrases {
  const locale = wanted.find((tag) => Object.hasOwn(languages, primary(tag)) && isLocale(tag)) ?? "en";
  const tag = primary(locale);
  const natural = writtenFromRightToLeft.has(tag) ? "rtl" : "ltr";
  const phrases = languages[tag]?.phrases ?? en;
  return new Phrases(tag, direction ?? natural, phrases, approverPhrases[tag] ?? {}, locale);
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
