import { CHARACTER_CLASS, hexDigit, REGULAR, WHITESPACE } from "../../characters.js";
import { Lexer } from "../../lexer.js";
import type { PdfObject } from "../../objects.js";
import { Parser } from "../../parser.js";
import type { ReadBudget } from "../../readBudget.js";
import { undoEscapes } from "../../stringEscapes.js";
import type { Matrix } from "./matrix.js";

/** What kind an operand is. */
export const NUMBER = 1;
export const NAME = 2;
const LITERAL = 3;
const HEXADECIMAL = 4;
const DICTIONARY = 5;
/** true, false or null. */
const KEYWORD = 6;

/** The end of the content, in place of an operator. */
export const END = -1;

/** A word that is an operand, in place of an operator. */
const OPERAND = -2;

/** Operands beyond so many are dropped: no array is that long, and they take memory. */
const MAX_OPERANDS = 100_000;

/** An operator as one number: its characters, at most three of them. */
export function operatorCode(operator: string): number {
  let code = 0;
  for (let i = 0; i < operator.length; i++) code = (code << 8) | operator.charCodeAt(i);
  return code;
}

/**
 * Reads the operators of a content stream (ISO 32000-2 7.8.2), each with its operands. Arrays are not told apart from
 * what is in them, for no operator that matters has two. What is malformed is passed over, as readers do.
 */
