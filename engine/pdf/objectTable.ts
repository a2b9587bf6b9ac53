import type { EngineError } from "../error.js";
import { damaged } from "./damage.js";
import type { Encryption } from "./encryption/encryption.js";
import { decipherObject } from "./encryption/objectStrings.js";
import { decodeStream } from "./filters/decodeStream.js";
import { readIndirectObject, readObjectHeader } from "./indirectObject.js";
import { Lexer } from "./lexer.js";
import { ObjectStream } from "./objectStream.js";
import { type PdfObject, PdfRef, PdfStream } from "./objects.js";
import type { ReadBudget } from "./readBudget.js";
import type { XrefChain } from "./xref/chain.js";

/** More references than this in a row lead nowhere. */
const MAX_REFERENCES = 16;

/** An object stream may need its /Length to be read, and that nothing more; a longer row is made to hurt. */
const MAX_UNDER_WAY = 16;

/** An object as it was found: its value, and the bytes in which the value (of a stream, its dictionary) is written. */
export interface FoundObject {
  readonly value: PdfObject;
  readonly bytes: Uint8Array;
  readonly valueAt: number;
  readonly valueEnd: number;
}

/** The indirect objects of a document (ISO 32000-2 7.3.10), each parsed when it is first asked for, and then kept. */
export class ObjectTable {
  /** Set once it is known: the encryption dictionary itself is read before. */
  encryption: Encryption | undefined;
  readonly #found = new Map<number, FoundObject>();
  readonly #streams = new Map<number, ObjectStream>();
  readonly #underWay = new Set<number>();

  constructor(
    readonly bytes: Uint8Array,
    readonly xref: XrefChain,
    readonly budget: ReadBudget,
  ) {}

  /**
   * Follows references until an object stands there.
   * @returns undefined for null and for an object that does not exist
   * @throws EngineError `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded`
   */
  resolve(object: PdfObject | undefined): PdfObject | undefined {
    let value = object;
    for (let hops = 0; value instanceof PdfRef; hops++) {
      if (hops === MAX_REFERENCES) throw damaged("references lead in a circle", this.placeOf(value));
      value = this.find(value)?.value;
    }
    return value ?? undefined;
  }

  /** @returns undefined for an object that does not exist. @throws EngineError as resolve() does */
  find(ref: PdfRef): FoundObject | undefined {
    // Number 0 is the head of the free list and never an object (7.5.4), whatever its entry says.
    const entry = ref.num === 0 ? undefined : this.xref.find(ref.num);
    if (entry === undefined || entry.kind === "free") return undefined;
    // A reference with another generation is a reference to an object that was deleted since.
    if (ref.gen !== (entry.kind === "offset" ? entry.gen : 0)) return undefined;
    const known = this.#found.get(ref.num);
    if (known !== undefined) return known;
    // An object needed to read itself (a stream whose /Length is the stream) does not exist.
    if (this.#underWay.has(ref.num)) return undefined;
    if (this.#underWay.size === MAX_UNDER_WAY)
      throw damaged("too many objects in a row need another to be read", this.placeOf(ref));
    this.#underWay.add(ref.num);
    try {
      const found =
        entry.kind === "offset"
          ? this.#readAt(ref, this.xref.base + entry.offset)
          : this.#readCompressed(ref.num, entry.stream, entry.index);
      this.#found.set(ref.num, found);
      return found;
    } finally {
      this.#underWay.delete(ref.num);
    }
  }

  /**
   * A lexer at the value of an object, for looking at it without parsing it. Whether it was parsed already makes no
   * difference to what is seen. @throws EngineError as resolve() does
   */
  lexerAt(ref: PdfRef): Lexer | undefined {
    const found = this.#found.has(ref.num) ? this.find(ref) : undefined;
    if (found !== undefined) return new Lexer(found.bytes, found.valueAt);
    const entry = this.xref.find(ref.num);
    if (entry?.kind === "compressed") {
      const stream = this.#objectStream(entry.stream);
      return ref.gen === 0 ? new Lexer(stream.data, stream.locate(ref.num, entry.index)) : undefined;
    }
    if (entry?.kind !== "offset" || entry.gen !== ref.gen) return undefined;
    const at = this.xref.base + entry.offset;
    const lexer = new Lexer(this.bytes, at);
    const header = readObjectHeader(lexer);
    this.budget.read(lexer.at - at, at);
    if (header?.num !== ref.num) throw misplaced(ref.num, at);
    return lexer;
  }

  /** Where an object, or the object stream that holds it, stands: a byte offset, for messages. */
  placeOf(ref: PdfRef): number {
    let entry = this.xref.find(ref.num);
    if (entry?.kind === "compressed") entry = this.xref.find(entry.stream);
    return entry?.kind === "offset" ? this.xref.base + entry.offset : this.xref.newest.trailerAt;
  }

  #readAt({ num, gen }: PdfRef, at: number): FoundObject {
    const object = readIndirectObject(this.bytes, at, this.budget, (length) => this.resolve(length));
    if (object?.num !== num) throw misplaced(num, at);
    const { valueAt, valueEnd } = object;
    return { value: this.#deciphered(object.value, num, gen, at), bytes: this.bytes, valueAt, valueEnd };
  }

  #deciphered(value: PdfObject, num: number, gen: number, at: number): PdfObject {
    if (this.encryption === undefined) return value;
    if (value instanceof PdfStream) this.budget.read(value.raw.length, at);
    return decipherObject(this.encryption, value, num, gen);
  }

  #readCompressed(num: number, streamNumber: number, index: number): FoundObject {
    const stream = this.#objectStream(streamNumber);
    return { ...stream.object(num, index), bytes: stream.data };
  }

  /** An object stream is itself never in an object stream (7.5.7). */
  #objectStream(num: number): ObjectStream {
    const known = this.#streams.get(num);
    if (known !== undefined) return known;
    const entry = this.xref.find(num);
    const at = entry?.kind === "offset" ? this.xref.base + entry.offset : undefined;
    if (at === undefined) throw damaged(`object stream ${num} is missing`, this.xref.newest.trailerAt);
    const { value } = this.#readAt(new PdfRef(num, 0), at);
    if (!(value instanceof PdfStream)) throw damaged(`object ${num} is no object stream`, at);
    const data = decodeStream(value, at, this.budget, (object) => this.resolve(object));
    const stream = new ObjectStream(value.dict, data, at, this.budget);
    this.#streams.set(num, stream);
    return stream;
  }
}

function misplaced(num: number, at: number): EngineError {
  return damaged(`object ${num} is not where the cross-reference says`, at);
}
