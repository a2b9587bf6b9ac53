import type { JsonSchema } from "../../webhooks/catalogue/jsonSchema.js";
import { sha256 } from "../../webhooks/catalogue/schemas.js";
import { escapeHtml } from "./html.js";

const sha256Pattern = sha256().pattern;

/** The members of an event's data as a table; empty where there are none. */
export function membersTable(schema: JsonSchema): string {
  const rows = (schema.anyOf ?? [schema]).flatMap((one) => memberRows(one, ""));
  if (rows.length === 0) return "";
  return `<table><thead><tr><th scope="col">Member</th><th scope="col">What it is</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>`;
}

function memberRows({ properties = {}, required = [] }: JsonSchema, path: string): string[] {
  return Object.entries(properties).flatMap(([name, member]) => {
    const place = `${path}${name}`;
    const inner = inside(member);
    const kind = `${kindOf(member)}${required.includes(name) ? "" : ", optional"}`;
    const meaning = member.description === undefined ? "" : `: ${escapeHtml(member.description)}`;
    const shown = `<tr><td><code>${escapeHtml(place)}</code></td><td><span class="kind">${kind}</span>${meaning}</td></tr>`;
    return [shown, ...(inner ? memberRows(inner.of, `${place}${inner.mark}.`) : [])];
  });
}

/** The members that a member has itself. */
function inside(member: JsonSchema): { of: JsonSchema; mark: string } | null {
  if (member.items?.properties) return { of: member.items, mark: "[]" };
  return member.properties ? { of: member, mark: "" } : null;
}

function kindOf(schema: JsonSchema): string {
  const [type, ...others] = [schema.type ?? []].flat();
  return `${plainKind(schema, type)}${others.includes("null") ? " or null" : ""}`;
}

function plainKind(schema: JsonSchema, type: string | undefined): string {
  const { enum: words, format, pattern, items } = schema;
  if (schema.const !== undefined) return `always <code>${escapeHtml(JSON.stringify(schema.const))}</code>`;
  if (words)
    return words
      .flatMap((word) => (word === null ? [] : `<code>${escapeHtml(String(word))}</code>`))
      .join(", ");
  if (format === "date-time") return "time";
  if (pattern === sha256Pattern) return "SHA-256";
  if (items) return items.properties ? "list" : `list of: ${kindOf(items)}`;
  const prefix = pattern && /^\^([a-z]{3}_)/.exec(pattern)?.[1];
  if (prefix) return `id <code>${prefix}…</code>`;
  return (
    { integer: "whole number", boolean: "true or false", string: "text", object: "object" }[type ?? ""] ?? ""
  );
}
