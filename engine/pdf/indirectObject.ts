import { damaged } from "./damage.js";
import { Lexer } from "./lexer.js";
import { asCount, type PdfObject, PdfStream } from "./objects.js";
import { Parser } from "./parser.js";
import type { ReadBudget } from "./readBudget.js";

/** An indirect object as it stands in the file. */
export interface IndirectObject {
  readonly num: number;
  readonly gen: number;
  readonly value: PdfObject;
  /** Where its value begins, and where it (of a stream, its dictionary) ends: byte offsets from the start of the file. */
  readonly valueAt: number;
  readonly valueEnd: number;
}

/** Follows references; undefined when the object is null, missing, or cannot be had yet. */
export type Dereference = (object: PdfObject | undefined) => PdfObject | undefined;

/**
 * Reads `num gen obj value` (ISO 32000-2 7.3.10). What follows the value is not looked at, so a missing endobj does
 * no harm.
 * @param bytes the whole file
 * @param at byte offset of the object, white space before it allowed
 * @returns undefined when no indirect object begins there
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function readIndirectObject(
  bytes: Uint8Array,
  at: number,
  budget: ReadBudget,
  dereference: Dereference,
): IndirectObject | undefined {
  const lexer = new Lexer(bytes, at);
  const header = readObjectHeader(lexer);
  if (header === undefined) return undefined;
  const valueAt = lexer.at;
  if (lexer.take("endobj")) return { ...header, value: null, valueAt, valueEnd: valueAt };
  const parser = new Parser(lexer, budget);
  let value = parser.object();
  budget.read(lexer.at - at, at);
  budget.keep(parser.values);
  const valueEnd = lexer.at;
  lexer.skipSpace();
  if (value instanceof Map && lexer.take("stream")) {
    const start = skipEndOfLine(lexer);
    const raw = bytes.subarray(start, streamEnd(bytes, start, dereference(value.get("Length")), budget));
    value = new PdfStream(value, raw);
  }
  return { ...header, value, valueAt, valueEnd };
}

/** Reads `num gen obj` and the white space behind it; undefined when something else stands there. */
export function readObjectHeader(lexer: Lexer): { num: number; gen: number } | undefined {
  lexer.skipSpace();
  const num = lexer.unsigned();
  if (num === undefined) return undefined;
  lexer.skipSpace();
  const gen = lexer.unsigned();
  if (gen === undefined) return undefined;
  lexer.skipSpace();
  if (!takeObj(lexer)) return undefined;
  lexer.skipSpace();
  return { num, gen };
}

/** Some writers put no white space behind `obj`, not even before a number. */
function takeObj(lexer: Lexer): boolean {
  const { bytes, at } = lexer;
  if (bytes[at] !== 0x6f || bytes[at + 1] !== 0x62 || bytes[at + 2] !== 0x6a) return false;
  lexer.at = at + 3;
  return true;
}

/** The end of line behind `stream` is CR LF or LF (7.3.8.1); a CR alone and blanks before it occur. */
function skipEndOfLine(lexer: Lexer): number {
  while (lexer.peek() === 0x20) lexer.at++;
  if (lexer.peek() === 0x0d) lexer.at++;
  if (lexer.peek() === 0x0a) lexer.at++;
  return lexer.at;
}

/** Where a stream's bytes end: as /Length says when endstream follows there, else before the next endstream. */
function streamEnd(
  bytes: Uint8Array,
  start: number,
  length: PdfObject | undefined,
  budget: ReadBudget,
): number {
  const count = asCount(length);
  if (count !== undefined && start + count <= bytes.length) {
    const lexer = new Lexer(bytes, start + count);
    while (lexer.peek() === 0x0d || lexer.peek() === 0x0a || lexer.peek() === 0x20) lexer.at++;
    if (lexer.take("endstream")) return start + count;
  }
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(
    "endstream",
    start,
    "latin1",
  );
  budget.read((found < 0 ? bytes.length : found) - start, start);
  if (found < 0) throw damaged("a stream has no end", start);
  let end = found;
  if (end > start && bytes[end - 1] === 0x0a) end--;
  if (end > start && bytes[end - 1] === 0x0d) end--;
  return end;
}
