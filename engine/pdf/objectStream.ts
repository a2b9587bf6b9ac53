import { damaged, limitExceeded } from "./damage.js";
import { Lexer } from "./lexer.js";
import { asCount, type PdfDict, type PdfObject } from "./objects.js";
import { Parser } from "./parser.js";
import type { ReadBudget } from "./readBudget.js";

/** An object of an object stream, and where in the stream's decoded bytes its value stands. */
export interface CompressedObject {
  readonly value: PdfObject;
  readonly valueAt: number;
  readonly valueEnd: number;
}

/**
 * An object stream (ISO 32000-2 7.5.7), decoded once; its objects are parsed when they are asked for.
 *
 * /Extends needs no heed: the cross-reference entry of an object names the very stream that holds it.
 */
export class ObjectStream {
  /** Object number and offset in turn, as the stream's head lists them. */
  readonly #head: number[] = [];
  /** Made when a cross-reference entry turns out to be wrong. */
  #places: Map<number, number> | undefined;

  /**
   * @param dict the stream's dictionary
   * @param data its decoded bytes
   * @param at byte offset of the stream in the file, for messages
   * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
   */
  constructor(
    dict: PdfDict,
    readonly data: Uint8Array,
    readonly at: number,
    readonly budget: ReadBudget,
  ) {
    const count = asCount(dict.get("N"));
    const first = asCount(dict.get("First"));
    if (count === undefined || first === undefined) throw damaged("an object stream has no /N or /First", at);
    const { maxObjects } = budget.limits;
    if (count > maxObjects)
      throw limitExceeded("an object stream of too many objects", "maxObjects", maxObjects);
    const lexer = new Lexer(data, 0);
    for (let i = 0; i < count; i++) {
      lexer.skipSpace();
      const num = lexer.unsigned();
      lexer.skipSpace();
      const offset = lexer.unsigned();
      if (num === undefined || offset === undefined)
        throw damaged("an object stream has a malformed head", at);
      this.#head.push(num, first + offset);
    }
  }

  /** The numbers of the objects that it holds, in order. */
  numbers(): number[] {
    return this.#head.filter((_, index) => index % 2 === 0);
  }

  /**
   * Where an object's value begins in the decoded bytes.
   * @param index as the cross-reference entry gives it; the object is looked for by number where that is wrong
   * @throws EngineError `pdf_damaged` when the stream does not hold it, `pdf_limit_exceeded`
   */
  locate(num: number, index: number): number {
    const head = this.#head;
    const at = head[2 * index] === num ? 2 * index : this.#placeInHead(num);
    const offset = at === undefined ? undefined : head[at + 1];
    if (offset === undefined) throw damaged(`its object stream does not hold object ${num}`, this.at);
    const lexer = new Lexer(this.data, offset);
    lexer.skipSpace();
    this.budget.read(lexer.at - offset, this.at);
    return lexer.at;
  }

  /** @throws EngineError `pdf_damaged`, `pdf_limit_exceeded` */
  object(num: number, index: number): CompressedObject {
    const lexer = new Lexer(this.data, this.locate(num, index));
    const start = lexer.at;
    const parser = new Parser(lexer, this.budget);
    const value = parser.object();
    this.budget.read(lexer.at - start, this.at);
    this.budget.keep(parser.values);
    return { value, valueAt: start, valueEnd: lexer.at };
  }

  /** The first place of a number in the head. */
  #placeInHead(num: number): number | undefined {
    if (this.#places === undefined) {
      this.#places = new Map();
      for (let at = this.#head.length - 2; at >= 0; at -= 2) this.#places.set(this.#head[at]!, at);
    }
    return this.#places.get(num);
  }
}
