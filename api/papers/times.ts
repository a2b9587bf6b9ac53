import { trailTime } from "../auditTrail/report/trailTime.js";

/**
 * A point in time as our papers and pages say it: as an audit trail does.
 * @param iso ISO 8601
 * @param language one that our papers speak
 */
export function utcTime(iso: string, language: string): string {
  return trailTime(iso, language) ?? iso;
}

/** A day, in UTC, with the digits that hashes are written with. @param iso ISO 8601 @param language as above */
export function utcDay(iso: string, language: string): string {
  let format = days.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long", timeZone: "UTC" });
    days.set(language, format);
  }
  return format.format(new Date(iso));
}

/** Making a format takes a hundred times as long as using it, so each is made once. */
const days = new Map<string, Intl.DateTimeFormat>();

/** English without a country is written as in Europe: the day before the month. */
function localeOf(language: string): string {
  return `${language === "en" ? "en-GB" : language}-u-nu-latn`;
}
