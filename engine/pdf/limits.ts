/** What a PDF may cost at most. Every bound is checked before the memory or the time is spent. */
export interface PdfLimits {
  /** Pages of the document, as its page tree counts them. */
  readonly maxPages: number;
  /** Cross-reference entries over all revisions, and values (numbers, names, ...) in one indirect object. */
  readonly maxObjects: number;
  /** Bytes that all inflated cross-reference and object streams may have together. */
  readonly maxInflatedBytes: number;
  /** Nesting of arrays and dictionaries, of the page tree and of the form field tree. */
  readonly maxDepth: number;
  /** Cross-reference sections: one per saved revision, two for a linearized or hybrid one. */
  readonly maxRevisions: number;
}

export const DEFAULT_PDF_LIMITS: PdfLimits = {
  maxPages: 10_000,
  maxObjects: 1_000_000,
  maxInflatedBytes: 64 * 1024 * 1024,
  maxDepth: 64,
  maxRevisions: 1_000,
};
