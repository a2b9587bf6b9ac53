import type { Detail } from "./parts.js";

/** Deeper than anything we write; what a stranger nests further is not followed. */
const deepest = 16;

/**
 * A JSON value as a flat list: `{"a": ["x"]}` under the name `n` is `n.a[0]` = `x`. Nulls and empty lists say nothing.
 * @param name what the value is called; empty: the members' own names
 */
export function detailsOf(name: string, value: unknown, depth = 0): Detail[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return [{ name, value: String(value) }];
  if (depth === deepest) return [{ name, value: "…" }];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => detailsOf(`${name}[${index}]`, item, depth + 1));
  }
  return Object.entries(value).flatMap(([member, inner]) =>
    detailsOf(name === "" ? member : `${name}.${member}`, inner, depth + 1),
  );
}
