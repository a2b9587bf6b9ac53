import { EngineError } from "../../../../../engine/error.js";
import type { FormStyle } from "../../../../../engine/pdf/form/fieldDrawings.js";
import type { Placement } from "../../../../../engine/pdf/viewPlacement.js";
import { caveat, sans } from "../../font/fonts.js";
import { handWrittenPdf, ONE_PAGE } from "../handWritten.js";
import type { WordBox } from "../text/wordBoxes.js";

export const style = (): FormStyle => ({ font: sans(), handwriting: caveat() });

/** A box on the first page of ONE_PAGE, whatever its turn. */
export const BOX: Placement = { page: 1, x: 30, y: 100, width: 100, height: 20, origin: "top-left" };

/** ONE_PAGE with other entries of its page. */
export const pageWith = (entries: string) =>
  handWrittenPdf({ ...ONE_PAGE, 3: ONE_PAGE[3]!.replace("/Contents", `${entries} /Contents`) });

/** A document whose form's root fields are these objects, from number 5 on; widgets stand on its page. */
export function formWith(fields: readonly string[], form = "", more: Readonly<Record<number, string>> = {}) {
  const references = fields.map((_, i) => `${i + 5} 0 R`).join(" ");
  return handWrittenPdf({
    ...ONE_PAGE,
    1: `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${references}] ${form} >> >>`,
    3: ONE_PAGE[3]!.replace("/Contents", `/Annots [${references}] /Contents`),
    ...Object.fromEntries(fields.map((field, i) => [i + 5, field])),
    ...more,
  });
}

/** A field that is its own widget, at the place of BOX. */
export const widget = (name: string, entries: string, rect = "[30 80 130 100]") =>
  `<< /Type /Annot /Subtype /Widget /T (${name}) /F 4 /P 3 0 R /Rect ${rect} ${entries} >>`;

/** Whether a word stands in a box that is given from the top left corner. */
export const isIn = (word: WordBox | undefined, { x, y, width, height }: Placement): boolean =>
  word !== undefined &&
  word.left >= x - 1 &&
  word.right <= x + width + 1 &&
  word.top >= y - 6 &&
  word.bottom <= y + height + 6;

/** The code of the refusal; "done" when there is none. */
export function codeOf(work: () => unknown): string {
  try {
    work();
    return "done";
  } catch (error) {
    return error instanceof EngineError ? error.code : String(error);
  }
}
