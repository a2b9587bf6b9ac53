import type { PdfDocument } from "../../pdf/document.js";
import { asArray, asCount, asDict, isName, type PdfDict } from "../../pdf/objects.js";
import type { Comparison } from "./comparison.js";
import { type FormNode, quoted } from "./formNodes.js";

/** Annotation flags (ISO 32000-2 Table 167): Hidden and NoView. */
const UNSEEN = 0b100010;

/**
 * Says what came of a field for a signature: it was prepared, signed or time-stamped. A signature brings its own appearance;
 * what an empty field or a time-stamp shows of itself lies over the page as any annotation does, and is one for whoever
 * allows no annotations.
 */
export function addSignatureField({ after, changes }: Comparison, { name, value, dict }: FormNode): void {
  const signature = asDict(after.resolve(value));
  const about = { fieldName: name };
  const isTimestamp = isName(after.resolve(signature?.get("Type")), "DocTimeStamp");
  if (signature === undefined)
    changes.add("signature", `A field ${quoted(name)} for a signature was prepared.`, about);
  else if (isTimestamp)
    changes.add("timestamp", `A document time-stamp was added in the field ${quoted(name)}.`, about);
  else changes.add("signature", `A signature was added in the field ${quoted(name)}.`, about);
  if ((signature === undefined || isTimestamp) && showsSomething(after, dict))
    changes.add("annotation", `The field ${quoted(name)} shows something, and is not signed.`, about);
}

/** Whether a widget can be seen: it has an appearance, a rectangle with an area, and is not hidden. */
function showsSomething(document: PdfDocument, widget: PdfDict): boolean {
  if (document.resolve(widget.get("AP")) === undefined || isUnseen(document, widget)) return false;
  const [left, bottom, right, top] = (asArray(document.resolve(widget.get("Rect"))) ?? []).map((side) =>
    document.resolve(side),
  );
  return left !== right && bottom !== top;
}

/** Whether the flags of a widget say that nobody is to see it. */
export const isUnseen = (document: PdfDocument, widget: PdfDict): boolean =>
  ((asCount(document.resolve(widget.get("F"))) ?? 0) & UNSEEN) !== 0;
