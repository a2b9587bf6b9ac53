import type { PdfDocument } from "./document.js";
import type { FormField } from "./formFields.js";
import { asCount, asDict, type PdfDict, type PdfObject, PdfRef } from "./objects.js";
import { type PdfPage, type Rectangle, readRectangle, readRotation } from "./page.js";
import type { NumberedPage, PageIndex } from "./pageIndex.js";
import type { ValueReader } from "./valueReader.js";

/** Annotation flags (ISO 32000-2 Table 167) with which nobody sees it: Hidden and NoView. */
const UNSEEN_FLAGS = 2 | 32;

/** Width and height in points, of what is drawn upright. */
export interface AppearanceSize {
  readonly width: number;
  readonly height: number;
}

/** Where a signature field is seen. */
export interface FieldWidget {
  readonly ref: PdfRef;
  /** The page it is on; undefined when it is on none. */
  readonly on: NumberedPage | undefined;
  /** Its /Rect in default user space; undefined when it has no area: the field is invisible (12.7.5.5). */
  readonly rect: Rectangle | undefined;
  /** Whether anything drawn in it would be seen: it has an area, a page, and no flag that hides it. */
  readonly seen: boolean;
  /** Degrees counterclockwise by which what is drawn in it is turned against the page's own space. */
  readonly turned: PdfPage["rotate"];
}

/**
 * Finds the widget annotation of a field: the field itself where they are merged, else the first of its kids. A signature
 * field has no more than one (12.7.5.5); where a file has more, the others stay as they are.
 * @returns undefined when the field has none
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function findWidget(
  values: ValueReader,
  field: FormField,
  pages: () => PageIndex,
): FieldWidget | undefined {
  const [first] = widgetRefs(values, field);
  return first && describeWidget(values.document, first, pages);
}

/**
 * The widget annotations of a field: itself where they are merged, and its kids.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function widgetRefs(values: ValueReader, field: FormField): PdfRef[] {
  const { document } = values;
  const isWidget = (object: PdfObject): object is PdfRef =>
    object instanceof PdfRef && asDict(document.resolve(object))?.has("Rect") === true;
  return [field.ref, ...values.elements(field.dict.get("Kids"))].filter(isWidget);
}

/**
 * Where a widget is seen. What is drawn in it is turned as its author says in /MK /R, and where nothing is said, upright
 * for the reader.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function describeWidget(document: PdfDocument, ref: PdfRef, pages: () => PageIndex): FieldWidget {
  const dict: PdfDict = asDict(document.resolve(ref)) ?? new Map();
  const rect = readRectangle(document, dict.get("Rect"));
  const on = pages().pageOf(ref);
  const flags = asCount(document.resolve(dict.get("F"))) ?? 0;
  const characteristics = asDict(document.resolve(dict.get("MK")));
  const turned = characteristics?.has("R")
    ? readRotation(document.resolve(characteristics.get("R")))
    : (on?.page.rotate ?? 0);
  return {
    ref,
    on,
    rect,
    turned,
    seen: rect !== undefined && on !== undefined && (flags & UNSEEN_FLAGS) === 0,
  };
}

/** The size of what can be drawn in a widget, before it is turned; undefined where nothing drawn is seen. */
export function sizeOf({ seen, rect, on, turned }: FieldWidget): AppearanceSize | undefined {
  if (!seen || rect === undefined || on === undefined) return undefined;
  const width = (rect.right - rect.left) * on.page.pointsPerUnit;
  const height = (rect.top - rect.bottom) * on.page.pointsPerUnit;
  return turned % 180 === 0 ? { width, height } : { width: height, height: width };
}
