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

  /**
   * Where an object's value begins in the decoded bytes.
   * @param index as the cross-reference entry gives it; the object is looked for by number where that is wrong
   * @throws EngineError `pdf_damaged` when the stream does not hold it
   */
  locate(num: number, index: number): number {
    const head = this.#head;
    let at = 2 * index;
    if (head[at] !== num) for (at = 0; at < head.length && head[at] !== num; ) at += 2;
    const offset = head[at + 1];
    if (offset === undefined) throw damaged(`its object stream does not hold object ${num}`, this.at);
    const lexer = new Lexer(this.data, offset);
    lexer.skipSpace();
    return lexer.at;
  }

  /** @throws EngineError `pdf_damaged`, `pdf_limit_exceeded` */
  object(num: number, index: number): CompressedObject {
    const lexer = new Lexer(this.data, this.locate(num, index));
    const start = lexer.at;
    const value = new Parser(lexer, this.budget).object();
    this.budget.read(lexer.at - start, this.at);
    return { value, valueAt: start, valueEnd: lexer.at };
  }
}
