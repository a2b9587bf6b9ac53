/** What a PDF may cost at most. Every bound is checked before the memory or the time is spent. */
export interface PdfLimits {
  /** Pages of the document, as its page tree counts them. */
  readonly maxPages: number;
  /** Cross-reference entries over all revisions, and values (numbers, names, ...) in one indirect object. */
  readonly maxObjects: number;
  /**
   * Values that all indirect objects which are read have together: what is kept of them takes memory for each. And the
   * elements of arrays that are gone through for one task, however many objects share them; and what a search for text
   * keeps of fonts.
   */
  readonly maxValues: number;
  /**
   * How many times the length of the file may be read, in parsing and searching. A sound file is read once; what is read
   * is what takes time. Some megabytes are allowed in any case.
   */
  readonly maxReadings: number;
  /**
   * Bytes that all inflated cross-reference and object streams may have together; and those of the text strings that are
   * read for one task, such as the names of all fields.
   */
  readonly maxInflatedBytes: number;
  /** Nesting of arrays and dictionaries, of the page tree and of the form field tree. */
  readonly maxDepth: number;
  /** Cross-reference sections: one per saved revision, two for a linearized or hybrid one. */
  readonly maxRevisions: number;
}

export const DEFAULT_PDF_LIMITS: PdfLimits = {
  maxPages: 10_000,
  maxObjects: 1_000_000,
  maxValues: 4_000_000,
  maxReadings: 2,
  maxInflatedBytes: 64 * 1024 * 1024,
  maxDepth: 64,
  maxRevisions: 1_000,
};
