/** What a search for text may cost at most, over all pages that it reads. */
export interface TextLimits {
  /**
   * Bytes that contents, form XObjects and fonts may have together, before and after their filters are undone; those of
   * a form XObject count each time it is drawn.
   */
  readonly maxInflatedBytes: number;
  /** Operators of content streams, each time they are run, and entries of what fonts are made of. */
  readonly maxOperators: number;
  /** Characters shown on all pages, and on one. */
  readonly maxCharacters: number;
  readonly maxPageCharacters: number;
  /** Places at which the text is found. */
  readonly maxMatches: number;
}

export const DEFAULT_TEXT_LIMITS: TextLimits = {
  maxInflatedBytes: 1024 * 1024 * 1024,
  maxOperators: 30_000_000,
  maxCharacters: 30_000_000,
  maxPageCharacters: 500_000,
  maxMatches: 10_000,
};
