/** The words of a visible signature, by language. */
const captions: Readonly<Record<string, string>> = {
  en: "Signed by",
  fr: "Signé par",
  de: "Unterzeichnet von",
};

/** The small line above the signer's name. */
export function signatureCaption(language: string): string {
  return captions[language.toLowerCase().split("-")[0] ?? ""] ?? captions["en"]!;
}

/** The time of signing as a reader of that language writes it, in UTC and saying so. */
export function signatureDate(language: string, at: Date): string {
  const known = /^(fr|de)\b/i.test(language) || /^en-/i.test(language);
  const format = new Intl.DateTimeFormat(known ? language : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${format.format(at)} UTC`;
}
