import type { PlacementKind, PlacementOptions } from "../orders/order.js";
import type { OwnAppearance } from "./ownAppearance.js";

/** A box on a page, in points from the top left corner as a reader sees the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box of a signature that is not seen: it has no size (ISO 32000-2 12.7.5.5). */
export const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Where a caller wants something of a signer's to stand. */
export type NewPlace =
  /** A page, counted from 1, and a box on it. */
  | { readonly by: "box"; readonly page: number; readonly box: Box }
  /**
   * A page, counted from 1, and the lower left corner of the box, in points from that of the page as a reader sees
   * it. The box may reach over the edge of the page.
   */
  | {
      readonly by: "bottom_left";
      readonly page: number;
      readonly x: number;
      readonly y: number;
      /** Null: as large as its own appearance; one in which there is nothing to see is not seen. */
      readonly size: { readonly width: number; readonly height: number } | null;
    }
  /**
   * A page, counted from 1 through all documents to sign from the named one on, and the top left corner of the box, which is
   * moved onto the page where it would leave it.
   */
  | {
      readonly by: "top_left";
      readonly page: number;
      readonly x: number;
      readonly y: number;
      readonly size: { readonly width: number; readonly height: number };
    }
  /** Nowhere: a signature that is not seen. */
  | { readonly by: "invisible" }
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
  /** Of a signature: what it looks like, as the caller says; null: as signatures look. */
  readonly appearance: OwnAppearance | null;
}

/** A signature as a caller asks for it that says no more than where it stands, and how it looks. */
export function newSignature(
  at: Pick<NewPlacement, "document" | "place"> & Partial<Pick<NewPlacement, "appearance">>,
): NewPlacement {
  return {
    kind: "signature",
    name: null,
    label: null,
    required: true,
    readOnly: false,
    value: null,
    options: {},
    appearance: null,
    ...at,
  };
}
