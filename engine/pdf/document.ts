import { damaged } from "./damage.js";
import type { PdfAccess } from "./encryption/access.js";
import type { Encryption } from "./encryption/encryption.js";
import { unlock } from "./encryption/unlock.js";
import { encipherWrittenStrings } from "./encryption/writtenStrings.js";
import { Lexer } from "./lexer.js";
import { DEFAULT_PDF_LIMITS, type PdfLimits } from "./limits.js";
import { asDict, isName, type PdfDict, type PdfObject, PdfRaw, PdfRef } from "./objects.js";
import { ObjectTable } from "./objectTable.js";
import { Parser } from "./parser.js";
import { ReadBudget } from "./readBudget.js";
import { dictionaryHasKey, isInnerPageNode } from "./skim.js";
import type { XrefChain } from "./xref/chain.js";
import { openXref } from "./xref/open.js";

/**
 * Opens a PDF (ISO 32000-2 clause 7). Only its cross-reference sections are read; objects are parsed when they are
 * asked for, and the bytes are looked at, never copied: they must not change while the document is in use.
 * @param bytes the whole file
 * @param limits what it may cost, where that differs from DEFAULT_PDF_LIMITS
 * @param access the password of an encrypted document, where it is not the empty one
 * @throws EngineError `pdf_empty`, `pdf_not_a_pdf`, `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded`,
 *   `pdf_encrypted` when it needs a password and none was given, `pdf_password_wrong`
 */
export function openPdf(
  bytes: Uint8Array,
  limits: Partial<PdfLimits> = {},
  access: PdfAccess = {},
): PdfDocument {
  return new PdfDocument(bytes, { ...DEFAULT_PDF_LIMITS, ...limits }, access);
}

/** A document that is open. Its methods throw EngineError `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded`. */
export class PdfDocument {
  readonly xref: XrefChain;
  readonly catalogRef: PdfRef;
  readonly catalog: PdfDict;
  /** Undefined when the document is not encrypted. What is read is deciphered, and an increment enciphers. */
  readonly encryption: Encryption | undefined;
  readonly #budget: ReadBudget;
  readonly #objects: ObjectTable;

  /** Use openPdf. */
  constructor(
    readonly bytes: Uint8Array,
    readonly limits: PdfLimits,
    access: PdfAccess,
  ) {
    this.#budget = new ReadBudget(limits, bytes.length);
    this.xref = openXref(bytes, this.#budget);
    const { trailer, trailerAt } = this.xref.newest;
    this.#objects = new ObjectTable(bytes, this.xref, this.#budget);
    this.encryption = unlock(trailer, trailerAt, access, (object) => this.resolve(object));
    this.#objects.encryption = this.encryption;
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
   * undefined for an object that does not exist. In an encrypted document its strings are enciphered for its number, and
   * so only an object of the same number may have them.
   */
  written(ref: PdfRef): PdfRaw | undefined {
    const found = this.#objects.find(ref);
    if (found === undefined) return undefined;
    const written = found.bytes.subarray(found.valueAt, found.valueEnd);
    const { encryption } = this;
    // What stands in an object stream is enciphered with the stream only.
    if (encryption === undefined || found.bytes === this.bytes) return new PdfRaw(written);
    return new PdfRaw(
      encipherWrittenStrings(written, (bytes) => encryption.encipherString(bytes, ref.num, ref.gen)),
    );
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
    return this.#skim(ref, (lexer) => dictionaryHasKey(lexer, key)) ?? asDict(this.resolve(ref))?.has(key);
  }

  /** Whether an object is a page tree node with pages below it; undefined when it is no dictionary. */
  isInnerPageNode(ref: PdfRef): boolean | undefined {
    const inner = this.#skim(ref, isInnerPageNode);
    if (inner !== undefined) return inner;
    const dict = asDict(this.resolve(ref));
    return dict && !isName(dict.get("Type"), "Page") && dict.has("Kids");
  }

  /** Looks at an object as it is written; undefined where it does not help to look. */
  #skim(ref: PdfRef, look: (lexer: Lexer) => boolean | undefined): boolean | undefined {
    const lexer = this.#objects.lexerAt(ref);
    if (lexer === undefined) return undefined;
    const start = lexer.at;
    const seen = look(lexer);
    this.#budget.read(lexer.at - start, start);
    return seen;
  }

  /** Where an object, or the object stream that holds it, stands: a byte offset, for messages. */
  placeOf(ref: PdfRef): number {
    return this.#objects.placeOf(ref);
  }
}
