import { CHARACTER_CLASS, isDigit, REGULAR } from "./characters.js";
import { damaged, limitExceeded } from "./damage.js";
import type { Lexer } from "./lexer.js";
import { type PdfDict, type PdfObject, PdfRaw, PdfRef } from "./objects.js";
import type { ReadBudget } from "./readBudget.js";

/** Where the value of a dictionary's entry is written: byte offsets in the lexer's bytes. */
export interface EntryPlace {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Reads objects (ISO 32000-2 7.3) from a lexer. Streams are put together by readIndirectObject. */
export class Parser {
  #values = 0;

  constructor(
    readonly lexer: Lexer,
    readonly budget: ReadBudget,
  ) {}

  /** How many values were read so far. */
  get values(): number {
    return this.#values;
  }

  /**
   * The object that begins at or behind the position.
   * @throws EngineError `pdf_damaged` where no object stands, `pdf_limit_exceeded` when it is nested or large beyond limits
   */
  object(depth = 0): PdfObject {
    const { lexer } = this;
    lexer.skipSpace();
    this.#count(depth);
    const byte = lexer.peek();
    switch (byte) {
      case 0x2f:
        return lexer.name();
      case 0x28:
        return lexer.literalString();
      case 0x5b:
        return this.#array(depth);
      case 0x3c:
        return lexer.bytes[lexer.at + 1] === 0x3c ? this.#dictionary(depth) : lexer.hexString();
      default:
        return isDigit(byte) ? this.#numberOrReference() : this.#keyword();
    }
  }

  /**
   * The entries of the dictionary at the position, each value as the bytes in which it is written; so that one entry
   * can be changed and every other stays exactly as its author wrote it.
   * @returns undefined when no dictionary stands there
   * @throws EngineError as object() does
   */
  writtenEntries(): Map<string, PdfRaw> | undefined {
    const { lexer } = this;
    lexer.skipSpace();
    if (lexer.bytes[lexer.at] !== 0x3c || lexer.bytes[lexer.at + 1] !== 0x3c) return undefined;
    const entries = new Map<string, PdfRaw>();
    this.#entries(0, (key, value, start) => {
      if (value !== null) entries.set(key, new PdfRaw(lexer.bytes.subarray(start, lexer.at)));
    });
    return entries;
  }

  /**
   * The entries of the dictionary at the position in the order in which they stand, those that stand twice too.
   * @returns undefined when no dictionary stands there
   * @throws EngineError as object() does
   */
  entryPlaces(): EntryPlace[] | undefined {
    const { lexer } = this;
    lexer.skipSpace();
    if (lexer.bytes[lexer.at] !== 0x3c || lexer.bytes[lexer.at + 1] !== 0x3c) return undefined;
    const places: EntryPlace[] = [];
    this.#entries(0, (key, _value, start) => places.push({ key, start, end: lexer.at }));
    return places;
  }

  #array(depth: number): PdfObject[] {
    const { lexer } = this;
    const start = lexer.at++;
    const elements: PdfObject[] = [];
    for (;;) {
      lexer.skipSpace();
      const byte = lexer.peek();
      if (byte < 0) throw damaged("an array has no end", start);
      if (byte === 0x5d) break;
      elements.push(this.object(depth + 1));
    }
    lexer.at++;
    return elements;
  }

  #dictionary(depth: number): PdfDict {
    const dict: PdfDict = new Map();
    this.#entries(depth, (key, value) => {
      // An entry whose value is null is no entry (7.3.7).
      if (value !== null) dict.set(key, value);
    });
    return dict;
  }

  #entries(depth: number, entry: (key: string, value: PdfObject, start: number) => void): void {
    const { lexer } = this;
    const start = lexer.at;
    lexer.at += 2;
    for (;;) {
      lexer.skipSpace();
      const byte = lexer.peek();
      if (byte === 0x3e && lexer.bytes[lexer.at + 1] === 0x3e) break;
      if (byte < 0) throw damaged("a dictionary has no end", start);
      if (byte !== 0x2f) throw damaged("a dictionary has a key that is no name", lexer.at);
      const key = lexer.name().name;
      lexer.skipSpace();
      const valueStart = lexer.at;
      entry(key, this.object(depth + 1), valueStart);
    }
    lexer.at += 2;
  }

  #numberOrReference(): PdfObject {
    const { lexer } = this;
    const start = lexer.at;
    const num = lexer.unsigned();
    if (num !== undefined && this.#atTokenEnd()) {
      const end = lexer.at;
      lexer.skipSpace();
      const gen = lexer.unsigned();
      if (gen !== undefined && this.#atTokenEnd()) {
        lexer.skipSpace();
        if (lexer.take("R")) return new PdfRef(num, gen);
      }
      lexer.at = end;
      return num;
    }
    lexer.at = start;
    return this.#keyword();
  }

  #keyword(): PdfObject {
    const { lexer } = this;
    const start = lexer.at;
    const word = lexer.regular();
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    if (word === "true") return true;
    if (word === "false") return false;
    if (word === "null") return null;
    return this.#oddNumber(word) ?? refuse(start);
  }

  /** Numbers that should not be but are: a lone sign or point (0), two signs, and what trails a whole number. */
  #oddNumber(word: string): number | undefined {
    const odd = /^([+-]*)(\d*\.?\d*)[-.\d]*$/.exec(word);
    if (odd === null || word === "") return undefined;
    const magnitude = Number(`0${odd[2]}`);
    return odd[1]!.includes("-") ? -magnitude : magnitude;
  }

  #atTokenEnd(): boolean {
    const byte = this.lexer.peek();
    return byte < 0 || CHARACTER_CLASS[byte] !== REGULAR;
  }

  #count(depth: number): void {
    const { maxDepth, maxObjects } = this.budget.limits;
    if (depth > maxDepth) throw limitExceeded("objects nested too deep", "maxDepth", maxDepth);
    if (++this.#values > maxObjects)
      throw limitExceeded("an object of too many values", "maxObjects", maxObjects);
  }
}

function refuse(offset: number): never {
  throw damaged("no object stands where one must", offset);
}
