import type { AuditTrail } from "../../../engine/auditTrail/auditTrail.js";
import type { Disclosure, TrailActor } from "../../../engine/auditTrail/parts.js";
import type { TrailSigner } from "../../../engine/auditTrail/trailSigner.js";
import { isolated } from "../../messages/strangersText.js";
import { type Direction, directionOf } from "../../messages/words/languages.js";
import { failureCauseOf } from "../../orders/failureCause.js";
import { trailWordsFor } from "../words/languages.js";
import type { Label, TermKind, TrailWords } from "../words/words.js";
import { shownLine } from "./shownText.js";
import type { ReportCell } from "./trailReport.js";
import { countryName, languageName, trailDuration, trailNumber, trailTime } from "./trailTime.js";
import { code, words } from "./values.js";

/** Says what stands in one trail, in one language. Null, where the chain does not say, is nothing. */
export class Speaker {
  readonly words: TrailWords;
  readonly direction: Direction;
  readonly #documents: ReadonlyMap<string, string | null>;
  readonly #signers: ReadonlyMap<string, TrailSigner>;

  constructor(trail: Pick<AuditTrail, "documents" | "signers">, language: string) {
    this.words = trailWordsFor(language);
    this.direction = directionOf(this.words.language);
    this.#documents = new Map(trail.documents.map(({ document, name }) => [document, name]));
    this.#signers = new Map(trail.signers.map((signer) => [signer.signer, signer]));
  }

  label(label: Label): string {
    return this.words.labels[label];
  }

  /** What a value is called; one that we have no word for stands as it is. */
  term(kind: TermKind, value: string | null): ReportCell {
    return value === null ? [] : [words(this.termText(kind, value))];
  }

  termText(kind: TermKind, value: string): string {
    const terms: Readonly<Record<string, string>> = this.words.terms[kind];
    return Object.hasOwn(terms, value) ? terms[value]! : this.embedded(value);
  }

  /** What a field is called, as a label: with a capital, where the script has any. */
  fieldLabel(field: keyof TrailWords["terms"]["fields"]): string {
    const [first = "", ...rest] = this.words.terms.fields[field];
    return first.toLocaleUpperCase(this.words.language) + rest.join("");
  }

  /** Several, one after the other. */
  list(texts: readonly string[]): string {
    return texts.join(this.direction === "rtl" ? "، " : ", ");
  }

  terms(kind: TermKind, values: readonly string[]): ReportCell {
    return values.map((value) => words(this.termText(kind, value)));
  }

  time(at: string | null): ReportCell {
    if (at === null) return [];
    const text = trailTime(at, this.words.language);
    return text === null ? code(at) : [{ text, form: "time", at }];
  }

  number(value: number | null): ReportCell {
    return value === null ? [] : [words(this.numberText(value))];
  }

  numberText(value: number): string {
    return trailNumber(value, this.words.language);
  }

  duration(iso: string | null): ReportCell {
    if (iso === null) return [];
    const text = trailDuration(iso, this.words.language);
    return text === null ? code(iso) : [words(text)];
  }

  language(tag: string | null): ReportCell {
    return tag === null ? [] : [words(this.embedded(languageName(shownLine(tag), this.words.language)))];
  }

  country(tag: string | null): ReportCell {
    return tag === null ? [] : [words(this.embedded(countryName(shownLine(tag), this.words.language)))];
  }

  /** Why the service could not do something; a cause that we have no words for stands as it is. */
  failure(reason: string | null): ReportCell {
    return reason === null ? [] : [words(this.failureText(reason))];
  }

  failureText(reason: string): string {
    return this.termText("failures", failureCauseOf(reason) ?? reason);
  }

  answer(value: boolean | null): ReportCell {
    return value === null ? [] : this.term("answers", value ? "yes" : "no");
  }

  /** Told where there is something to tell: that they are gone, or not here. */
  disclosure(value: Disclosure): ReportCell {
    return value === "withheld" || value === "erased" ? this.term("disclosures", value) : [];
  }

  actor(actor: TrailActor | null): ReportCell {
    if (actor === null) return [];
    if (actor.kind === "signer") return this.signer(actor.id);
    return [words(this.termText("actors", actor.kind)), ...code(actor.id)];
  }

  /** A signer's name, or their id where that is not known. */
  signer(id: string | null): ReportCell {
    if (id === null) return [];
    const name = this.signerName(id);
    return name === null ? code(id) : [{ text: name, form: "name" }];
  }

  signerName(id: string): string | null {
    const { given_name: given = null, surname = null } = this.#signers.get(id)?.person ?? {};
    const name = [given, surname].filter((part) => part !== null).join(" ");
    return name === "" ? null : shownLine(name);
  }

  /** A document's name, or its id where that is not known. */
  document(id: string | null): ReportCell {
    if (id === null) return [];
    const name = this.#documents.get(id) ?? null;
    return name === null ? code(id) : [{ text: shownLine(name), form: "name" }];
  }

  /** A document's name, or its id, in a sentence of ours. */
  documentText(id: string): string {
    return this.embedded(this.#documents.get(id) ?? id);
  }

  /** Somebody's text in a sentence of ours. */
  embedded(text: string): string {
    const shown = shownLine(text);
    // Among letters from the right, a number or an address would fall apart.
    return this.direction === "rtl" ? `\u2068${shown}\u2069` : isolated(shown, this.direction);
  }
}
