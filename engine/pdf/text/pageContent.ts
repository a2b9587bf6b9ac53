import { type PdfDict, type PdfObject, PdfStream } from "../objects.js";
import { type PdfPage, readRectangle } from "../page.js";
import { ContentInterpreter } from "./content/contentInterpreter.js";
import { IDENTITY, type Matrix, matrixOf } from "./content/matrix.js";
import { type ContentSource, tolerant } from "./contentSource.js";
import type { FontStore } from "./font/fontStore.js";
import type { TextRun } from "./layout/textRun.js";

/** Pages inherit through no more nodes than this. */
const MAX_ANCESTORS = 64;

/** Annotation flags (ISO 32000-2 Table 167): Hidden and NoView. */
const UNSEEN = 2 | 32;

/**
 * What a page shows of text, its annotations' appearances included, in the order of showing.
 * @throws EngineError `pdf_limit_exceeded`
 */
export function pageRuns(source: ContentSource, fonts: FontStore, page: PdfPage): readonly TextRun[] {
  source.beginPage();
  const interpreter = new ContentInterpreter(source, fonts);
  const resources = inheritedResources(source, page.dict);
  if (canShowText(source, resources)) interpreter.run(contents(source, page.dict), resources);
  for (const annotation of source.array(page.dict.get("Annots")) ?? []) {
    source.countOperators(1);
    const dict = source.dict(annotation);
    if (dict !== undefined) drawAnnotation(source, interpreter, dict);
  }
  return interpreter.runs;
}

/** The parts of /Contents, with white space between them: a token never goes on in the next part (7.8.2). */
function contents(source: ContentSource, page: PdfDict): Uint8Array {
  const object = source.resolve(page.get("Contents"));
  const parts: Uint8Array[] = [];
  for (const part of Array.isArray(object) ? object : [object]) {
    source.countOperators(1);
    const stream = source.resolve(part);
    const bytes = stream instanceof PdfStream ? source.decode(stream) : undefined;
    if (bytes !== undefined) parts.push(bytes, LINE_FEED);
  }
  return parts.length === 2 ? parts[0]! : Buffer.concat(parts);
}

const LINE_FEED = Uint8Array.of(0x0a);

/** Without a font, and without a form that may have one, content is drawing alone, and need not be read. */
function canShowText(source: ContentSource, resources: PdfDict | undefined): boolean {
  if ((source.dict(resources?.get("Font"))?.size ?? 0) > 0) return true;
  const has = (category: string, holds: (dict: PdfDict | undefined) => boolean) => {
    const entries = source.dict(resources?.get(category));
    source.countOperators(entries?.size ?? 0);
    return entries !== undefined && [...entries.values()].some((entry) => holds(source.dict(entry)));
  };
  return (
    has("XObject", (dict) => source.name(dict?.get("Subtype")) === "Form") ||
    has("ExtGState", (dict) => dict?.has("Font") === true)
  );
}

function inheritedResources(source: ContentSource, page: PdfDict): PdfDict | undefined {
  let node: PdfDict | undefined = page;
  for (let i = 0; i < MAX_ANCESTORS && node !== undefined; i++) {
    const resources = source.dict(node.get("Resources"));
    if (resources !== undefined) return resources;
    node = source.dict(node.get("Parent"));
  }
  return undefined;
}

function drawAnnotation(source: ContentSource, interpreter: ContentInterpreter, annotation: PdfDict): void {
  if ((source.number(annotation.get("F")) ?? 0) & UNSEEN) return;
  if (source.name(annotation.get("Subtype")) === "Popup") return;
  const form = normalAppearance(source, annotation);
  const rect = tolerant(() => readRectangle(source.document, annotation.get("Rect")));
  const box = form && tolerant(() => readRectangle(source.document, form.dict.get("BBox")));
  if (form === undefined || rect === undefined || box === undefined) return;
  const own = matrixOf(source.array(form.dict.get("Matrix"))?.map((n) => source.number(n)) ?? []) ?? IDENTITY;
  const corners = [
    [box.left, box.bottom],
    [box.left, box.top],
    [box.right, box.bottom],
    [box.right, box.top],
  ] as const;
  const xs = corners.map(([x, y]) => own[0] * x + own[2] * y + own[4]);
  const ys = corners.map(([x, y]) => own[1] * x + own[3] * y + own[5]);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const scaleX = (rect.right - rect.left) / (Math.max(...xs) - left);
  const scaleY = (rect.top - rect.bottom) / (Math.max(...ys) - bottom);
  // 12.5.5: the appearance's box, once turned, is stretched to the annotation's rectangle.
  const matrix: Matrix = [scaleX, 0, 0, scaleY, rect.left - left * scaleX, rect.bottom - bottom * scaleY];
  if (matrix.every(Number.isFinite)) interpreter.drawForm(form, matrix);
}

/** /N of /AP, of which /AS selects one state where it has several (12.5.5). */
function normalAppearance(source: ContentSource, annotation: PdfDict): PdfStream | undefined {
  const normal: PdfObject | undefined = source.resolve(source.dict(annotation.get("AP"))?.get("N"));
  if (normal instanceof PdfStream) return normal;
  const state = source.name(annotation.get("AS"));
  const selected = state === undefined ? undefined : source.resolve(source.dict(normal)?.get(state));
  return selected instanceof PdfStream ? selected : undefined;
}
