import { EngineError } from "../error.js";
import type { Change } from "../pades/changes/change.js";
import { changesBetween } from "../pades/changes/changesBetween.js";
import { openPdf, type PdfDocument } from "../pdf/document.js";
import type { PdfAccess } from "../pdf/encryption/access.js";

/** White space behind the last %%EOF is no revision. */
const BLANK = /^[\s\0]*$/;

/** A document as it was when the first so many bytes were all of it, and what happened from each such state to the next. */
export class RevisionHistory {
  readonly #opened = new Map<number, PdfDocument | null>();
  readonly #steps = new Map<string, readonly Change[]>();

  constructor(
    private readonly document: PdfDocument,
    private readonly access: PdfAccess,
  ) {}

  /** @returns null where the bytes up to there are no document */
  readonly at = (end: number): PdfDocument | null => {
    if (end === this.document.bytes.length) return this.document;
    const known = this.#opened.get(end);
    if (known !== undefined) return known;
    const opened = this.#open(end);
    this.#opened.set(end, opened);
    return opened;
  };

  /** Whether nothing follows an offset but white space. */
  isEnd(end: number): boolean {
    const { bytes } = this.document;
    if (bytes.length - end > 1024) return false;
    return BLANK.test(
      Buffer.from(bytes.buffer, bytes.byteOffset + end, bytes.length - end).toString("latin1"),
    );
  }

  /**
   * What happened after a state, step by step: each step is compared once, however many signatures come before it.
   * @param ends of the states that signatures cover, ascending
   */
  changesAfter(end: number, ends: readonly number[]): readonly Change[] {
    const states = [end, ...ends.filter((other) => other > end)];
    const last = states.at(-1)!;
    if (last < this.document.bytes.length && !this.isEnd(last)) states.push(this.document.bytes.length);
    return states.slice(1).flatMap((to, index) => this.#step(states[index]!, to));
  }

  #step(from: number, to: number): readonly Change[] {
    const key = `${from} ${to}`;
    const known = this.#steps.get(key);
    if (known !== undefined) return known;
    const [before, after] = [this.at(from), this.at(to)];
    const message = "A revision cannot be read, so that it cannot be compared.";
    const changes: readonly Change[] =
      before === null || after === null
        ? [{ kind: "unreadable", message, fieldName: null, page: null }]
        : changesBetween(before, after);
    this.#steps.set(key, changes);
    return changes;
  }

  #open(end: number): PdfDocument | null {
    try {
      return openPdf(this.document.bytes.subarray(0, end), this.document.limits, this.access);
    } catch (error) {
      if (error instanceof EngineError) return null;
      throw error;
    }
  }
}
