import { limitExceeded } from "./damage.js";
import type { PdfDocument } from "./document.js";
import { asArray, type PdfObject, PdfString } from "./objects.js";
import { readTextString } from "./textString.js";

/**
 * Goes through arrays and text strings of a document for one task. Each is parsed once, but thousands of objects may
 * refer to the same long one, and then going through it for each of them is what takes time; that is counted here.
 */
export class ValueReader {
  #elementsLeft: number;
  #textLeft: number;

  constructor(readonly document: PdfDocument) {
    this.#elementsLeft = document.limits.maxValues;
    this.#textLeft = document.limits.maxInflatedBytes;
  }

  /** The elements of an array, not resolved; none for what is no array. @throws EngineError `pdf_limit_exceeded` */
  elements(object: PdfObject | undefined): readonly PdfObject[] {
    const elements = asArray(this.document.resolve(object)) ?? [];
    const { maxValues } = this.document.limits;
    this.#elementsLeft -= elements.length;
    if (this.#elementsLeft < 0)
      throw limitExceeded("arrays that too many objects share", "maxValues", maxValues);
    return elements;
  }

  /** The text of a text string (ISO 32000-2 7.9.2.2); undefined for what is none. @throws as elements() */
  text(object: PdfObject | undefined): string | undefined {
    const string = this.document.resolve(object);
    if (!(string instanceof PdfString)) return undefined;
    this.countText(string.bytes.length);
    return readTextString(string);
  }

  /** Counts text that is made of others: bytes, or characters. @throws EngineError `pdf_limit_exceeded` */
  countText(length: number): void {
    const { maxInflatedBytes } = this.document.limits;
    this.#textLeft -= length;
    if (this.#textLeft < 0)
      throw limitExceeded("text that too many objects share", "maxInflatedBytes", maxInflatedBytes);
  }
}
