import type { PdfDocument } from "./document.js";
import { asArray, type PdfDict, type PdfObject, type PdfRef } from "./objects.js";

/** A rectangle in default user space, in units of the page (7.9.5), its corners in order. */
export interface Rectangle {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A page (ISO 32000-2 7.7.3.3) with what it inherits. */
export interface PdfPage {
  readonly ref: PdfRef;
  readonly dict: PdfDict;
  /** What a reader shows of it: its /CropBox within its /MediaBox. */
  readonly visibleBox: Rectangle;
  /** Degrees clockwise by which a reader turns it. */
  readonly rotate: 0 | 90 | 180 | 270;
  /** Points per unit of its user space (/UserUnit). */
  readonly pointsPerUnit: number;
}

/** Attributes that pages inherit through the page tree (Table 31) and that matter for placing. */
export interface InheritedAttributes {
  readonly mediaBox: PdfObject | undefined;
  readonly cropBox: PdfObject | undefined;
  readonly rotate: PdfObject | undefined;
}

/** US Letter, which readers assume where a page has no /MediaBox. */
const LETTER: Rectangle = { left: 0, bottom: 0, right: 612, top: 792 };

/** The attributes of a page tree node's children, given those of its parent's. */
export function inherit(node: PdfDict, from: InheritedAttributes): InheritedAttributes {
  return {
    mediaBox: node.get("MediaBox") ?? from.mediaBox,
    cropBox: node.get("CropBox") ?? from.cropBox,
    rotate: node.get("Rotate") ?? from.rotate,
  };
}

export function describePage(
  document: PdfDocument,
  ref: PdfRef,
  dict: PdfDict,
  inherited: InheritedAttributes,
): PdfPage {
  const own = inherit(dict, inherited);
  const mediaBox = readRectangle(document, own.mediaBox) ?? LETTER;
  const cropBox = readRectangle(document, own.cropBox);
  const unit = document.resolve(dict.get("UserUnit"));
  return {
    ref,
    dict,
    visibleBox: (cropBox && intersect(mediaBox, cropBox)) ?? mediaBox,
    rotate: readRotation(document.resolve(own.rotate)),
    pointsPerUnit: typeof unit === "number" && unit > 0 && unit <= 1e6 ? unit : 1,
  };
}

/** A whole number of quarter turns, in degrees from 0; 0 for what is none. */
export function readRotation(object: PdfObject | undefined): 0 | 90 | 180 | 270 {
  if (typeof object !== "number" || object % 90 !== 0) return 0;
  return (((object % 360) + 360) % 360) as 0 | 90 | 180 | 270;
}

/** @returns undefined when it is no rectangle, or one without an area */
export function readRectangle(document: PdfDocument, object: PdfObject | undefined): Rectangle | undefined {
  const numbers: number[] = [];
  for (const element of asArray(document.resolve(object))?.slice(0, 4) ?? []) {
    const number = document.resolve(element);
    if (typeof number === "number" && Math.abs(number) < 1e9) numbers.push(number);
  }
  const [x1, y1, x2, y2] = numbers;
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined;
  const box = {
    left: Math.min(x1, x2),
    bottom: Math.min(y1, y2),
    right: Math.max(x1, x2),
    top: Math.max(y1, y2),
  };
  return box.left < box.right && box.bottom < box.top ? box : undefined;
}

function intersect(a: Rectangle, b: Rectangle): Rectangle | undefined {
  const box = {
    left: Math.max(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
    top: Math.min(a.top, b.top),
  };
  return box.left < box.right && box.bottom < box.top ? box : undefined;
}
