import type { ExportedEvent } from "../hashchain/auditExport.js";
import { detailsOf } from "./detail.js";
import type { At, Detail, Disclosure, TrailActor } from "./parts.js";

/**
 * One event, whose members are taken one by one. What is not of the form that was asked for counts as not there, and
 * what nobody took is left over: so nothing that a chain says is lost, whoever wrote it.
 */
export class EventReading {
  readonly at: At;
  readonly type: string;
  readonly actor: TrailActor;
  /** The signer whom it concerns. */
  readonly signer: string | null;
  readonly personal: Disclosure;
  readonly #data: Map<string, unknown>;
  readonly #own: Map<string, unknown>;

  /** @param erased signers whose personal data nobody has any more */
  constructor({ body, personal }: ExportedEvent, erased: ReadonlySet<string>) {
    this.at = { seq: body.seq, at: body.time };
    this.type = textOr(body.type, "");
    this.actor = actorOf(body.actor);
    this.signer = textOr(body.signer, null);
    const committed = typeof body.personal === "string";
    this.personal = !committed
      ? "none"
      : personal !== undefined
        ? "shown"
        : this.signer !== null && erased.has(this.signer)
          ? "erased"
          : "withheld";
    this.#data = new Map(Object.entries(body.data));
    // What stands there without a commitment is covered by no hash: anybody could have written it.
    this.#own = new Map(Object.entries((committed && personal?.data) || {}));
  }

  /** @param known what is known of it already: then it is this, and another value is left over */
  text(name: string, known: string | null = null): string | null {
    return take(this.#data, name, isText, known);
  }

  number(name: string, known: number | null = null): number | null {
    return take(this.#data, name, isNumber, known);
  }

  flag(name: string, known: boolean | null = null): boolean | null {
    return take(this.#data, name, isFlag, known);
  }

  /** Whether it says that there is none. */
  isNull(name: string): boolean {
    return this.#data.get(name) === null;
  }

  texts(name: string): string[] {
    return take(this.#data, name, isTexts) ?? [];
  }

  /** A list of objects that have none but these members, each a text or a number. */
  records(name: string, members: readonly string[]): Record<string, unknown>[] {
    const ofForm = (value: unknown): value is Record<string, unknown>[] =>
      Array.isArray(value) && value.every((item) => isRecordOf(item, members));
    return take(this.#data, name, ofForm) ?? [];
  }

  /** An object that has none but these members, each a text; null for those that it has not. */
  record<Name extends string>(name: string, members: readonly Name[]): Record<Name, string | null> | null {
    const ofForm = (value: unknown): value is Record<string, string> =>
      isRecordOf(value, members) && Object.values(value as object).every(isText);
    const found = take(this.#data, name, ofForm);
    if (found === null) return null;
    const pairs = members.map((member) => [member, Object.hasOwn(found, member) ? found[member] : null]);
    return Object.fromEntries(pairs) as Record<Name, string | null>;
  }

  /** The members of an object, flat. */
  details(name: string): Detail[] {
    return detailsOf("", take(this.#data, name, isRecord));
  }

  /** All that is not personal and was not taken yet. */
  allDetails(): Detail[] {
    const told = [...this.#data].flatMap(([name, value]) => detailsOf(name, value));
    this.#data.clear();
    return told;
  }

  ownText(name: string, known: string | null = null): string | null {
    return take(this.#own, name, isText, known);
  }

  ownDetails(name: string): Detail[] {
    return detailsOf("", take(this.#own, name, isRecord));
  }

  /** What was not taken, from both. */
  rest(): Detail[] {
    return [this.#data, this.#own].flatMap((members) =>
      [...members].flatMap(([name, value]) => detailsOf(name, value)),
    );
  }
}

function take<T>(
  members: Map<string, unknown>,
  name: string,
  isOfForm: (value: unknown) => value is T,
  known: T | null = null,
): T | null {
  const value = members.get(name);
  if (!isOfForm(value) || (known !== null && value !== known)) return known;
  members.delete(name);
  return value;
}

function actorOf(actor: unknown): TrailActor {
  if (!isRecord(actor)) return { kind: "", id: null };
  return { kind: textOr(actor["kind"], ""), id: textOr(actor["id"], null) };
}

function textOr<T>(value: unknown, otherwise: T): string | T {
  return typeof value === "string" ? value : otherwise;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

function isFlag(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRecordOf(value: unknown, members: readonly string[]): boolean {
  return (
    isRecord(value) &&
    Object.entries(value).every(
      ([name, inner]) => members.includes(name) && (isText(inner) || isNumber(inner)),
    )
  );
}
