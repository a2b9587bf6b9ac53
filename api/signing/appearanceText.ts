import type { SignerRole } from "../orders/order.js";

/** The words of a visible signature, by language. */
const signedBy: Readonly<Record<string, string>> = {
  ar: "وقّعه",
  cs: "Podepsal(a)",
  da: "Underskrevet af",
  de: "Unterzeichnet von",
  en: "Signed by",
  es: "Firmado por",
  fr: "Signé par",
  it: "Firmato da",
  nl: "Ondertekend door",
  pl: "Podpisano przez",
  pt: "Assinado por",
  ro: "Semnat de",
  sv: "Undertecknat av",
};

/** The same of a witness's. */
const witnessedBy: Readonly<Record<string, string>> = {
  ar: "بشهادة",
  cs: "Dosvědčil(a)",
  da: "Bevidnet af",
  de: "Bezeugt von",
  en: "Witnessed by",
  es: "Testigo",
  fr: "Attesté par",
  it: "Testimone",
  nl: "Getuigd door",
  pl: "Świadek",
  pt: "Testemunha",
  ro: "Martor",
  sv: "Bevittnat av",
};

/** The small line above the signer's name. */
export function signatureCaption(language: string, role: SignerRole): string {
  const words = role === "witness" ? witnessedBy : signedBy;
  return words[language.toLowerCase().split("-")[0] ?? ""] ?? words["en"]!;
}

/** The time of signing as a reader of that language writes it, in UTC and saying so. */
export function signatureDate(language: string, at: Date): string {
  const known = /^(fr|de)\b/i.test(language) || /^en-/i.test(language);
  return `${dateFormat(known ? language : "en-GB").format(at)} UTC`;
}

/** What marks the document of a test order, by language. */
const testMarks: Readonly<Record<string, string>> = {
  ar: "اختبار – لا قيمة قانونية له",
  cs: "TEST – bez právní platnosti",
  da: "TEST – uden retsvirkning",
  de: "TEST – ohne Rechtswirkung",
  en: "TEST – of no legal value",
  es: "PRUEBA – sin valor jurídico",
  fr: "TEST – sans valeur juridique",
  it: "PROVA – senza valore legale",
  nl: "TEST – zonder rechtsgevolg",
  pl: "TEST – bez mocy prawnej",
  pt: "TESTE – sem valor jurídico",
  ro: "TEST – fără valoare juridică",
  sv: "TEST – utan rättsverkan",
};

/** What stands on each page of a test order's document, and in its visible signatures. */
export function testMark(language: string): string {
  return testMarks[language.toLowerCase().split("-")[0] ?? ""] ?? testMarks["en"]!;
}

/** Making one takes longer than a signature. Any language may be asked for, and so only so many are kept. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const mostFormats = 100;

function dateFormat(language: string): Intl.DateTimeFormat {
  const known = dateFormats.get(language);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  if (dateFormats.size < mostFormats) dateFormats.set(language, made);
  return made;
}
