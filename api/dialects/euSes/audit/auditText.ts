import type { EuSesAudit } from "./audit.js";

/** Text that needs no quotes: nothing in it is a sign of the form, and it begins with a letter or a digit. */
const plain = /^[A-Za-z0-9][A-Za-z0-9 .@/_+-]*$/;
/** What is not text without them: words, dates and numbers of YAML 1.1 and 1.2, which digests and ids can look like. */
const words =
  /^(true|false|null|yes|no|on|off|y|n|[0-9._+-]+(e[+-]?[0-9]+)?|0o[0-7]+|0x[0-9a-f_]+|0b[01_]+)$/i;

/** An audit as indented text, which YAML 1.2 readers read as well; the published name stands above it. */
export function auditAsText(audit: EuSesAudit): string {
  return `SignatureAuditReport:\n${members(audit, 1)}`;
}

function members(value: object, depth: number): string {
  return Object.entries(value)
    .map(([name, member]) => `${"    ".repeat(depth)}${name}:${after(member, depth)}`)
    .join("");
}

/** What stands behind a name, with the end of its line. */
function after(value: unknown, depth: number): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return " []\n";
    return `\n${value.map((item: unknown) => listItem(item, depth + 1)).join("")}`;
  }
  if (typeof value !== "object" || value === null) return ` ${scalar(value)}\n`;
  return Object.keys(value).length === 0 ? " {}\n" : `\n${members(value, depth + 1)}`;
}

function listItem(item: unknown, depth: number): string {
  const indent = "    ".repeat(depth);
  if (typeof item !== "object" || item === null) return `${indent}- ${scalar(item)}\n`;
  return `${indent}-\n${members(item, depth + 1)}`;
}

function scalar(value: unknown): string {
  if (typeof value !== "string") return String(value ?? null);
  if (plain.test(value) && !words.test(value) && !value.endsWith(" ")) return value;
  // Controls can be written in double quotes only, where they are escaped as in JSON.
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff]/u.test(value)) return escaped(value);
  return `'${value.replaceAll("'", "''")}'`;
}

/** As JSON writes it, which is YAML as well; with marks of direction by their number, so that they turn nothing. */
function escaped(value: string): string {
  return JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\u00ad\u0600-\u0605\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
