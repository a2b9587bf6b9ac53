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

/**
 * The time of signing as a reader of that language writes it, and how far it is from UTC: whoever reads it lives
 * anywhere, and the name of a zone says nothing to most.
 * @param timeZone IANA name; null: UTC
 */
export function signatureDate(language: string, at: Date, timeZone: string | null): string {
  const known = /^(fr|de)\b/i.test(language) || /^en-/i.test(language);
  const { date, offset } = dateFormat(known ? language : "en-GB", timeZone ?? "UTC");
  return `${date.format(at)} ${offset === null ? "UTC" : offsetOf(offset, at)}`;
}

/** As in `UTC+1`. */
function offsetOf(format: Intl.DateTimeFormat, at: Date): string {
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return name.replace("GMT", "UTC");
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

interface SignatureFormat {
  readonly date: Intl.DateTimeFormat;
  /** Null: UTC. */
  readonly offset: Intl.DateTimeFormat | null;
}

/** Making one takes longer than a signature. Any language and zone may be asked for, and so only so many are kept. */
const dateFormats = new Map<string, SignatureFormat>();
const mostFormats = 100;

function dateFormat(language: string, timeZone: string): SignatureFormat {
  const key = `${language} ${timeZone}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const made = {
    date: new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone }),
    offset:
      timeZone === "UTC" ? null : new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }),
  };
  if (dateFormats.size < mostFormats) dateFormats.set(key, made);
  return made;
}
