import { types } from "node:util";

/** An error as a line of the log tells it. */
export interface LoggableError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Of a fault of the database: what it names, never what a row holds. */
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  readonly routine?: string;
  /** The statement that failed, with the places of its values and none of them. */
  readonly statement?: string;
  /** Places in the program, the innermost first. */
  readonly stack: string;
  readonly cause?: LoggableError;
}

const deepestCause = 5;
const names = ["code", "constraint", "table", "column", "routine"] as const;

/**
 * What a line tells of an error: its kind, words and place, and those of its causes. Whatever else hangs on it stays
 * out: errors of HTTP clients carry the request with its key and its body, errors of the database a whole row.
 */
export function loggableError(error: unknown, depth = 0): LoggableError {
  if (!types.isNativeError(error)) return { type: typeof error, message: "", stack: "" };
  const fields = error as Error & Readonly<Record<string, unknown>>;
  const named = names.flatMap((name) => {
    const value = fields[name];
    return typeof value === "string" && /^[\w.-]{1,100}$/.test(value) ? [[name, value] as const] : [];
  });
  return {
    type: error.name === "error" ? "DatabaseError" : error.name,
    message: wordsOf(fields),
    ...Object.fromEntries(named),
    ...(typeof fields["statement"] === "string" && {
      statement: fields["statement"].replace(/\s+/g, " ").slice(0, 1000),
    }),
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .join("\n"),
    ...(error.cause !== undefined &&
      depth < deepestCause && { cause: loggableError(error.cause, depth + 1) }),
  };
}

/** PostgreSQL's data exceptions (class 22) quote the value at fault, which is what somebody has sent. */
function wordsOf(error: Error & Readonly<Record<string, unknown>>): string {
  const isDataException = typeof error["code"] === "string" && /^22[0-9A-Z]{3}$/.test(error["code"]);
  return isDataException ? error.message.replace(/".*"/s, '"…"') : error.message;
}
