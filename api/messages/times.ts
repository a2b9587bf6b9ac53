/**
 * A point in time, as a sentence of this language names it: "Tuesday, 1 December 2026 at 17:30 CET".
 * @param timeZone IANA name
 */
export function pointInTime(at: Date, language: string, timeZone: string): string {
  return formatOf(language, timeZone).format(at);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes a hundred times as long as using it, so each is made once. */
function formatOf(language: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    // English without a country is written as in Europe here: the day before the month, and 24 hours.
    format = new Intl.DateTimeFormat(language.toLowerCase() === "en" ? "en-GB" : language, {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "numeric",
      minute: "2-digit",
      timeZoneName: "short",
      timeZone,
    });
    if (formats.size < 1000) formats.set(key, format);
  }
  return format;
}

/** A length of time in whole minutes, as "10 minutes" in this language. */
export function lengthOfTime(seconds: number, language: string): string {
  const minutes = Math.max(1, Math.floor(seconds / 60));
  return new Intl.NumberFormat(language, { style: "unit", unit: "minute", unitDisplay: "long" }).format(
    minutes,
  );
}

/**
 * Whether there is a time zone of this name (IANA). A mere distance from UTC, which some browsers take for a zone and
 * others do not, is none.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
