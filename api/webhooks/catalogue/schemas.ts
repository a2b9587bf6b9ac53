import type { IdPrefix } from "../../ids/id.js";
import type { JsonSchema } from "./jsonSchema.js";

/** An object with these members and no other, so that whatever is added shows. */
export function record(
  required: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  return {
    type: "object",
    properties: { ...required, ...optional },
    ...(Object.keys(required).length > 0 && { required: Object.keys(required) }),
    additionalProperties: false,
  };
}

/** What an event tells that says all by its type. */
export const nothing = record({});

/** A public id: its prefix and 26 digits. */
export function id(prefix: IdPrefix, description?: string): JsonSchema {
  return described({ type: "string", pattern: `^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$` }, description);
}

/** A time in UTC, with milliseconds (RFC 3339). */
export function time(description?: string): JsonSchema {
  const pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$";
  return described({ type: "string", format: "date-time", pattern }, description);
}

/** A SHA-256, hexadecimal. */
export function sha256(description?: string): JsonSchema {
  return described({ type: "string", pattern: "^[0-9a-f]{64}$" }, description);
}

export function hex(description?: string): JsonSchema {
  return described({ type: "string", pattern: "^[0-9a-f]+$" }, description);
}

/** One of a closed set of words. */
export function word(words: readonly string[], description?: string): JsonSchema {
  return described({ type: "string", enum: words }, description);
}

/** A code of a set that grows: of an error, of a reason. */
export function code(description?: string): JsonSchema {
  return described({ type: "string", pattern: "^[a-z][a-z0-9_]*$" }, description);
}

export function text(description?: string, maxLength?: number): JsonSchema {
  return described({ type: "string", ...(maxLength !== undefined && { maxLength }) }, description);
}

/** A whole number. */
export function count(minimum: number, description?: string): JsonSchema {
  return described({ type: "integer", minimum }, description);
}

export function flag(description?: string): JsonSchema {
  return described({ type: "boolean" }, description);
}

export function list(items: JsonSchema, description?: string, minItems = 0): JsonSchema {
  return described({ type: "array", items, ...(minItems > 0 && { minItems }) }, description);
}

/** As the schema of one type says, or null. */
export function nullable(schema: JsonSchema): JsonSchema {
  const { type, enum: words } = schema;
  if (typeof type !== "string") throw new Error("Only a schema of one type can be made nullable.");
  return { ...schema, type: [type, "null"], ...(words && { enum: [...words, null] }) };
}

/** An ISO 8601 duration of one unit, as terms of retention are given. */
export function duration(description?: string): JsonSchema {
  return described({ type: "string", pattern: "^P[1-9][0-9]{0,4}[DMY]$" }, description);
}

/** A language, BCP 47. */
export function language(description?: string): JsonSchema {
  return described({ type: "string", minLength: 2, maxLength: 35 }, description);
}

function described(schema: JsonSchema, description: string | undefined): JsonSchema {
  return description === undefined ? schema : { ...schema, description };
}
