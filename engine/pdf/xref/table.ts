import { isDigit } from "../characters.js";
import { damaged, limitExceeded } from "../damage.js";
import type { Lexer } from "../lexer.js";
import { asDict } from "../objects.js";
import { Parser } from "../parser.js";
import type { ReadBudget } from "../readBudget.js";
import { entryFinder, type Subsection, type XrefEntry, type XrefSection } from "./section.js";

/** An entry of a cross-reference table: `nnnnnnnnnn ggggg n` and an end of line of two bytes (ISO 32000-2 7.5.4). */
const ENTRY_SIZE = 20;

const FREE: XrefEntry = { kind: "free" };

/**
 * Reads a cross-reference table and its trailer.
 * @param lexer stands behind the keyword `xref`
 * @param offset what startxref or /Prev must say to lead to it
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function readXrefTable(lexer: Lexer, offset: number, budget: ReadBudget): XrefSection {
  const start = lexer.at;
  const runs: Subsection[] = [];
  const regular: Subsection[] = [];
  const irregular = new Map<number, XrefEntry>();
  let count = 0;
  let misnumbered = false;
  for (;;) {
    lexer.skipSpace();
    if (lexer.take("trailer")) break;
    const run = readRunHeader(lexer);
    misnumbered ||= run.misnumbered;
    count += run.count;
    if (count > budget.limits.maxObjects) {
      throw limitExceeded("too many cross-reference entries", "maxObjects", budget.limits.maxObjects);
    }
    if (run.count === 0) continue;
    runs.push(run);
    if (isRegular(lexer.bytes, run)) {
      regular.push(run);
      lexer.at = run.at + run.count * ENTRY_SIZE;
    } else readIrregularRun(lexer, run, irregular);
  }
  lexer.skipSpace();
  const trailerAt = lexer.at;
  const trailer = asDict(new Parser(lexer, budget).object());
  budget.read(lexer.at - start, start);
  if (trailer === undefined) throw damaged("a trailer is no dictionary", trailerAt);
  const entryAt = entryFinder(regular, ENTRY_SIZE);
  const find = (num: number): XrefEntry | undefined => {
    const at = entryAt(num);
    return at === undefined ? irregular.get(num) : readRegularEntry(lexer.bytes, at);
  };
  return { kind: "table", offset, trailer, trailerAt, misnumbered, runs, find };
}

function readRunHeader(lexer: Lexer): Subsection & { misnumbered: boolean } {
  const start = lexer.at;
  const first = lexer.unsigned();
  lexer.skipSpace();
  const count = lexer.unsigned();
  if (first === undefined || count === undefined)
    throw damaged("a cross-reference table is malformed", start);
  lexer.skipSpace();
  // Some writers number from 1 but list object 0 first; they are known by that entry.
  const at = lexer.at;
  const misnumbered = first === 1 && count > 0 && isHeadOfFreeList(lexer);
  return { first: misnumbered ? 0 : first, count, at, misnumbered };
}

function isHeadOfFreeList(lexer: Lexer): boolean {
  const start = lexer.at;
  const head = Buffer.from(
    lexer.bytes.buffer,
    lexer.bytes.byteOffset + start,
    Math.min(18, lexer.bytes.length - start),
  );
  return head.toString("latin1") === "0000000000 65535 f";
}

/** Whether every entry of the run takes 20 bytes, judged by its first, its last and what follows. */
function isRegular(bytes: Uint8Array, run: Subsection): boolean {
  const end = run.at + run.count * ENTRY_SIZE;
  if (end > bytes.length) return false;
  const last = end - ENTRY_SIZE;
  return (
    hasEntryShape(bytes, run.at) &&
    hasEntryShape(bytes, last) &&
    (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d || bytes[end - 1] === 0x20)
  );
}

function hasEntryShape(bytes: Uint8Array, at: number): boolean {
  return (
    isDigit(bytes[at]!) &&
    bytes[at + 10] === 0x20 &&
    isDigit(bytes[at + 11]!) &&
    bytes[at + 16] === 0x20 &&
    (bytes[at + 17] === 0x6e || bytes[at + 17] === 0x66)
  );
}

function readRegularEntry(bytes: Uint8Array, at: number): XrefEntry {
  const offset = digits(bytes, at, 10);
  const gen = digits(bytes, at + 11, 5);
  if (offset < 0 || gen < 0 || !hasEntryShape(bytes, at))
    throw damaged("a cross-reference entry is malformed", at);
  return bytes[at + 17] === 0x66 || offset === 0 ? FREE : { kind: "offset", offset, gen };
}

function digits(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = 0; i < count; i++) {
    const byte = bytes[at + i]!;
    if (!isDigit(byte)) return -1;
    value = value * 10 + byte - 0x30;
  }
  return value;
}

/** Entries of 19 bytes, or with other white space between their parts. */
function readIrregularRun(lexer: Lexer, run: Subsection, into: Map<number, XrefEntry>): void {
  for (let i = 0; i < run.count; i++) {
    lexer.skipSpace();
    const start = lexer.at;
    const offset = lexer.unsigned();
    lexer.skipSpace();
    const gen = lexer.unsigned();
    lexer.skipSpace();
    const inUse = lexer.take("n");
    if (offset === undefined || gen === undefined || !(inUse || lexer.take("f"))) {
      throw damaged("a cross-reference entry is malformed", start);
    }
    const entry: XrefEntry = inUse && offset > 0 ? { kind: "offset", offset, gen } : FREE;
    if (!into.has(run.first + i)) into.set(run.first + i, entry);
  }
}
