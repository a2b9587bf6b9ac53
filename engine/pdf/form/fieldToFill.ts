import type { FormField } from "../formFields.js";
import type { PdfRef, PdfStream } from "../objects.js";
import type { DrawingPlace } from "./fieldDrawings.js";

/** A field of the document and its widgets. */
export interface FieldToFill {
  readonly field: FormField;
  readonly widgets: readonly PlacedWidget[];
}

export interface PlacedWidget {
  readonly ref: PdfRef;
  /** Undefined where nothing drawn in it would be seen. */
  readonly place: DrawingPlace | undefined;
  /** What it shows so far, where its author drew something. */
  readonly former: PdfStream | undefined;
}
