import type { AuditTrail } from "../../../engine/auditTrail/auditTrail.js";
import { spokenTrail } from "./spokenTrail.js";

/** Namespace of the XML form; `schemas/audit-trail-1.xsd` is its schema. */
const trailNamespace = "urn:paraph:audit-trail:1";

/** What an item of a list is called. */
const itemNames: Readonly<Record<string, string>> = {
  documents: "document",
  signers: "signer",
  messages: "message",
  custody: "entry",
  steps: "step",
  changes: "change",
  extensions: "extension",
  clock: "advance",
  fields: "field",
  editable_identity: "field",
  values: "detail",
  labels: "detail",
  before: "detail",
  after: "detail",
  about: "detail",
  further: "detail",
  details: "detail",
  revisions: "revision",
  visits: "visit",
  codes: "code",
  unlocks: "unlock",
  statements: "statement",
  pages: "shown",
  begun_at: "time",
  consents: "consent",
  requests: "request",
  certificates: "certificate",
  signatures: "signature",
  keys: "key",
  reminders: "reminder",
  deliveries: "delivery",
  failures: "failure",
  tries: "try",
};

/**
 * An audit trail as XML: its JSON form, member by member; a list holds an element an item, and what is null is left
 * out. It is made of the trail and the language alone, and so can be made again of `audit.json`.
 */
export function trailAsXml(trail: AuditTrail, language: string): string {
  const members = Object.entries(spokenTrail(trail, language));
  const body = members.map(([name, value]) => element(name, value, "  ")).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<audit_trail xmlns="${trailNamespace}">\n${body}</audit_trail>\n`;
}

function element(name: string, value: unknown, indent: string): string {
  if (value === null) return "";
  if (typeof value !== "object") return `${indent}${scalar(name, String(value))}\n`;
  const inner = Array.isArray(value)
    ? value.map((item) => element(itemNames[name] ?? "item", item, `${indent}  `))
    : Object.entries(value).map(([member, each]) => element(member, each, `${indent}  `));
  return inner.length === 0 ? "" : `${indent}<${name}>\n${inner.join("")}${indent}</${name}>\n`;
}

const plain = /^[\x20-\x7e]*$/;
/** Everything but Char of XML 1.0 (clause 2.2); a surrogate is one only where its other half is missing. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const special = /[&<>"]/g;
/** Read as another character, or not seen: written by its number. */
const unseen = /[\r\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function scalar(name: string, text: string): string {
  if (plain.test(text)) return `<${name}>${text.replace(special, entity)}</${name}>`;
  // What XML cannot hold at all is written as JSON writes it, and said to be.
  const isHeld = text.search(impossible) < 0;
  const held = isHeld ? text : JSON.stringify(text).slice(1, -1).replace(impossible, asInJson);
  const mark = isHeld ? "" : ' escaped="json"';
  return `<${name}${mark}>${held.replace(special, entity).replace(unseen, byNumber)}</${name}>`;
}

function entity(character: string): string {
  return entities[character]!;
}

function asInJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function byNumber(character: string): string {
  return `&#x${character.codePointAt(0)!.toString(16).toUpperCase()};`;
}
