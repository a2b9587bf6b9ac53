import { ByteSink } from "./byteSink.js";
import { damaged } from "./damage.js";
import type { PdfDocument } from "./document.js";
import { encipherObject } from "./encryption/objectStrings.js";
import { nextFileIdentifier } from "./fileIdentifier.js";
import { asDict, type PdfDict, type PdfObject, PdfRaw, PdfRef } from "./objects.js";
import { type RawMarks, writeObject } from "./serialize.js";
import { type NumberedEntry, writeXrefStream, writeXrefTable } from "./xref/write.js";

/** The highest object number that readers must take (ISO 32000-2 Annex C.2). */
const HIGHEST_NUMBER = 8_388_607;

/** Trailer entries that speak of one cross-reference section only (Tables 5, 15, 17 and 19), or are written anew. */
const NOT_CARRIED_OVER = [
  "Size",
  "Prev",
  "XRefStm",
  "ID",
  "Type",
  "Index",
  "W",
  "Length",
  "Filter",
  "DecodeParms",
  "F",
  "FFilter",
  "FDecodeParms",
  "DL",
];

/** Entry 0 of a table that continues none: the head of an empty list of free objects (7.5.4). */
const HEAD_OF_FREE_LIST: NumberedEntry = { num: 0, entry: { kind: "free" } };

export interface WrittenIncrement {
  /** What is appended to the file, as it is. */
  readonly bytes: Uint8Array;
  /** Where each PdfRaw was written: a byte offset into `bytes`. */
  readonly marks: RawMarks;
}

/**
 * An incremental update (ISO 32000-2 7.5.6): new objects, and objects that replace those of the same number.
 *
 * Its cross-reference section is of the same kind as the file's newest one, so that whoever reads the file can read
 * the update. After the table of a hybrid file comes a table: that part is for readers which know no streams, and
 * they could not go on from a stream to /Prev. It has no /XRefStm of its own, as it hides no object; the older one is
 * met along /Prev, behind the entries of the update. Where the file's own cross-reference is broken and was restored, the
 * section lists all objects and continues none.
 */
export class Increment {
  readonly #objects = new Map<number, { ref: PdfRef; value: PdfObject }>();
  #nextNumber: number;

  /** @throws EngineError `pdf_damaged` when its object numbers are used up */
  constructor(readonly document: PdfDocument) {
    const { trailer } = document.xref.newest;
    const size = document.resolve(trailer.get("Size"));
    this.#nextNumber = Math.max(document.xref.endNumber, typeof size === "number" ? Math.floor(size) : 0, 1);
  }

  /** The reference of a new object, to be put afterwards. @throws EngineError `pdf_damaged` */
  allocate(): PdfRef {
    if (!(this.#nextNumber <= HIGHEST_NUMBER)) {
      throw damaged("it has no object number left", this.document.xref.newest.trailerAt);
    }
    return new PdfRef(this.#nextNumber++, 0);
  }

  /** Whether anything is to be written. */
  get changed(): boolean {
    return this.#objects.size > 0;
  }

  /** Writes an object, new or in place of the one that has this reference. */
  put(ref: PdfRef, value: PdfObject): void {
    this.#objects.set(ref.num, { ref, value });
  }

  /** The bytes in which an object's value is, or will be, written. @throws EngineError `pdf_damaged` */
  written(ref: PdfRef): PdfRaw | undefined {
    const pending = this.#objects.get(ref.num)?.value;
    return pending instanceof PdfRaw ? pending : this.document.written(ref);
  }

  /** The dictionary that this update makes or changes under a reference; undefined when there is none. */
  pending(ref: PdfRef): PdfDict | undefined {
    return asDict(this.#objects.get(ref.num)?.value);
  }

  /**
   * Begins to change a dictionary object: all its entries as they are written, for the caller to set some anew.
   * @throws EngineError `pdf_damaged` when it is no dictionary
   */
  change(ref: PdfRef): PdfDict {
    const pending = this.pending(ref);
    if (pending !== undefined) return pending;
    const entries = this.document.writtenEntries(ref);
    if (entries === undefined)
      throw damaged(`object ${ref.num} is no dictionary`, this.document.placeOf(ref));
    this.put(ref, entries);
    return entries;
  }

  /**
   * Writes the update.
   * @param seed bytes that stand for the contents of the file, from which the changing half of /ID is made (14.4)
   * @throws EngineError `pdf_damaged`
   */
  write(seed: Uint8Array): WrittenIncrement {
    const { document } = this;
    const { encryption } = document;
    const sink = new ByteSink();
    const marks: RawMarks = new Map();
    const start = document.bytes.length - document.xref.base;
    const entries = new Map<number, NumberedEntry>(this.#restoredEntries());
    const wrote = (num: number, gen: number, offset: number) =>
      entries.set(num, { num, entry: { kind: "offset", offset, gen } });
    const last = document.bytes[document.bytes.length - 1];
    if (last !== 0x0a && last !== 0x0d) sink.text("\n");
    for (const { ref, value } of this.#objects.values()) {
      wrote(ref.num, ref.gen, start + sink.length);
      sink.text(`${ref.num} ${ref.gen} obj\n`);
      writeObject(sink, encryption ? encipherObject(encryption, value, ref.num, ref.gen) : value, marks);
      sink.text("\nendobj\n");
    }
    const offset = start + sink.length;
    if (document.xref.newest.kind === "table")
      writeXrefTable(sink, [...entries.values()], this.#trailer(seed));
    else {
      const { num, gen } = this.allocate();
      wrote(num, gen, offset);
      writeXrefStream(sink, num, [...entries.values()], this.#trailer(seed));
    }
    sink.text(`startxref\n${offset}\n%%EOF\n`);
    return { bytes: sink.join(), marks };
  }

  /** Where no older section is of use, the update's own must have the entries of all objects. */
  *#restoredEntries(): Generator<[number, NumberedEntry]> {
    const { restored } = this.document.xref;
    if (restored === undefined) return;
    yield [0, HEAD_OF_FREE_LIST];
    for (const [num, entry] of restored) yield [num, { num, entry }];
  }

  /** All entries of the trailer before, but for those that must differ (7.5.6). */
  #trailer(seed: Uint8Array): PdfDict {
    const { document } = this;
    const trailer = document.writtenTrailer();
    for (const key of NOT_CARRIED_OVER) trailer.delete(key);
    trailer.set("Size", this.#nextNumber);
    if (document.xref.restored === undefined) trailer.set("Prev", document.xref.newest.offset);
    const id = nextFileIdentifier(document, seed);
    if (id !== undefined) trailer.set("ID", id);
    return trailer;
  }
}
