import type { PhraseKey } from "./en.js";
import type { Phrase } from "./phrase.js";

export type Values = Readonly<Record<string, string | number>>;

const fromRightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Says things in one language: sentences, plurals, dates, times. */
export class Phrases {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly #phrases: Readonly<Record<PhraseKey, Phrase>>;
  readonly #toApprovers: Partial<Readonly<Record<PhraseKey, Phrase>>>;
  readonly #plurals: Intl.PluralRules;
  #isApprover = false;
  #timeZone: string | undefined;

  /**
   * @param language the BCP 47 tag whose sentences these are
   * @param toApprovers what those are told in other words who approve
   * @param locale the reader's own tag, for dates and numbers, e.g. `de-AT`
   */
  constructor(
    language: string,
    direction: "ltr" | "rtl",
    phrases: Readonly<Record<PhraseKey, Phrase>>,
    toApprovers: Partial<Readonly<Record<PhraseKey, Phrase>>>,
    readonly locale: string,
  ) {
    this.language = language;
    this.direction = direction;
    this.#phrases = phrases;
    this.#toApprovers = toApprovers;
    this.#plurals = new Intl.PluralRules(language);
  }

  /** Speaks to somebody of that role from now on. */
  speakTo(role: string): void {
    this.#isApprover = role === "approver";
  }

  /** Tells times in that zone from now on, and says so. @param timeZone IANA name; null: the browser's own */
  tellTimesIn(timeZone: string | null): void {
    this.#timeZone = timeZone !== null && isKnown(timeZone) ? timeZone : undefined;
  }

  /** @param values what stands in the braces; `count` chooses the plural */
  say(key: PhraseKey, values: Values = {}): string {
    const phrase = (this.#isApprover ? this.#toApprovers[key] : undefined) ?? this.#phrases[key];
    const sentence =
      typeof phrase === "string"
        ? phrase
        : (phrase[this.#plurals.select(Number(values["count"] ?? 0))] ?? phrase.other);
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => this.#value(values[name]));
  }

  /** A day, e.g. "3 March 2027". @param iso ISO 8601 */
  day(iso: string): string {
    return this.#date(iso, { year: "numeric", month: "long", day: "numeric" });
  }

  /** A day and a time, e.g. "3 March 2027 at 14:05". @param iso ISO 8601 */
  moment(iso: string): string {
    if (this.#timeZone === undefined) return this.#date(iso, { dateStyle: "long", timeStyle: "short" });
    const day = { year: "numeric", month: "long", day: "numeric" } as const;
    return this.#date(iso, { ...day, hour: "numeric", minute: "2-digit", timeZoneName: "short" });
  }

  /** A time of day, e.g. "14:05". @param iso ISO 8601 */
  time(iso: string): string {
    if (this.#timeZone === undefined) return this.#date(iso, { timeStyle: "short" });
    return this.#date(iso, { hour: "numeric", minute: "2-digit", timeZoneName: "short" });
  }

  /** A span of time as people say it, e.g. "45 seconds", "2 minutes". @param seconds 0 or more */
  span(seconds: number): string {
    const [value, unit] =
      seconds < 120
        ? [Math.max(1, Math.ceil(seconds)), "second"]
        : seconds < 7200
          ? [Math.ceil(seconds / 60), "minute"]
          : [Math.ceil(seconds / 3600), "hour"];
    return new Intl.NumberFormat(this.locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
  }

  #date(iso: string, options: Intl.DateTimeFormatOptions): string {
    const zone = this.#timeZone === undefined ? {} : { timeZone: this.#timeZone };
    return new Intl.DateTimeFormat(this.locale, { ...options, ...zone }).format(new Date(iso));
  }

  #value(value: string | number | undefined): string {
    if (value === undefined) return "";
    if (typeof value === "number") return new Intl.NumberFormat(this.locale).format(value);
    // A name of the other direction must not reorder the sentence around it (UAX 9: first strong isolate).
    const foreign = fromRightToLeft.test(value) === (this.direction === "ltr");
    return foreign ? `\u2068${value}\u2069` : value;
  }
}

/** Whether this browser knows a time zone: its list may be older than the server's. */
function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
