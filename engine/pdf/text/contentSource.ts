import { EngineError } from "../../error.js";
import { limitExceeded } from "../damage.js";
import type { PdfDocument } from "../document.js";
import { decodeStream } from "../filters/decodeStream.js";
import { asArray, asDict, type PdfDict, PdfName, type PdfObject, PdfStream } from "../objects.js";
import { ReadBudget } from "../readBudget.js";
import type { TextLimits } from "./textLimits.js";

/** Where content comes from: a document's objects and streams, and what reading them may still cost. */
export class ContentSource {
  readonly budget: ReadBudget;
  /** Form XObjects that were drawn and showed no text: they are not drawn again. */
  readonly textless = new Set<PdfStream>();
  #operatorsLeft: number;
  #charactersLeft: number;
  #pageCharactersLeft = 0;

  constructor(
    readonly document: PdfDocument,
    readonly limits: TextLimits,
  ) {
    const readLimits = { ...document.limits, maxInflatedBytes: limits.maxInflatedBytes };
    this.budget = new ReadBudget(readLimits, document.bytes.length);
    this.#operatorsLeft = limits.maxOperators;
    this.#charactersLeft = limits.maxCharacters;
  }

  /** Follows references; undefined also for what is damaged, which readers of text pass over. @throws EngineError `pdf_limit_exceeded` */
  resolve(object: PdfObject | undefined): PdfObject | undefined {
    return tolerant(() => this.document.resolve(object));
  }

  dict(object: PdfObject | undefined): PdfDict | undefined {
    const value = this.resolve(object);
    return value instanceof PdfStream ? value.dict : asDict(value);
  }

  array(object: PdfObject | undefined): PdfObject[] | undefined {
    return asArray(this.resolve(object));
  }

  number(object: PdfObject | undefined): number | undefined {
    const value = this.resolve(object);
    return typeof value === "number" && Number.isFinite(value) ? value : undefined;
  }

  name(object: PdfObject | undefined): string | undefined {
    const value = this.resolve(object);
    return value instanceof PdfName ? value.name : undefined;
  }

  /** A stream's bytes with its filters undone; undefined when they cannot be had. @throws EngineError `pdf_limit_exceeded` */
  decode(stream: PdfStream): Uint8Array | undefined {
    const { document } = this;
    const offset = stream.raw.byteOffset - document.bytes.byteOffset;
    const isPartOfFile = stream.raw.buffer === document.bytes.buffer && offset >= 0;
    const bytes = tolerant(() =>
      decodeStream(stream, isPartOfFile ? offset : 0, this.budget, (object) => document.resolve(object)),
    );
    // What no filter inflates costs time too, when thousands of objects share it.
    this.budget.inflated(stream.raw.length);
    return bytes;
  }

  /** Counts operators, or as many other steps that cost what an operator does. @throws EngineError `pdf_limit_exceeded` */
  countOperators(operators: number): void {
    this.#operatorsLeft -= operators;
    if (this.#operatorsLeft >= 0) return;
    const { maxOperators } = this.limits;
    throw limitExceeded("contents of too many operators", "maxOperators", maxOperators);
  }

  /** Says that the characters of another page are counted next. */
  beginPage(): void {
    this.#pageCharactersLeft = this.limits.maxPageCharacters;
  }

  /** Counts characters shown. @throws EngineError `pdf_limit_exceeded` */
  countCharacters(characters: number): void {
    this.#charactersLeft -= characters;
    this.#pageCharactersLeft -= characters;
    const { maxCharacters, maxPageCharacters } = this.limits;
    if (this.#charactersLeft < 0)
      throw limitExceeded("contents of too many characters", "maxCharacters", maxCharacters);
    if (this.#pageCharactersLeft < 0)
      throw limitExceeded("a page of too many characters", "maxPageCharacters", maxPageCharacters);
  }
}

/**
 * What a piece of work gives, or undefined where the file is damaged there or beyond us: text that no reader can show
 * is text that is not there. A limit that is exceeded still ends everything.
 */
export function tolerant<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof EngineError && error.code !== "pdf_limit_exceeded") return undefined;
    throw error;
  }
}
