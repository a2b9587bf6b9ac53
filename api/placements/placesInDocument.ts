import { EngineError } from "../../engine/error.js";
import { type FormFieldView, formFieldsOf } from "../../engine/pdf/form/formFieldsOf.js";
import { findPage } from "../../engine/pdf/pageTree.js";
import { type SignatureField, signatureFields } from "../../engine/pdf/signatureFields.js";
import { type DocumentText, openText } from "../../engine/pdf/text/documentText.js";
import { viewSize } from "../../engine/pdf/viewPlacement.js";
import type { NewDocument } from "../documents/newDocument.js";
import { Failure } from "../failure/failure.js";
import { markerSearchLimits } from "./limits.js";
import type { Box } from "./newPlacement.js";

/** A document as far as places in it are concerned. */
export type PlaceableDocument = Pick<NewDocument, "kind" | "pdf" | "pages">;

/** What of a document is looked up to find places in it: read once, however many placements ask for it. */
export class PlacesInDocument {
  #text: DocumentText | undefined;
  #fields: ReadonlyMap<string, FormFieldView> | undefined;
  #signatureFields: ReadonlyMap<string, SignatureField> | undefined;

  constructor(readonly document: PlaceableDocument) {}

  get text(): DocumentText {
    this.#text ??= openText(this.document.pdf, markerSearchLimits);
    return this.#text;
  }

  /** Its form fields by their fully qualified names. @throws EngineError */
  get fields(): ReadonlyMap<string, FormFieldView> {
    this.#fields ??= new Map(formFieldsOf(this.document.pdf).map((field) => [field.name, field]));
    return this.#fields;
  }

  /** Its signature fields by their fully qualified names. @throws EngineError */
  get signatureFields(): ReadonlyMap<string, SignatureField> {
    this.#signatureFields ??= new Map(signatureFields(this.document.pdf).map((field) => [field.name, field]));
    return this.#signatureFields;
  }

  /**
   * @param param path of the placement, for refusals
   * @throws Failure `placement_invalid` when a box leaves its page, or the page does not exist
   */
  requireOnPage(page: number, box: Box, param: string): void {
    const view = asPlacement(param, () => viewSize(findPage(this.document.pdf, page)));
    if (box.x >= 0 && box.y >= 0 && box.x + box.width <= view.width && box.y + box.height <= view.height) {
      return;
    }
    const size = `${Math.round(view.width)} by ${Math.round(view.height)} points`;
    throw new Failure("placement_invalid", `${param} leaves page ${page}, which is ${size}.`, { param });
  }
}

/** Runs what reads a document: what is wrong with the place in it becomes `placement_invalid`. */
export function asPlacement<T>(param: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new Failure("placement_invalid", `${param}: ${error.message}`, { param, cause: error });
  }
}
