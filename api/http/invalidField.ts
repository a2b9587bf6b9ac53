import type { ValidateError } from "@tsoa/runtime";
import { Failure } from "../failure/failure.js";
import { formInWords } from "../request/fieldForms.js";

/** What the validator says, in words for people; `$1` is its bound. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/ is required$/, "is needed"],
  [/ is an excess property /, "is no field that is taken here"],
  [/^minLength (\d+)$/, "takes at least $1 characters"],
  [/^maxLength (\d+)$/, "takes at most $1 characters"],
  [/^min (\S+)$/, "must be at least $1"],
  [/^max (\S+)$/, "must be at most $1"],
  [/^minItems (\d+)$/, "takes at least $1 entries"],
  [/^maxItems (\d+)$/, "takes at most $1 entries"],
  [/^invalid string value/, "must be a text"],
  [/^invalid boolean value/, "must be true or false"],
  [/^invalid integer number/, "must be a whole number"],
  [/^invalid float number/, "must be a number"],
  [/^invalid array/, "must be a list"],
  [/^invalid object/, "must be an object"],
  [/^invalid ISO 8601 datetime/, "must be a time as in 2026-12-31T23:59:59Z"],
];

/** What the validator says of a value that is none of those to choose from. */
const word = /one of the following; \[(.*?)\]/;
const words = new RegExp(word, "g");

/** Places of a body that are looked at to find the field at fault. */
const maxPlaces = 10_000;

/**
 * What the validator of the generated routes found, as a refusal of the first field at fault.
 * @param body the request's body as it was validated
 */
export function invalidField(error: ValidateError, body: unknown): Failure {
  const [first = ["body", { message: "is not valid" }]] = Object.entries<Fault>(error.fields);
  const [path, { message, value }] = ofChoice(first);
  const keys = path
    .replace(/^(body|requestBody)\.?/, "")
    .split(".")
    .map((key) => key.replace(/^\$(?=\d+$)/, ""));
  const param = written(wholePath(body, keys, value)) || "body";
  const limit = boundOf(message);
  return new Failure("field_invalid", `${param} ${inWords(message)}.`, {
    param,
    ...(limit !== null && { extensions: { limit } }),
  });
}

interface Fault {
  readonly message: string;
  readonly value?: unknown;
}

/**
 * A field that may also be null is a choice for the validator, whose message has the faults of all choices as JSON, with
 * the values that are at fault. The fault that is meant lies inside of the field, or else is not that it could be null.
 */
function ofChoice(fault: readonly [path: string, Fault]): readonly [path: string, Fault] {
  const issues = /^Could not match the union against any of the items\. Issues: (.*)$/s.exec(
    fault[1].message,
  )?.[1];
  if (issues === undefined) return fault;
  const faults = (JSON.parse(issues) as Record<string, Fault>[]).flatMap((one) => Object.entries(one));
  const inside = faults.find(([path]) => path.length > fault[0].length);
  const others = faults.filter(([, { message }]) => !message.endsWith("[null]"));
  const meant = inside ?? others[0] ?? faults[0];
  if (meant === undefined) return fault;
  // Each word to choose from has a fault of its own.
  if (!inside && others.length > 1 && others.every(([, { message }]) => word.test(message))) {
    return [meant[0], { ...meant[1], message: others.map(([, { message }]) => message).join(" ") }];
  }
  return ofChoice(meant);
}

/** The bound that was passed: of characters, entries, or the number itself. */
function boundOf(message: string): number | null {
  const bound = /^(?:min|max)(?:Length|Items)? (-?[0-9.]+)$/.exec(message)?.[1];
  return bound === undefined ? null : Number(bound);
}

function inWords(message: string): string {
  const choices = [...message.matchAll(words)].map(([, choice = ""]) => choice);
  if (choices.length > 0) return `must be one of ${choices.join(", ").replaceAll("'", "")}`;
  const pattern = /^Not match in '(.*)'$/.exec(message)?.[1];
  if (pattern !== undefined) return formInWords(pattern);
  for (const [known, sentence] of sentences) {
    const found = known.exec(message);
    if (found) return sentence.replace("$1", found[1] ?? "");
  }
  return message;
}

/**
 * The validator forgets what stands before a list within a list: `placements.0.page` is that of some signer. Found
 * again as the first place, nearest the top, from which that path leads to the value at fault.
 * @param keys the end of a path, which is what the validator remembers
 */
function wholePath(body: unknown, keys: readonly string[], fault: unknown): readonly string[] {
  const places: { readonly path: readonly string[]; readonly value: unknown }[] = [{ path: [], value: body }];
  for (let index = 0; index < Math.min(places.length, maxPlaces); index++) {
    const { path, value } = places[index]!;
    if (leadsTo(value, keys, fault)) return [...path, ...keys];
    if (typeof value !== "object" || value === null) continue;
    for (const [key, member] of Object.entries(value)) places.push({ path: [...path, key], value: member });
  }
  return keys;
}

function leadsTo(from: unknown, keys: readonly string[], fault: unknown): boolean {
  let value = from;
  for (const [index, key] of keys.entries()) {
    if (typeof value !== "object" || value === null) return false;
    const there = Object.hasOwn(value, key);
    // Where a field is missing, or is one too many, the fault is not its value.
    if (index === keys.length - 1 && (fault === undefined ? !there : there && fault === key)) return true;
    if (!there) return false;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return Object.is(value, fault);
}

/** `signers[0].placements[1].page` */
function written(path: readonly string[]): string {
  return path.reduce((text, key) => {
    if (/^\d+$/.test(key)) return `${text}[${key}]`;
    return text === "" ? key : `${text}.${key}`;
  }, "");
}
