/** The part of an OpenAPI 3.0 schema object that descriptions of ours use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly description?: string;
  readonly example?: unknown;
}

const understood: ReadonlySet<string> = new Set<keyof Schema>([
  "$ref",
  "type",
  "nullable",
  "enum",
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "items",
  "properties",
  "required",
  "additionalProperties",
  "allOf",
  "anyOf",
  "description",
  "example",
]);

/**
 * Checks a JSON value against a schema. Stricter than the standard in one thing: a property that no part of the
 * schema names is a fault, unless `additionalProperties` allows it in so many words.
 * @param schemas what `#/components/schemas/…` refers to
 * @returns faults, each with the place in the value
 */
export function matches(
  schema: Schema,
  value: unknown,
  schemas: Readonly<Record<string, Schema>>,
  at = "body",
): string[] {
  const whole = resolve(schema, schemas);
  const strange = Object.keys(whole).filter((keyword) => !understood.has(keyword));
  if (strange.length > 0)
    return [`${at}: the schema uses ${strange.join(", ")}, which this checker does not know`];
  if (value === null) return whole.nullable || Object.keys(schema).length === 0 ? [] : [`${at} is null`];
  if (whole.anyOf) {
    const tries = whole.anyOf.map((choice) => matches(choice, value, schemas, at));
    if (!tries.some((faults) => faults.length === 0))
      return [`${at} is none of the choices: ${tries.flat().join("; ")}`];
  }
  if (whole.enum && !whole.enum.includes(value))
    return [`${at} is ${JSON.stringify(value)}, none of ${whole.enum.join(", ")}`];
  switch (whole.type) {
    case "object":
      return objectFaults(whole, value, schemas, at);
    case "array":
      if (!Array.isArray(value)) return [`${at} is no array`];
      return value.flatMap((item, index) => matches(whole.items ?? {}, item, schemas, `${at}[${index}]`));
    case "string":
      return typeof value === "string" ? stringFaults(whole, value, at) : [`${at} is no string`];
    case "integer":
    case "number":
      return numberFaults(whole, value, at);
    case "boolean":
      return typeof value === "boolean" ? [] : [`${at} is no boolean`];
    default:
      return [];
  }
}

/** Follows a reference and lays the parts of an `allOf` together. */
function resolve(schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace("#/components/schemas/", "");
    const target = schemas[name];
    if (!target) throw new Error(`The description refers to ${schema.$ref}, which is not there.`);
    return resolve(target, schemas);
  }
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map((part) => resolve(part, schemas));
  return {
    ...schema,
    ...Object.assign({}, ...parts),
    nullable: schema.nullable ?? false,
    properties: Object.assign({}, ...parts.map((part) => part.properties)),
    required: parts.flatMap((part) => part.required ?? []),
  };
}

function objectFaults(
  schema: Schema,
  value: unknown,
  schemas: Readonly<Record<string, Schema>>,
  at: string,
): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${at} is no object`];
  const missing = (schema.required ?? [])
    .filter((name) => !(name in value))
    .map((name) => `${at}.${name} is missing`);
  const faults = Object.entries(value).flatMap(([name, member]) => {
    const place = `${at}.${name}`;
    const described = schema.properties?.[name];
    if (described) return matches(described, member, schemas, place);
    if (typeof schema.additionalProperties === "object") {
      return matches(schema.additionalProperties, member, schemas, place);
    }
    return schema.additionalProperties === true ? [] : [`${place} is not described`];
  });
  return [...missing, ...faults];
}

function stringFaults(schema: Schema, value: string, at: string): string[] {
  const faults: string[] = [];
  if (value.length < (schema.minLength ?? 0)) faults.push(`${at} is too short`);
  if (value.length > (schema.maxLength ?? Number.POSITIVE_INFINITY)) faults.push(`${at} is too long`);
  if (schema.pattern && !new RegExp(schema.pattern, "u").test(value))
    faults.push(`${at} does not fit its pattern`);
  if (schema.format === "date-time" && Number.isNaN(Date.parse(value))) faults.push(`${at} is no date-time`);
  return faults;
}

function numberFaults(schema: Schema, value: unknown, at: string): string[] {
  if (typeof value !== "number") return [`${at} is no number`];
  const faults: string[] = [];
  const isWhole = schema.type === "integer" || schema.format === "int32" || schema.format === "int64";
  if (isWhole && !Number.isInteger(value)) faults.push(`${at} is no integer`);
  if (value < (schema.minimum ?? Number.NEGATIVE_INFINITY)) faults.push(`${at} is too small`);
  if (value > (schema.maximum ?? Number.POSITIVE_INFINITY)) faults.push(`${at} is too large`);
  return faults;
}
