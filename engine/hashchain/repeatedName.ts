const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * Whether an object of a JSON text has one name twice, which I-JSON forbids (RFC 7493 2.3), and with it canonical
 * JSON (RFC 8785 2). Parsers disagree on which of the two counts: what is verified could be another value than the
 * one that a reader is shown.
 * @param json a text that `JSON.parse` takes
 */
export function hasRepeatedName(json: string): boolean {
  /** Names of each open object, from the outermost; null for an open list. */
  const open: (Set<string> | null)[] = [];
  let text: string | null = null;
  for (const [token] of json.matchAll(tokens)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (token !== ":") text = token;
    else if (text !== null) {
      // Written in two ways, it is still one name.
      const name = JSON.parse(text) as string;
      const names = open.at(-1);
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}
