/**
 * A day as a reader of a language writes it: `22 Nov 2026`, `22 nov. 2026`, `22.11.2026`; in Arabic numerals and
 * the Gregorian calendar, because it stands in a contract that others read too.
 * @param language BCP 47; the English way where nobody knows it
 * @param timeZone IANA name; null: UTC
 */
export function shownDate(language: string, at: Date, timeZone: string | null = null): string {
  const options = {
    dateStyle: "medium",
    timeZone: timeZone ?? "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
  } as const;
  const [known = "en-GB"] = Intl.DateTimeFormat.supportedLocalesOf(language);
  return new Intl.DateTimeFormat(known === "en" ? "en-GB" : known, options).format(at);
}
