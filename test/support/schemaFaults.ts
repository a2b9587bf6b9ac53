import { isDeepStrictEqual } from "node:util";
import type { JsonSchema } from "../../api/webhooks/catalogue/jsonSchema.js";

const understood: ReadonlySet<string> = new Set<keyof JsonSchema>([
  ...(["$schema", "$id", "title", "description"] as const),
  ...(["type", "const", "enum", "anyOf", "format"] as const),
  ...(["pattern", "minLength", "maxLength", "minimum", "maximum"] as const),
  ...(["items", "minItems", "properties", "required", "additionalProperties", "propertyNames"] as const),
]);

/**
 * Checks a JSON value against a schema of JSON Schema 2020-12, as far as the catalogue of events speaks it: another
 * keyword is a fault of its own. Held against a foreign validator in test/conformance/eventSchemas.test.ts.
 * @returns faults, each with the place in the value
 */
export function schemaFaults(schema: JsonSchema, value: unknown, at = "payload"): string[] {
  const strange = Object.keys(schema).filter((keyword) => !understood.has(keyword));
  if (strange.length > 0) return [`${at}: the schema says ${strange.join(", ")}, which nobody checks here`];
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => isOf(type, value))) {
    return [`${at} is ${JSON.stringify(value)}, no ${types.join(" or ")}`];
  }
  return [
    ...wordFaults(schema, value, at),
    ...(typeof value === "string" ? textFaults(schema, value, at) : []),
    ...(typeof value === "number" ? numberFaults(schema, value, at) : []),
    ...(Array.isArray(value) ? listFaults(schema, value, at) : []),
    ...(isOf("object", value) ? memberFaults(schema, value as Readonly<Record<string, unknown>>, at) : []),
  ];
}

function isOf(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function wordFaults(schema: JsonSchema, value: unknown, at: string): string[] {
  const faults: string[] = [];
  if (schema.const !== undefined && !isDeepStrictEqual(schema.const, value)) {
    faults.push(`${at} is ${JSON.stringify(value)}, not ${JSON.stringify(schema.const)}`);
  }
  if (schema.enum && !schema.enum.some((word) => isDeepStrictEqual(word, value))) {
    faults.push(`${at} is ${JSON.stringify(value)}, none of ${JSON.stringify(schema.enum)}`);
  }
  const tries = schema.anyOf?.map((choice) => schemaFaults(choice, value, at));
  if (tries && !tries.some((choice) => choice.length === 0)) {
    faults.push(`${at} is none of the choices: ${tries.flat().join("; ")}`);
  }
  return faults;
}

function textFaults(schema: JsonSchema, value: string, at: string): string[] {
  const faults: string[] = [];
  const characters = [...value].length;
  if (characters < (schema.minLength ?? 0)) faults.push(`${at} is too short`);
  if (characters > (schema.maxLength ?? Number.POSITIVE_INFINITY)) faults.push(`${at} is too long`);
  if (schema.pattern && !new RegExp(schema.pattern, "u").test(value)) {
    faults.push(`${at} is ${JSON.stringify(value)}, which does not fit ${schema.pattern}`);
  }
  if (schema.format === "date-time" && Number.isNaN(Date.parse(value))) faults.push(`${at} is no time`);
  return faults;
}

function numberFaults(schema: JsonSchema, value: number, at: string): string[] {
  const faults: string[] = [];
  if (value < (schema.minimum ?? Number.NEGATIVE_INFINITY)) faults.push(`${at} is too small`);
  if (value > (schema.maximum ?? Number.POSITIVE_INFINITY)) faults.push(`${at} is too large`);
  return faults;
}

function listFaults({ items, minItems }: JsonSchema, value: readonly unknown[], at: string): string[] {
  const short = value.length < (minItems ?? 0) ? [`${at} has too few items`] : [];
  const inside = value.flatMap((item, index) => (items ? schemaFaults(items, item, `${at}[${index}]`) : []));
  return [...short, ...inside];
}

function memberFaults(schema: JsonSchema, value: Readonly<Record<string, unknown>>, at: string): string[] {
  const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(value, name));
  const inside = Object.entries(value).flatMap(([name, member]) => {
    const place = `${at}.${name}`;
    const named = schema.propertyNames ? schemaFaults(schema.propertyNames, name, `${place} (its name)`) : [];
    const described = schema.properties?.[name] ?? schema.additionalProperties;
    if (described === false) return [...named, `${place} is not described`];
    return [...named, ...(described ? schemaFaults(described, member, place) : [])];
  });
  return [...missing.map((name) => `${at}.${name} is missing`), ...inside];
}
