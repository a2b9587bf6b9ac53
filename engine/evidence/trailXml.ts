import type { XmlElement } from "../xml/xmlElement.js";

export const TRAIL_NAMESPACE = "urn:paraph:audit-trail:1";

/** What a rendering of the trail says, beside what the chain yields. */
export interface TrailComparison {
  /** Where it says something else; a path such as `steps.3.hash`. */
  readonly different: readonly string[];
  /** What one of the two has and the other does not: another version of the program made it. */
  readonly unmatched: readonly string[];
}

const MAX_TOLD = 20;

/**
 * Compares the XML form of an audit trail with the model that its chain yields: a member is an element of its name, a
 * list holds an element an item, and what is null or empty is left out. Sentences, which are words and no facts, are
 * passed over.
 */
export function compareTrail(root: XmlElement, model: object): TrailComparison {
  const comparison = { different: [] as string[], unmatched: [] as string[] };
  compareMembers(root, model, "", comparison);
  return comparison;
}

interface Comparing {
  readonly different: string[];
  readonly unmatched: string[];
}

const wordsAlone = new Set(["language", "sentence"]);

function compareMembers(element: XmlElement, model: object, path: string, found: Comparing): void {
  requireNoWords(element, path, found);
  const there = new Map<string, XmlElement>();
  for (const child of element.children) {
    if (child.namespace !== TRAIL_NAMESPACE) note(found.different, `${path}${child.name}`);
    // Of one member there cannot be two.
    if (there.has(child.name)) note(found.different, `${path}${child.name}`);
    there.set(child.name, child);
  }
  const members = new Map(Object.entries(model).filter(([, value]) => !isNothing(value)));
  for (const [name, value] of members) {
    const child = there.get(name);
    if (child === undefined) note(found.unmatched, `${path}${name}`);
    else compareValue(child, value, `${path}${name}`, found);
  }
  for (const name of there.keys()) {
    if (members.has(name) || wordsAlone.has(name)) continue;
    // A fact that the chain does not have was invented; a member that the model does not know may be a later version's.
    note(Object.hasOwn(model, name) ? found.different : found.unmatched, `${path}${name}`);
  }
}

function compareValue(element: XmlElement, value: unknown, path: string, found: Comparing): void {
  if (typeof value !== "object" || value === null) {
    if (textOf(element) !== String(value)) note(found.different, path);
    return;
  }
  if (!Array.isArray(value)) {
    compareMembers(element, value, `${path}.`, found);
    return;
  }
  requireNoWords(element, `${path}.`, found);
  const items = value.filter((item) => !isNothing(item));
  if (items.length !== element.children.length) note(found.different, path);
  for (const [index, child] of element.children.entries()) {
    if (index < items.length) compareValue(child, items[index], `${path}.${index + 1}`, found);
  }
}

/** Between members and items there are blanks alone: a reader would be shown whatever else stands there. */
function requireNoWords(element: XmlElement, path: string, found: Comparing): void {
  if (/[^ \t\r\n]/.test(element.text)) note(found.different, path === "" ? element.name : path.slice(0, -1));
}

/** What XML cannot hold is written as JSON writes it. */
function textOf(element: XmlElement): string | null {
  if (element.children.length > 0) return null;
  if (element.attributes.get("escaped") !== "json") return element.text;
  try {
    return String(JSON.parse(`"${element.text}"`));
  } catch {
    return null;
  }
}

/** What is left out: null, an empty list, an object without members. */
function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function note(list: string[], path: string): void {
  if (list.length < MAX_TOLD) list.push(path);
}