export class ContentReader {
  /** How many operands the operator has that was just read. */
  operands = 0;
  /** Operands are counted from this one. */
  #first = 0;
  readonly #kinds: number[] = [];
  readonly #numbers: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  /** Reads up to and with the next operator. @returns its operatorCode, 0 for a longer word, or END */
  next(): number {
    const { bytes } = this;
    this.operands = 0;
    this.#first = 0;
    while (this.at < bytes.length) {
      const byte = bytes[this.at]!;
      const kind = CHARACTER_CLASS[byte]!;
      if (kind === WHITESPACE) this.at++;
      else if (kind === REGULAR) {
        if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e || byte === 0x2b) this.#number();
        else {
          const operator = this.#operator();
          if (operator !== OPERAND) return operator;
        }
      } else this.#delimited(byte);
    }
    return END;
  }

  /** Has the last `count` operands be operands 0 and on, as readers do. @returns false when there are fewer */
  takeLast(count: number): boolean {
    this.#first = this.operands - count;
    return this.#first >= 0;
  }

  kind(operand: number): number {
    const index = this.#first + operand;
    return index < this.operands ? this.#kinds[index]! : 0;
  }

  /** A number; 0 for an operand that is none. */
  number(operand: number): number {
    return this.kind(operand) === NUMBER ? this.#numbers[this.#first + operand]! : 0;
  }

  /** The matrix that six numbers are; every number that is read is finite. */
  matrix(): Matrix {
    return [this.number(0), this.number(1), this.number(2), this.number(3), this.number(4), this.number(5)];
  }

  /** A name, without its solidus; empty for an operand that is none. */
  name(operand: number): string {
    return this.kind(operand) === NAME
      ? new Lexer(this.bytes, this.#starts[this.#first + operand]!).name().name
      : "";
  }

  /** A string's bytes; undefined for an operand that is none. */
  string(operand: number): Uint8Array | undefined {
    const index = this.#first + operand;
    const inside = this.bytes.subarray(this.#starts[index]! + 1, this.#ends[index]! - 1);
    switch (this.kind(operand)) {
      case LITERAL:
        return inside.includes(0x5c) || inside.includes(0x0d) ? undoEscapes(inside) : inside;
      case HEXADECIMAL:
        return unhex(inside);
      default:
        return undefined;
    }
  }

  /** A dictionary, parsed. @throws EngineError `pdf_damaged`, `pdf_limit_exceeded` */
  dictionary(operand: number, budget: ReadBudget): PdfObject | undefined {
    if (this.kind(operand) !== DICTIONARY) return undefined;
    return new Parser(new Lexer(this.bytes, this.#starts[this.#first + operand]!), budget).object();
  }

  #operator(): number {
    const { bytes } = this;
    const start = this.at;
    let code = 0;
    while (this.at < bytes.length && CHARACTER_CLASS[bytes[this.at]!] === REGULAR)
      code = (code << 8) | bytes[this.at++]!;
    if (this.at - start <= 3) return code;
    const word = this.at - start <= 5 ? String.fromCharCode(...bytes.subarray(start, this.at)) : "";
    if (word !== "true" && word !== "false" && word !== "null") return 0;
    this.#push(KEYWORD, start, this.at);
    return OPERAND;
  }

  /** Signs or points too many end a number's value, not the number. */
  #number(): void {
    const { bytes } = this;
    const start = this.at;
    let at = start;
    let sign = 1;
    while (bytes[at] === 0x2d || bytes[at] === 0x2b) if (bytes[at++] === 0x2d) sign = -1;
    let value = 0;
    let place = 0;
    for (let over = false; ; at++) {
      const byte = bytes[at];
      if (byte === undefined) break;
      if (byte >= 0x30 && byte <= 0x39) {
        if (over) continue;
        if (place === 0) value = value * 10 + byte - 0x30;
        else {
          value += (byte - 0x30) * place;
          place /= 10;
        }
      } else if (byte === 0x2e) {
        if (place !== 0) over = true;
        else place = 0.1;
      } else if (byte === 0x2d) over = true;
      else break;
    }
    this.at = at;
    this.#push(NUMBER, start, at, Number.isFinite(value) ? sign * value : 0);
  }

  #delimited(byte: number): void {
    const { bytes } = this;
    const start = this.at;
    if (byte === 0x2f) {
      this.at++;
      while (this.at < bytes.length && CHARACTER_CLASS[bytes[this.at]!] === REGULAR) this.at++;
      this.#push(NAME, start, this.at);
    } else if (byte === 0x28) {
      this.at = literalEnd(bytes, start);
      this.#push(LITERAL, start, this.at);
    } else if (byte === 0x3c) {
      const isDictionary = bytes[start + 1] === 0x3c;
      this.at = isDictionary ? dictionaryEnd(bytes, start) : hexadecimalEnd(bytes, start);
      this.#push(isDictionary ? DICTIONARY : HEXADECIMAL, start, this.at);
    } else if (byte === 0x25) {
      while (this.at < bytes.length && bytes[this.at] !== 0x0a && bytes[this.at] !== 0x0d) this.at++;
    } else this.at++;
  }

  #push(kind: number, start: number, end: number, number = 0): void {
    if (this.operands === MAX_OPERANDS) return;
    const operand = this.operands++;
    this.#kinds[operand] = kind;
    this.#starts[operand] = start;
    this.#ends[operand] = end;
    this.#numbers[operand] = number;
  }
}

function literalEnd(bytes: Uint8Array, start: number): number {
  let open = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x5c) at++;
    else if (byte === 0x28) open++;
    else if (byte === 0x29 && --open === 0) return at + 1;
  }
  return bytes.length;
}

function hexadecimalEnd(bytes: Uint8Array, start: number): number {
  const close = bytes.indexOf(0x3e, start);
  return close < 0 ? bytes.length : close + 1;
}

function dictionaryEnd(bytes: Uint8Array, start: number): number {
  let open = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x28) at = literalEnd(bytes, at) - 1;
    else if (byte === 0x3c && bytes[at + 1] === 0x3c) {
      open++;
      at++;
    } else if (byte === 0x3e && bytes[at + 1] === 0x3e) {
      at++;
      if (--open === 0) return at + 1;
    }
  }
  return bytes.length;
}

function unhex(digits: Uint8Array): Uint8Array {
  const decoded = new Uint8Array((digits.length + 1) >> 1);
  let count = 0;
  for (const byte of digits) {
    const digit = hexDigit(byte);
    if (digit < 0) continue;
    decoded[count >> 1] = count % 2 === 0 ? digit << 4 : decoded[count >> 1]! | digit;
    count++;
  }
  return decoded.subarray(0, (count + 1) >> 1);
}
