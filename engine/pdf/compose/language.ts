/** Scripts that are written from right to left, and the languages that are unless they name another script. */
const RIGHT_TO_LEFT_SCRIPTS = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Mand", "Adlm", "Rohg"]);
/** RFC 5646, 2.1, as far as its shape goes. */
const TAG = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i;

/** @throws RangeError when it is no language tag */
export function requireLanguage(language: string): void {
  if (!TAG.test(language) || language.length > 100) throw new RangeError("The language is no BCP 47 tag.");
}

/** The direction in which a language is written, by the script that it most likely has. */
export function languageDirection(language: string): "ltr" | "rtl" {
  requireLanguage(language);
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? "rtl" : "ltr";
  } catch {
    throw new RangeError("The language is no BCP 47 tag.");
  }
}
