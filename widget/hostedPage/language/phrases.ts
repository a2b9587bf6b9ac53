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
    return new Intl.DateTimeFormat(this.locale, { dateStyle: "long" }).format(new Date(iso));
  }

  /** A day and a time, e.g. "3 March 2027 at 14:05". @param iso ISO 8601 */
  moment(iso: string): string {
    return new Intl.DateTimeFormat(this.locale, { dateStyle: "long", timeStyle: "short" }).format(
      new Date(iso),
    );
  }

  /** A time of day, e.g. "14:05". @param iso ISO 8601 */
  time(iso: string): string {
    return new Intl.DateTimeFormat(this.locale, { timeStyle: "short" }).format(new Date(iso));
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

  #value(value: string | number | undefined): string {
    if (value === undefined) return "";
    if (typeof value === "number") return new Intl.NumberFormat(this.locale).format(value);
    // A name of the other direction must not reorder the sentence around it (UAX 9: first strong isolate).
    const foreign = fromRightToLeft.test(value) === (this.direction === "ltr");
    return foreign ? `\u2068${value}\u2069` : value;
  }
}
