/** The default consent, word for word, by language; a caller can give its own with the order. */
const texts: Readonly<Record<string, string>> = {
  en: "I have read the documents, I agree to their content, and I agree to sign them electronically.",
  fr: "J’ai lu les documents, j’en accepte le contenu et j’accepte de les signer électroniquement.",
  de: "Ich habe die Dokumente gelesen, stimme ihrem Inhalt zu und bin damit einverstanden, sie elektronisch zu unterzeichnen.",
};

/**
 * What a signer agrees to before signing.
 * @param own the order's own text, or null
 * @param language BCP 47
 */
export function consentText(own: string | null, language: string): string {
  return own ?? texts[language.toLowerCase().split("-")[0] ?? ""] ?? texts["en"]!;
}
