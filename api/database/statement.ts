/** An SQL text as PostgreSQL takes it, with its bindings by number. */
export interface Statement {
  /** Under which each connection prepares it once; empty for one that is prepared anew each time. */
  readonly name: string;
  readonly text: string;
  /** Names of the bindings, in the order of their numbers. */
  readonly parameters: readonly string[];
}

/**
 * Texts that are prepared at most. The service has some hundreds, all of them written down; should anybody ever
 * build texts at run time, neither our memory nor that of the connections grows with them.
 */
const mostPrepared = 1000;
const known = new Map<string, Statement>();

/**
 * Finds the bindings of a text: `:name`, outside of strings, quoted identifiers and comments. `::type` is a cast, and
 * `\:` a colon.
 */
export function statementOf(sql: string): Statement {
  const earlier = known.get(sql);
  if (earlier) return earlier;
  const parsed = parse(sql);
  if (known.size >= mostPrepared) return { name: "", ...parsed };
  const statement = { name: `paraph_${known.size}`, ...parsed };
  known.set(sql, statement);
  return statement;
}

/** String, quoted identifier, comments, cast, escaped colon: to be left alone; or a binding. */
const tokens = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|::|\\:|:([A-Za-z_][A-Za-z0-9_]*)/g;

function parse(sql: string): Omit<Statement, "name"> {
  const parameters: string[] = [];
  const text = sql.replace(tokens, (token: string, parameter: string | undefined) => {
    if (parameter === undefined) return token === "\\:" ? ":" : token;
    const index = parameters.indexOf(parameter);
    return `$${index === -1 ? parameters.push(parameter) : index + 1}`;
  });
  return { text, parameters };
}

/**
 * The values of a statement's bindings, by number. What the statement does not name is not sent.
 * @throws Error when one is missing: it would be taken for null
 */
export function boundValues(
  { parameters, text }: Statement,
  bindings: Readonly<Record<string, unknown>>,
): BoundValue[] {
  return parameters.map((parameter) => {
    const value = bindings[parameter];
    if (value === undefined) throw new Error(`The binding ${parameter} is missing: ${text}`);
    return boundValue(value);
  });
}

/** A value as it is sent: text, bytes, or null. */
export type BoundValue = string | Buffer | null;

function boundValue(value: unknown): BoundValue {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
    case "bigint":
    case "boolean":
      return String(value);
    default:
  }
  if (value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return value;
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (Array.isArray(value)) return `{${value.map(element).join()}}`;
  return JSON.stringify(value);
}

/** An element of an array literal, quoted. */
function element(value: unknown): string {
  const bound = boundValue(value);
  if (bound === null) return "NULL";
  const text = typeof bound === "string" ? bound : `\\x${bound.toString("hex")}`;
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
