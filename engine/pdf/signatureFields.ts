import type { PdfDocument } from "./document.js";
import { type AppearanceSize, findWidget, sizeOf } from "./fieldWidget.js";
import { formFields } from "./formFields.js";
import { asDict, isName } from "./objects.js";
import { PageIndex } from "./pageIndex.js";
import { type FieldLock, readFieldLock } from "./permissions/fieldLock.js";
import { readSeedValue, type SeedValue } from "./seedValue/seedValue.js";
import { ValueReader } from "./valueReader.js";
import { type Placement, viewedBox } from "./viewPlacement.js";

/** A signature field of a document, signed or not (ISO 32000-2 12.7.5.5). */
export interface SignatureField {
  /** Fully qualified. */
  readonly name: string;
  readonly signed: boolean;
  /** Where its reader sees it, in points; absent when it has no area or is on no page. */
  readonly placement?: Placement;
  /** What an appearance must measure to fit it; absent when nothing drawn in it is seen. */
  readonly appearanceSize?: AppearanceSize;
  /** What a signature in it locks. */
  readonly lock?: FieldLock;
  /** What its author wants of a signature in it. */
  readonly seedValue?: SeedValue;
}

/**
 * The signature fields of a document, in the order of the form.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function signatureFields(document: PdfDocument): SignatureField[] {
  const values = new ValueReader(document);
  let index: PageIndex | undefined;
  const pages = () => {
    index ??= new PageIndex(document);
    return index;
  };
  return formFields(document)
    .filter(({ type }) => isName(type, "Sig"))
    .map((field) => {
      const widget = findWidget(values, field, pages);
      const size = widget && sizeOf(widget);
      const lock = asDict(document.resolve(field.dict.get("Lock")));
      const seedValue = asDict(document.resolve(field.dict.get("SV")));
      return {
        name: field.name,
        signed: document.resolve(field.value) !== undefined,
        ...(widget?.on &&
          widget.rect && {
            placement: { page: widget.on.number, ...viewedBox(widget.on.page, widget.rect) },
          }),
        ...(size && { appearanceSize: size }),
        ...(lock && { lock: readFieldLock(values, lock) }),
        ...(seedValue && { seedValue: readSeedValue(values, seedValue) }),
      };
    });
}
