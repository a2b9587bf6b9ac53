import { EngineError } from "../../error.js";
import { damaged } from "../damage.js";
import { findHeader, findObject, findStartxref } from "../header.js";
import { readObjectHeader } from "../indirectObject.js";
import { Lexer } from "../lexer.js";
import { PdfRef } from "../objects.js";
import type { ReadBudget } from "../readBudget.js";
import { readSections, type XrefChain } from "./chain.js";
import { mendXref } from "./mend.js";

/** So many entries of the newest section are looked at: a file that was converted as text has none that is right. */
const SAMPLES = 16;

/**
 * The cross-reference of a document: what its last startxref leads to, or where that is broken, what the file itself
 * leaves no doubt about.
 * @throws EngineError `pdf_empty`, `pdf_not_a_pdf`, `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded`
 */
export function openXref(bytes: Uint8Array, budget: ReadBudget): XrefChain {
  const header = findHeader(bytes);
  let chain: XrefChain | undefined;
  let cause: EngineError | undefined;
  try {
    const start = findStartxref(bytes);
    chain = readSections(bytes, findBase(bytes, header, start), start, budget);
    cause = misplacedCatalog(bytes, chain);
  } catch (error) {
    if (!isDamage(error)) throw error;
    cause = error;
  }
  if (chain !== undefined) requireNewest(bytes, chain);
  if (chain !== undefined && cause === undefined && !isDoubtful(bytes, header, chain)) return chain;
  try {
    return mendXref(
      bytes,
      header,
      cause ?? damaged("objects are not where its cross-reference says", 0),
      budget.limits,
    );
  } catch (error) {
    // What is wrong may be of no account; whoever needs an object that is not in its place is told so then.
    if (chain !== undefined && cause === undefined && error instanceof EngineError) return chain;
    throw error;
  }
}

/**
 * Offsets count from the header; where junk stands before it, some writers count from the start of the file. Whichever
 * leads to a cross-reference section is right; when neither does, nothing is guessed.
 */
function findBase(bytes: Uint8Array, header: number, start: { value: number; at: number }): number {
  for (const base of header === 0 ? [0] : [header, 0]) {
    const lexer = new Lexer(bytes, base + start.value);
    lexer.skipSpace();
    if (lexer.take("xref") || readObjectHeader(lexer) !== undefined) return base;
  }
  throw damaged(`no cross-reference section begins at ${start.value}, which startxref names`, start.at);
}

/**
 * Makes sure that no object follows the last section: of an update that was cut off, or one that hides from startxref,
 * as in signature wrapping. A reader that rebuilds would show it, and one that follows startxref would not.
 */
function requireNewest(bytes: Uint8Array, chain: XrefChain): void {
  const last = chain.sections.reduce((at, { trailerAt }) => Math.max(at, trailerAt), 0);
  const at = findObject(bytes, last, bytes.length);
  if (at !== undefined) throw damaged("objects follow its last cross-reference section", at);
}

function misplacedCatalog(bytes: Uint8Array, chain: XrefChain): EngineError | undefined {
  const root = chain.newest.trailer.get("Root");
  if (!(root instanceof PdfRef)) return damaged("its trailer has no /Root", chain.newest.trailerAt);
  const at = misplacedAt(bytes, chain, root.num);
  return at === undefined ? undefined : damaged(`object ${root.num}, its catalog, is not here`, at);
}

/** Whether readers may see another document here than we do, or none: then mending is tried. */
function isDoubtful(bytes: Uint8Array, header: number, chain: XrefChain): boolean {
  // Offsets count from the header (7.5.2), and most readers count so, whatever stands before it.
  if (chain.base !== header) return true;
  if (chain.sections.some(({ misnumbered }) => misnumbered)) return true;
  let samples = SAMPLES;
  for (const { first, count } of chain.newest.runs) {
    const step = Math.max(1, Math.floor(count / SAMPLES));
    for (let num = first + count - 1; num >= first && samples > 0; num -= step, samples--)
      if (isMisplaced(bytes, chain, num)) return true;
  }
  return false;
}

function isMisplaced(bytes: Uint8Array, chain: XrefChain, num: number): boolean {
  try {
    return misplacedAt(bytes, chain, num) !== undefined;
  } catch (error) {
    if (isDamage(error)) return true;
    throw error;
  }
}

/** Where an object should be and is not: a byte offset; undefined when it is there, or need not be. */
function misplacedAt(bytes: Uint8Array, chain: XrefChain, num: number): number | undefined {
  const entry = chain.find(num);
  if (entry?.kind !== "offset") return undefined;
  const at = chain.base + entry.offset;
  return readObjectHeader(new Lexer(bytes, at))?.num === num ? undefined : at;
}

function isDamage(error: unknown): error is EngineError {
  return error instanceof EngineError && error.code === "pdf_damaged";
}
