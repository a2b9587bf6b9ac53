import { EngineError } from "../error.js";
import { isDigit } from "./characters.js";
import { damaged } from "./damage.js";
import { Lexer } from "./lexer.js";

/** How far into the file a header is looked for; Annex I of ISO 32000-2 tells of readers that look this far. */
const HEADER_WINDOW = 1024;

/**
 * Finds the header (ISO 32000-2 7.5.2); files that travelled by mail or HTTP may carry junk before it.
 * @returns its byte offset
 * @throws EngineError `pdf_empty`, `pdf_not_a_pdf`
 */
export function findHeader(bytes: Uint8Array): number {
  if (bytes.length === 0) throw new EngineError("pdf_empty", "The document has 0 bytes.");
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_WINDOW));
  const at = head.indexOf("%PDF-", 0, "latin1");
  if (at < 0) {
    throw new EngineError("pdf_not_a_pdf", "The document is no PDF: %PDF- is not in its first 1024 bytes.");
  }
  return at;
}

/**
 * Finds the last startxref (7.5.5).
 * @returns the number behind it, as written, and the byte offset of the keyword
 * @throws EngineError `pdf_damaged` when there is none
 */
export function findStartxref(bytes: Uint8Array): { value: number; at: number } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = file.lastIndexOf("startxref", undefined, "latin1");
  if (at < 0) throw damaged("it has no startxref", bytes.length);
  const lexer = new Lexer(bytes, at + 9);
  lexer.skipSpace();
  const value = lexer.unsigned();
  if (value === undefined) throw damaged("startxref has no number", at);
  return { value, at };
}

/** Where the first indirect object begins between two byte offsets; undefined where none does. */
export function findObject(bytes: Uint8Array, from: number, to: number): number | undefined {
  const part = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, to - from));
  for (let obj = part.indexOf("obj", 0, "latin1"); obj >= 0; obj = part.indexOf("obj", obj + 3, "latin1")) {
    const at = objectHeaderStart(part, obj);
    if (at !== undefined) return from + at;
  }
  return undefined;
}

/** Where the object begins whose `obj` stands at this offset, as in `12 0 obj`; undefined where no two numbers precede. */
function objectHeaderStart(bytes: Uint8Array, at: number): number | undefined {
  let before = at - 1;
  for (let numbers = 0; numbers < 2; numbers++) {
    const gap = before;
    while (before >= 0 && (bytes[before] === 0x20 || bytes[before] === 0x0a || bytes[before] === 0x0d))
      before--;
    if (gap === before) return undefined;
    const end = before;
    while (before >= 0 && isDigit(bytes[before]!)) before--;
    if (end === before) return undefined;
  }
  return before + 1;
}
