import type { PdfObject, PdfRef } from "./objects.js";

/**
 * What a visible signature looks like, as a caller hands it over.
 *
 * The form XObject (ISO 32000-2 8.10) is drawn upright in a /BBox of [0 0 width height] in points, the size of the
 * placement as the reader of the page sees it; the signature field adds the /Matrix that a rotated page needs.
 */
export interface Appearance {
  /**
   * Builds the appearance's objects for one document.
   * @param allocate gives the reference of a new indirect object at each call
   * @param surroundings what is asked of the document; absent: it promises nothing
   * @returns the reference of the form XObject, and all new objects, the form itself among them
   */
  build(allocate: () => PdfRef, surroundings?: Surroundings): BuiltAppearance;
}

/** The document that an appearance is put into. */
export interface Surroundings {
  /** Whether it promises to be PDF/A: no transparency (ISO 19005-1, 6.4), no colours of a device (6.2.3). */
  archival(): boolean;
}

export interface BuiltAppearance {
  readonly form: PdfRef;
  readonly objects: Array<{ ref: PdfRef; value: PdfObject }>;
}
