import { EngineError } from "../error.js";
import { damaged } from "./damage.js";
import { Lexer } from "./lexer.js";
import { DEFAULT_PDF_LIMITS, type PdfLimits } from "./limits.js";
import { asDict, type PdfDict, type PdfObject, PdfRaw, PdfRef } from "./objects.js";
import { ObjectTable } from "./objectTable.js";
import { Parser } from "./parser.js";
import { ReadBudget } from "./readBudget.js";
import { dictionaryHasKey } from "./skim.js";
import { readXrefChain, type XrefChain } from "./xref/chain.js";

/**
 * Opens a PDF (ISO 32000-2 clause 7). Only its cross-reference sections are read; objects are parsed when they are
 * asked for, and the bytes are looked at, never copied: they must not change while the document is in use.
 * @param bytes the whole file
 * @param limits what it may cost, where that differs from DEFAULT_PDF_LIMITS
 * @throws EngineError `pdf_empty`, `pdf_not_a_pdf`, `pdf_damaged`, `pdf_encrypted`, `pdf_unsupported`, `pdf_limit_exceeded`
 */
export function openPdf(bytes: Uint8Array, limits: Partial<PdfLimits> = {}): PdfDocument {
  return new PdfDocument(bytes, { ...DEFAULT_PDF_LIMITS, ...limits });
}

/** A document that is open. Its methods throw EngineError `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded`. */
export class PdfDocument {
  readonly xref: XrefChain;
  readonly catalogRef: PdfRef;
  readonly catalog: PdfDict;
  readonly #budget: ReadBudget;
  readonly #objects: ObjectTable;

  /** Use openPdf. */
  constructor(
    readonly bytes: Uint8Array,
    readonly limits: PdfLimits,
  ) {
    this.#budget = new ReadBudget(limits, bytes.length);
    this.xref = readXrefChain(bytes, this.#budget);
    const { trailer, trailerAt } = this.xref.newest;
    if (trailer.has("Encrypt")) throw new EngineError("pdf_encrypted", "The PDF is encrypted.");
    this.#objects = new ObjectTable(bytes, this.xref, this.#budget);
    const root = trailer.get("Root");
    if (!(root instanceof PdfRef)) throw damaged("its trailer has no /Root", trailerAt);
    const catalog = asDict(this.resolve(root));
    if (catalog === undefined) throw damaged("its catalog is missing", trailerAt);
    this.catalogRef = root;
    this.catalog = catalog;
  }

  /** Follows references until an object stands there (7.3.10); undefined for null and for what does not exist. */
  resolve(object: PdfObject | undefined): PdfObject | undefined {
    return this.#objects.resolve(object);
  }

  /**
   * The bytes in which an object's value is written (of a stream, its dictionary), for an increment to carry over;
   * undefined for an object that does not exist.
   */
  written(ref: PdfRef): PdfRaw | undefined {
    const found = this.#objects.find(ref);
    return found && new PdfRaw(found.bytes.subarray(found.valueAt, found.valueEnd));
  }

  /** The entries of a dictionary object, each value as it is written; undefined when it is no dictionary. */
  writtenEntries(ref: PdfRef): PdfDict | undefined {
    const written = asDict(this.#objects.find(ref)?.value) && this.written(ref);
    return written && this.entriesOf(written);
  }

  /** The entries of a dictionary that is given as it is written; undefined when it is none. */
  entriesOf(written: PdfRaw): PdfDict | undefined {
    return new Parser(new Lexer(written.bytes, 0), this.#budget).writtenEntries();
  }

  /** The entries of the newest section's trailer, as they are written. */
  writtenTrailer(): PdfDict {
    const { trailerAt } = this.xref.newest;
    const entries = new Parser(new Lexer(this.bytes, trailerAt), this.#budget).writtenEntries();
    if (entries === undefined) throw damaged("a trailer is no dictionary", trailerAt);
    return entries;
  }

  /** Whether a dictionary object has an entry, found without parsing it; undefined when it is no dictionary. */
  hasKey(ref: PdfRef, key: string): boolean | undefined {
    const lexer = this.#objects.unparsed(ref);
    if (lexer !== undefined) {
      const start = lexer.at;
      const has = dictionaryHasKey(lexer, key);
      this.#budget.read(lexer.at - start, start);
      if (has !== undefined) return has;
    }
    return asDict(this.resolve(ref))?.has(key);
  }

  /** Where an object, or the object stream that holds it, stands: a byte offset, for messages. */
  placeOf(ref: PdfRef): number {
    return this.#objects.placeOf(ref);
  }
}
