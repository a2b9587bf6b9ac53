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
   * @returns the reference of the form XObject, and all new objects, the form itself among them
   */
  build(allocate: () => PdfRef): BuiltAppearance;
}

export interface BuiltAppearance {
  readonly form: PdfRef;
  readonly objects: Array<{ ref: PdfRef; value: PdfObject }>;
}
