import { damaged, limitExceeded } from "../damage.js";
import { findObject } from "../header.js";
import { type IndirectObject, readIndirectObject } from "../indirectObject.js";
import { Lexer } from "../lexer.js";
import { asDict, isName, type PdfDict, PdfRef, PdfStream } from "../objects.js";
import { Parser } from "../parser.js";
import type { ReadBudget } from "../readBudget.js";

/** An indirect object as it stands in a file whose cross-reference was not asked. */
export interface SurveyedObject extends IndirectObject {
  /** Byte offset of its number. */
  readonly at: number;
}

/** A trailer dictionary, or a cross-reference stream's. */
export interface SurveyedTrailer {
  readonly kind: "table" | "stream";
  readonly dict: PdfDict;
  /** Byte offset of the dictionary. */
  readonly dictAt: number;
  /** Byte offset of the section: of the keyword xref, where one stands before the trailer, or of the stream object. */
  readonly sectionAt: number | undefined;
}

/** The letter before xref in startxref. */
const T = 0x74;

/** What stands in a file, from its first byte to its last. */
export interface Survey {
  /** In the order of the file; streams are passed over, and so is what is in them. */
  readonly objects: readonly SurveyedObject[];
  readonly trailers: readonly SurveyedTrailer[];
}

/**
 * Reads a file from front to back, as readers do that rebuild a lost cross-reference.
 * @throws EngineError `pdf_damaged` for an object that cannot be read, `pdf_limit_exceeded`
 */
export function surveyFile(bytes: Uint8Array, budget: ReadBudget): Survey {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const objects: SurveyedObject[] = [];
  const trailers: SurveyedTrailer[] = [];
  const { maxObjects } = budget.limits;
  let end = 0;
  while (end < bytes.length) {
    const at = findObject(bytes, end, bytes.length);
    budget.read((at ?? bytes.length) - end, end);
    readTrailers(file, end, at ?? bytes.length, budget, trailers);
    if (at === undefined) break;
    if (objects.length === maxObjects) throw limitExceeded("too many objects", "maxObjects", maxObjects);
    const object = readIndirectObject(bytes, at, budget, () => undefined);
    if (object === undefined) throw damaged("an object is malformed", at);
    objects.push({ ...object, at });
    const { value } = object;
    if (value instanceof PdfStream && isName(value.dict.get("Type"), "XRef"))
      trailers.push({ kind: "stream", dict: value.dict, dictAt: object.valueAt, sectionAt: at });
    end =
      value instanceof PdfStream
        ? value.raw.byteOffset - bytes.byteOffset + value.raw.length
        : object.valueEnd;
  }
  return { objects, trailers };
}

function readTrailers(
  file: Buffer,
  from: number,
  to: number,
  budget: ReadBudget,
  into: SurveyedTrailer[],
): void {
  const gap = file.subarray(from, to);
  for (let at = gap.indexOf("trailer", 0, "latin1"), behind = 0; at >= 0; ) {
    const lexer = new Lexer(file, from + at + 7);
    lexer.skipSpace();
    const dictAt = lexer.at;
    const dict = file[dictAt] === 0x3c ? asDict(new Parser(lexer, budget).object()) : undefined;
    // Strings nested in each other let each trailer reach to the end of the file.
    budget.read(lexer.at - dictAt, dictAt);
    if (dict !== undefined) {
      const xref = keywordXref(gap, behind, at);
      into.push({ kind: "table", dict, dictAt, sectionAt: xref === undefined ? undefined : from + xref });
    }
    behind = Math.max(at + 7, lexer.at - from);
    at = gap.indexOf("trailer", behind, "latin1");
  }
}

/** The last keyword xref before a trailer, which is no part of startxref. */
function keywordXref(gap: Buffer, from: number, to: number): number | undefined {
  const part = gap.subarray(from, to);
  let at = part.lastIndexOf("xref", undefined, "latin1");
  while (at > 0 && part[at - 1] === T) at = part.lastIndexOf("xref", at - 1, "latin1");
  return at < 0 ? undefined : from + at;
}

/** The numbers of the objects that a value refers to. */
export function* referencesIn(value: unknown): Generator<number> {
  if (value instanceof PdfRef) yield value.num;
  else if (value instanceof PdfStream) yield* referencesIn(value.dict);
  else if (value instanceof Map) for (const entry of value.values()) yield* referencesIn(entry);
  else if (Array.isArray(value)) for (const element of value) yield* referencesIn(element);
}
