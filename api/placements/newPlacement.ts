import type { PlacementKind, PlacementOptions } from "../orders/order.js";

/** A box on a page, in points from the top left corner as a reader sees the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a caller wants something of a signer's to stand. */
export type NewPlace =
  /** A page, counted from 1, and a box on it. */
  | { readonly by: "box"; readonly page: number; readonly box: Box }
  /** The same box on every page. */
  | { readonly by: "every_page"; readonly box: Box }
  /** A form field that stands in the document, by its fully qualified name. */
  | { readonly by: "field"; readonly field: string }
  /** A text in the document: the box begins at its top left corner, moved by dx and dy points. */
  | {
      readonly by: "marker";
      readonly text: string;
      /** Which of the text's occurrences, from 1; null: each of them. */
      readonly occurrence: number | null;
      readonly dx: number;
      readonly dy: number;
      /** Null: as large as the text itself, but never smaller than what its kind needs. */
      readonly size: { readonly width: number; readonly height: number } | null;
    };

/** A placement as a caller asks for it. */
export interface NewPlacement {
  readonly kind: PlacementKind;
  /** Index into the order's documents. */
  readonly document: number;
  readonly place: NewPlace;
  /** The caller's key of the value. */
  readonly name: string | null;
  readonly label: string | null;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly value: string | null;
  readonly options: PlacementOptions;
}
