/** Those that the service writes messages in. */
const spoken = new Set(["ar", "cs", "da", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ro", "sv"]);

/**
 * The language that a holder is written to in, which no call of this dialect names: the one that most people of their
 * country speak, as the Unicode CLDR's likely subtags have it; English where the service has no words in it.
 * @param country ISO 3166-1 alpha-2
 * @returns BCP 47
 */
export function holderLanguage(country: string): string {
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  return spoken.has(language) ? language : "en";
}
