import { damaged, limitExceeded } from "./damage.js";
import type { PdfLimits } from "./limits.js";

/** Bytes that may always be read again, so that small files with overlapping objects are no special case. */
const SPARE_BYTES = 8 * 1024 * 1024;

/**
 * What reading one document may still cost.
 *
 * In a sound file objects do not overlap, so reading each of them once costs at most the length of the file. A file
 * made to hurt lets thousands of objects share the same bytes; that is what the count of bytes read stops.
 */
export class ReadBudget {
  #bytesLeft: number;
  #inflatedLeft: number;
  #valuesLeft: number;

  constructor(
    readonly limits: PdfLimits,
    fileLength: number,
  ) {
    this.#bytesLeft = limits.maxReadings * fileLength + SPARE_BYTES;
    this.#inflatedLeft = limits.maxInflatedBytes;
    this.#valuesLeft = limits.maxValues;
  }

  /** Counts bytes parsed or searched. @throws EngineError `pdf_damaged` when objects must be overlapping */
  read(bytes: number, offset: number): void {
    this.#bytesLeft -= bytes;
    if (this.#bytesLeft < 0) throw damaged("its objects overlap each other", offset);
  }

  /** How many bytes the next stream may inflate to. */
  get inflatedLeft(): number {
    return this.#inflatedLeft;
  }

  /** Counts bytes that came out of a filter; they may then be parsed twice as well. */
  inflated(bytes: number): void {
    this.#inflatedLeft -= bytes;
    if (this.#inflatedLeft < 0) this.refuseInflation();
    this.#bytesLeft += 2 * bytes;
  }

  /** Counts values that are kept. @throws EngineError `pdf_limit_exceeded` */
  keep(values: number): void {
    this.#valuesLeft -= values;
    const { maxValues } = this.limits;
    if (this.#valuesLeft < 0) throw limitExceeded("objects of too many values", "maxValues", maxValues);
  }

  /** @throws EngineError `pdf_limit_exceeded`, always */
  refuseInflation(): never {
    const { maxInflatedBytes } = this.limits;
    throw limitExceeded("streams that inflate to too many bytes", "maxInflatedBytes", maxInflatedBytes);
  }
}
