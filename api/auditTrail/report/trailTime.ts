const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A point in time as it is written in a language, to the second, in UTC and with the zone: "1 December 2026 at
 * 16:30:05 UTC".
 * @param iso ISO 8601 with a zone
 * @returns null where it is none
 */
export function trailTime(iso: string, language: string): string | null {
  if (!form.test(iso)) return null;
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? null : formatsOf(language).time.format(at);
}

const duration = /^P([1-9]\d{0,4})([DMY])$/;
const units = { D: "day", M: "month", Y: "year" } as const;
type Unit = (typeof units)[keyof typeof units];

/** An ISO 8601 duration of days, months or years, as "3 months" in a language; null where it is none. */
export function trailDuration(iso: string, language: string): string | null {
  const [, count, unit] = duration.exec(iso) ?? [];
  if (count === undefined || unit === undefined) return null;
  return formatsOf(language).durations[units[unit as keyof typeof units]].format(Number(count));
}

/** A number as it is written in a language. */
export function trailNumber(value: number, language: string): string {
  return formatsOf(language).number.format(value);
}

/** A language's name in another, with its tag: "French (fr)". */
export function languageName(tag: string, language: string): string {
  try {
    return `${formatsOf(language).languages.of(tag)} (${tag})`;
  } catch {
    return tag;
  }
}

/** A country's name in a language, with its ISO 3166-1 code: "Germany (DE)". */
export function countryName(code: string, language: string): string {
  try {
    return `${formatsOf(language).countries.of(code)} (${code})`;
  } catch {
    return code;
  }
}

interface Formats {
  readonly time: Intl.DateTimeFormat;
  readonly number: Intl.NumberFormat;
  readonly durations: Readonly<Record<Unit, Intl.NumberFormat>>;
  readonly languages: Intl.DisplayNames;
  readonly countries: Intl.DisplayNames;
}

const formats = new Map<string, Formats>();

/** Making formats takes a hundred times as long as using them, so each is made once: for languages of ours only. */
function formatsOf(language: string): Formats {
  let made = formats.get(language);
  if (!made) {
    const locale = language === "en" ? "en-GB" : language;
    made = {
      time: new Intl.DateTimeFormat(locale, {
        day: "numeric",
        month: "long",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        second: "2-digit",
        hourCycle: "h23",
        timeZone: "UTC",
        timeZoneName: "short",
      }),
      number: new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }),
      durations: {
        day: unitFormat(locale, "day"),
        month: unitFormat(locale, "month"),
        year: unitFormat(locale, "year"),
      },
      languages: new Intl.DisplayNames(locale, { type: "language" }),
      countries: new Intl.DisplayNames(locale, { type: "region" }),
    };
    formats.set(language, made);
  }
  return made;
}

function unitFormat(locale: string, unit: Unit): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" });
}
