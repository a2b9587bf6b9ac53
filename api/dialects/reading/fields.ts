import type { Failure } from "../../failure/failure.js";

/** What can be wrong with a field. */
export type Fault = "missing" | "invalid" | "unknown";

/**
 * Makes a dialect's refusal of one field.
 * @param path of the field: `signers[0].signatures[1].page`
 * @param why what follows the path in a sentence: `must be a whole number from 1 to 20`
 */
export type Refuse = (path: string, fault: Fault, why: string) => Failure;

/**
 * Reads one object of a stranger's JSON, field by field, as callers of other people's APIs write it: booleans and numbers
 * may be text, text may be a number, null is as good as nothing. Every field that is asked for is known from then on, so
 * that `refuseOthers` finds those that nobody has asked for.
 */
export class Fields {
  readonly #known = new Set<string>();

  readonly #members: Readonly<Record<string, unknown>>;
  readonly #refuse: Refuse;
  /** Of this object in the request; empty: it is the request. */
  readonly path: string;

  private constructor(members: Readonly<Record<string, unknown>>, path: string, refuse: Refuse) {
    this.#members = members;
    this.path = path;
    this.#refuse = refuse;
  }

  /** @throws what `refuse` makes, where the value is no object */
  static of(value: unknown, path: string, refuse: Refuse): Fields {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw refuse(path, "invalid", "must be an object");
    }
    return new Fields(value as Record<string, unknown>, path, refuse);
  }

  /** The path of a member, for refusals. */
  at(name: string): string {
    return this.path === "" ? name : `${this.path}.${name}`;
  }

  /** A member as it came; null where it is not there, or is null. */
  raw(name: string): unknown {
    this.#known.add(name);
    return Object.hasOwn(this.#members, name) ? (this.#members[name] ?? null) : null;
  }

  /** The members that it has. */
  names(): readonly string[] {
    return Object.keys(this.#members);
  }

  /** Makes a refusal of a member. */
  refusal(name: string, fault: Fault, why: string): Failure {
    return this.#refuse(this.at(name), fault, why);
  }

  /** @param most characters (UTF-16 code units) @returns null where there is none, or an empty one */
  text(name: string, most: number): string | null {
    const value = this.raw(name);
    if (value === null || value === "") return null;
    if (typeof value === "number" && Number.isFinite(value)) return String(value);
    if (typeof value !== "string") throw this.refusal(name, "invalid", "must be text");
    if (value.length > most) throw this.refusal(name, "invalid", `must have at most ${most} characters`);
    return value;
  }

  /** As `text`, of one that must be there. */
  needed(name: string, most: number): string {
    const value = this.text(name, most);
    if (value === null) throw this.refusal(name, "missing", "is required");
    return value;
  }

  /** `true` and `false`, the words or the values, in any case; 1 and 0 are as good. */
  flag(name: string): boolean | null {
    const value = this.raw(name);
    if (value === null || value === "") return null;
    if (typeof value === "boolean") return value;
    const word =
      typeof value === "string" || typeof value === "number" ? String(value).trim().toLowerCase() : "";
    if (word === "true" || word === "1") return true;
    if (word === "false" || word === "0") return false;
    throw this.refusal(name, "invalid", "must be true or false");
  }

  /** A number, or text that is one in decimal digits. */
  number(name: string, least: number, most: number): number | null {
    const value = this.raw(name);
    if (value === null || value === "") return null;
    const number =
      typeof value === "string" && /^\s*[-+]?[0-9]{1,15}(\.[0-9]{1,15})?\s*$/.test(value)
        ? Number(value)
        : value;
    if (typeof number !== "number" || !(number >= least && number <= most)) {
      throw this.refusal(name, "invalid", `must be a number from ${least} to ${most}`);
    }
    return number;
  }

  /** A whole number; `2.0` is one. */
  whole(name: string, least: number, most: number): number | null {
    const value = this.number(name, least, most);
    if (value !== null && !Number.isInteger(value)) {
      throw this.refusal(name, "invalid", `must be a whole number from ${least} to ${most}`);
    }
    return value;
  }

  /** One of a closed list, as it is written there. */
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | null {
    const value = this.raw(name);
    if (value === null || value === "") return null;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw this.refusal(name, "invalid", `must be one of ${choices.join(", ")}`);
    return found;
  }

  /** @param most members */
  list(name: string, most: number): readonly unknown[] | null {
    const value = this.raw(name);
    if (value === null) return null;
    if (!Array.isArray(value)) throw this.refusal(name, "invalid", "must be a list");
    if (value.length > most) throw this.refusal(name, "invalid", `must hold at most ${most} members`);
    return value;
  }

  /** A list of texts. */
  texts(name: string, most: number, mostCharacters: number): readonly string[] | null {
    const value = this.list(name, most);
    if (value === null) return null;
    return value.map((member, index) => {
      if (typeof member !== "string" || member.length > mostCharacters) {
        throw this.#refuse(
          `${this.at(name)}[${index}]`,
          "invalid",
          `must be text of at most ${mostCharacters} characters`,
        );
      }
      return member;
    });
  }

  /** An object within this one. An empty list is one without members: PHP writes it so. */
  object(name: string): Fields | null {
    const value = this.raw(name);
    if (value === null) return null;
    const isEmptyList = Array.isArray(value) && value.length === 0;
    return Fields.of(isEmptyList ? {} : value, this.at(name), this.#refuse);
  }

  /** Objects in a list. */
  objects(name: string, most: number): readonly Fields[] | null {
    const value = this.list(name, most);
    return (
      value?.map((member, index) => Fields.of(member, `${this.at(name)}[${index}]`, this.#refuse)) ?? null
    );
  }

  /** Bytes in base64, as they are written in practice: with line breaks, without padding, after `data:…;base64,`. */
  base64(name: string): Buffer | null {
    const value = this.raw(name);
    if (value === null || value === "") return null;
    const bytes = typeof value === "string" ? lenientBase64(value) : null;
    if (bytes === null) throw this.refusal(name, "invalid", "must be base64");
    return bytes;
  }

  /** Members that the original is known to take, and to do nothing with. */
  ignore(...names: readonly string[]): void {
    for (const name of names) this.#known.add(name);
  }

  /** Refuses the first member that nobody has asked for: whoever misspells a field is told so. */
  refuseOthers(): void {
    for (const name of Object.keys(this.#members)) {
      if (!this.#known.has(name))
        throw this.refusal(name.slice(0, 100), "unknown", "is no field of this request");
    }
  }
}

/** @returns null where the text is no base64 (RFC 4648 clause 4), line breaks and missing padding apart */
export function lenientBase64(text: string): Buffer | null {
  const begin = /^data:[\w.+-]{1,60}\/[\w.+-]{1,60};base64,/.exec(text)?.[0].length ?? 0;
  const digits = text
    .slice(begin)
    .replaceAll(/[\r\n\t ]/g, "")
    .replace(/={1,2}$/, "");
  // Node's decoder skips what it does not know, and takes the alphabet for URLs (clause 5) as well.
  if (digits.includes("-") || digits.includes("_") || digits.length % 4 === 1) return null;
  const bytes = Buffer.from(digits, "base64");
  return bytes.length === Math.floor((digits.length * 3) / 4) ? bytes : null;
}
