import type { Colour } from "../appearance/colour.js";
import { decimal } from "../appearance/contentStream.js";
import type { FormDrawing } from "../appearance/formDrawing.js";
import { appendToArrayEntry } from "../arrayEntry.js";
import { mayAnnotate } from "../encryption/permissions.js";
import { shownText } from "../font/shownText.js";
import type { Increment } from "../increment.js";
import { asArray, asDict, PdfRaw, PdfRef } from "../objects.js";
import { describePage, type PdfPage } from "../page.js";
import { walkPages } from "../pageTree.js";
import { permissionsOf } from "../permissions/documentPermissions.js";
import { textString } from "../textString.js";
import { turningMatrix, viewPlacement, viewSize } from "../viewPlacement.js";
import type { FieldDrawings } from "./fieldDrawings.js";

/** A line on every page which says that the document is worth nothing. */
export interface TestMark {
  /** One line; at most 120 characters. */
  readonly text: string;
}

/** Annotation flags (ISO 32000-2 Table 167): Print, ReadOnly, Locked, LockedContents. */
const FLAGS = 4 | 64 | 128 | 512;
const MAX_TEXT = 120;
const TYPE_SIZE = 8;
const HEIGHT = 14;
/** Between the frame and its text, and between the frame and the page's edge, in points. */
const PADDING = 6;
const EDGE = 5;
const RED: Colour = [0.72, 0.07, 0.07];
const PAPER: Colour = 1;
const FRAME = 0.75;

/**
 * Marks every page at the middle of its upper edge: a small framed line, on white so that it can be read on any page. Page
 * contents stay as they are; the mark is a stamp annotation, which is printed and which viewers let nobody move or
 * delete (12.5.6.12). All of them share their appearance.
 * @returns false when nothing was marked: the document is signed already, for then a mark would be a change that voids
 *   the signature, or its permissions forbid annotations
 * @throws EngineError `font_damaged`, `font_shaper_required`, `pdf_damaged`, `pdf_limit_exceeded`; RangeError for a text
 *   of no or too many characters
 */
export function markPages(drawings: FieldDrawings, mark: TestMark): boolean {
  const { increment } = drawings;
  const { document } = increment;
  const text = shownText(mark.text);
  if (text === "" || mark.text.length > MAX_TEXT)
    throw new RangeError(`A mark has 1 to ${MAX_TEXT} characters.`);
  if (!mayAnnotate(document) || permissionsOf(document).signed) return false;
  const drawn = markDrawing(drawings, text);
  const seen = new Set<number>();
  for (const { ref, inherited } of walkPages(document)) {
    const dict = asDict(document.resolve(ref));
    if (dict === undefined || seen.has(ref.num)) continue;
    seen.add(ref.num);
    // Pages that share an array of annotations show the mark of the first.
    const annotations = dict.get("Annots");
    const shared = annotations instanceof PdfRef && asArray(document.resolve(annotations))?.length;
    if (shared && seen.has(annotations.num)) continue;
    if (shared) seen.add(annotations.num);
    putMark(increment, describePage(document, ref, dict, inherited), drawn);
  }
  return true;
}

interface MarkDrawing {
  readonly width: number;
  readonly height: number;
  /** What is the same of all marks on pages that are turned so: entries of the annotation, as they are written. */
  entries(turned: PdfPage["rotate"]): string;
}

function markDrawing(drawings: FieldDrawings, text: string): MarkDrawing {
  const { increment, typeface } = drawings;
  const line = typeface.set(text);
  const width = line.width * TYPE_SIZE + 2 * PADDING;
  const baseline = (HEIGHT - typeface.capHeight * TYPE_SIZE) / 2;
  const paint = { fill: PAPER, stroke: RED, lineWidth: FRAME };
  const draw = (drawing: FormDrawing) => {
    drawing.content.rectangle(FRAME / 2, FRAME / 2, width - FRAME, HEIGHT - FRAME, paint);
    drawing.text(line, TYPE_SIZE, RED, PADDING, baseline);
  };
  // An object of its own, because it is enciphered by its number where the document is encrypted.
  const contents = increment.allocate();
  increment.put(contents, textString(text));
  const known = new Map<PdfPage["rotate"], string>();
  const entries = (turned: PdfPage["rotate"]) => {
    const matrix = turningMatrix(turned, width, HEIGHT);
    const form = drawings.draw({ width, height: HEIGHT, matrix }, draw);
    return `/Type/Annot/Subtype/Stamp/F ${FLAGS}/Contents ${contents.num} 0 R/AP<</N ${form.num} 0 R>>`;
  };
  return {
    width,
    height: HEIGHT,
    entries: (turned) => {
      const written = known.get(turned) ?? entries(turned);
      known.set(turned, written);
      return written;
    },
  };
}

/**
 * As large as drawn, and smaller on a page that has no room for that. The annotation is written here, because a document
 * may have thousands of pages.
 */
function putMark(increment: Increment, page: PdfPage, mark: MarkDrawing): void {
  const view = viewSize(page);
  const scale = Math.min(1, view.width / (mark.width + 2 * EDGE), view.height / (mark.height + 2 * EDGE));
  const [width, height] = [mark.width * scale, mark.height * scale];
  const x = (view.width - width) / 2;
  const { rect } = viewPlacement(page, { page: 1, x, y: EDGE * scale, width, height, origin: "top-left" });
  const annotation = increment.allocate();
  const where = `/Rect[${rect.map(decimal).join(" ")}]/P ${page.ref.num} ${page.ref.gen} R`;
  const written = Buffer.from(`<<${mark.entries(page.rotate)}${where}>>`, "latin1");
  increment.put(annotation, new PdfRaw(written));
  const change = () => increment.change(page.ref);
  appendToArrayEntry(increment, "Annots", page.dict.get("Annots"), annotation, change);
}
