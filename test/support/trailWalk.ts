import { shownLine } from "../../api/auditTrail/report/shownText.js";
import {
  countryName,
  languageName,
  trailDuration,
  trailNumber,
  trailTime,
} from "../../api/auditTrail/report/trailTime.js";
import { trailWordsFor } from "../../api/auditTrail/words/languages.js";
import type { AuditTrail } from "../../engine/auditTrail/auditTrail.js";

/** A value of a trail, and where it stands. */
export interface Leaf {
  readonly path: string;
  readonly value: string | number | boolean;
}

/** Every value of a trail that says something. */
export function leavesOf(value: unknown, path = ""): Leaf[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return [{ path, value: value as Leaf["value"] }];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, `${path}/${name}`));
}

/** What needs no words: the format's own name, that a step is one like all others, and names for which labels stand. */
const unsaid = /^\/(format$|steps\/\d+\/(known|personal)$)|\/(about|before|after|details)\/\d+\/name$/;

/** The values of a trail of which none of their ways of saying stands in a text. */
export function unsaidIn(text: string, trail: AuditTrail, language: string): string[] {
  const names = new Map<string, string>([
    ...trail.documents.map(({ document, name }): [string, string] => [document, name ?? document]),
    ...trail.signers.map(({ signer, person }): [string, string] => [
      signer,
      person ? `${person.given_name} ${person.surname}` : signer,
    ]),
  ]);
  return leavesOf(trail)
    .filter(({ path }) => !unsaid.test(path))
    .filter(({ value }) => !waysOf(value, language, names).some((way) => text.includes(way)))
    .map(({ path, value }) => `${path} ${value}`);
}

function waysOf(value: Leaf["value"], language: string, names: ReadonlyMap<string, string>): string[] {
  const { terms } = trailWordsFor(language);
  if (typeof value === "boolean") return [terms.answers[value ? "yes" : "no"]];
  if (typeof value === "number") return [trailNumber(value, language), trailNumber(value + 1, language)];
  const lines = value.split("\n").map(shownLine);
  if (lines.length > 1) return [lines.at(-1)!];
  // Names of fields, where a step says of which it is.
  const parts = value.split(" ").map((part) => (terms.fields as Record<string, string>)[part] ?? part);
  const kinds: readonly Readonly<Record<string, string>>[] = Object.values(terms);
  const number = Number(value);
  return [
    shownLine(value),
    value === "sender" ? terms.actors.api_key : null,
    parts.join(language === "ar" ? "، " : ", "),
    names.get(value),
    trailTime(value, language),
    trailDuration(value, language),
    ...(value === "" || Number.isNaN(number)
      ? []
      : [number, number + 1].map((one) => trailNumber(one, language))),
    value === "true" || value === "false" ? terms.answers[value === "true" ? "yes" : "no"] : null,
    /^[A-Z]{2}$/.test(value) ? countryName(value, language) : null,
    /^[a-z]{2}(-[A-Z]{2})?$/.test(value) ? languageName(value, language) : null,
    ...kinds.map((kind) => (Object.hasOwn(kind, value) ? kind[value] : null)),
  ].filter((way) => way !== null && way !== undefined);
}
