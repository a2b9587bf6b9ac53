import { hasRepeatedName } from "./repeatedName.js";

/** What reading a JSON text may cost at most: an order's trail has some kilobytes, its longest some megabytes. */
export interface JsonLimits {
  readonly maxBytes: number;
  /** Members and items, about. */
  readonly maxValues: number;
  readonly maxDepth: number;
}

export const DEFAULT_JSON_LIMITS: JsonLimits = {
  maxBytes: 64 * 1024 * 1024,
  maxValues: 3_000_000,
  maxDepth: 256,
};

/** A text that is no JSON in UTF-8, or more of it than may be read. */
export class JsonFault extends Error {
  override readonly name = "JsonFault";

  constructor(
    readonly code: "malformed" | "limit_exceeded",
    message: string,
  ) {
    super(message);
  }
}

/** A JSON text that was read. */
export interface ReadJson {
  readonly value: unknown;
  /** Whether an object has one name twice: see `hasRepeatedName`. */
  readonly repeatsName: boolean;
}

/**
 * Reads a JSON text (RFC 8259) in UTF-8 without a byte order mark. Each value takes many times the memory of its text,
 * so that values are counted before they are made.
 * @throws JsonFault; its message does not quote the text
 */
export function readJson(bytes: Uint8Array, limits: JsonLimits = DEFAULT_JSON_LIMITS): ReadJson {
  requireWithin(bytes, limits);
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { value: JSON.parse(text), repeatsName: hasRepeatedName(text) };
  } catch {
    throw new JsonFault("malformed", "The file is no JSON in UTF-8.");
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
/** `[` and `{`, and `]` and `}`, differ in this bit. */
const CASE = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

function requireWithin(bytes: Uint8Array, { maxBytes, maxValues, maxDepth }: JsonLimits): void {
  if (bytes.length > maxBytes)
    throw new JsonFault("limit_exceeded", `The file has more than ${maxBytes} bytes.`);
  let values = 0;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (inString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === COMMA) values += 1;
    else if ((byte | CASE) === OPENING) {
      values += 1;
      depth += 1;
      if (depth > maxDepth) {
        throw new JsonFault("limit_exceeded", `The file is nested more than ${maxDepth} deep.`);
      }
    } else if ((byte | CASE) === CLOSING) depth -= 1;
  }
  if (values > maxValues)
    throw new JsonFault("limit_exceeded", `The file has more than ${maxValues} values.`);
}
