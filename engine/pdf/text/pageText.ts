import { readingDirection } from "../shaping/bidi.js";
import { openTextOnce, type TextSource } from "./documentText.js";
import { boxAbout, isOnPage, type TextBox, viewedAngle } from "./glyphBox.js";
import type { TextLine } from "./layout/textLine.js";
import { UNKNOWN } from "./layout/textRun.js";
import { GAP, joinPieces, piecesOf, WIDE_GAP } from "./search/lineText.js";
import { logicalOrders } from "./search/logicalOrder.js";

/** A line of text as a reader of the page sees it. */
export interface ShownLine extends TextBox {
  /** As it is read; U+FFFD for a glyph of which the font does not say what it stands for. */
  readonly text: string;
  /** Degrees counterclockwise, 0 to 360, by which it is seen turned. */
  readonly angle: number;
  /** Shown with a rendering mode that no reader sees. */
  readonly hidden: boolean;
  /** False: its middle lies outside what a reader shows of the page. */
  readonly onPage: boolean;
}

export interface PageText {
  /** In the order in which they were shown. */
  readonly lines: readonly ShownLine[];
  /** How many glyphs have unknown characters. */
  readonly unknownCharacters: number;
}

/**
 * The text of a page, line by line, with its places.
 * @param source the whole file, or it opened; openText() keeps what several calls share
 * @param pageNumber 1 for the first
 * @param origin where x and y are counted from
 * @throws EngineError `pdf_page_out_of_range`, `pdf_limit_exceeded`, `pdf_damaged`, `pdf_unsupported`; from bytes also
 *   what openPdf() throws
 */
export function pageText(
  source: TextSource,
  pageNumber: number,
  origin: TextBox["origin"] = "top-left",
): PageText {
  const { page, lines } = openTextOnce(source).page(pageNumber);
  let unknownCharacters = 0;
  const shown = lines.map((line): ShownLine => {
    const { runs } = line;
    for (const { texts } of runs) for (const text of texts) if (text === UNKNOWN) unknownCharacters++;
    const parts = runs.map((run) => ({ run, start: run.starts[0]!, end: run.ends.at(-1)! }));
    const box = boxAbout(page, parts, origin);
    return {
      text: readLine(line),
      ...box,
      angle: viewedAngle(page, runs[0]!),
      hidden: runs.every((run) => run.hidden),
      onPage: isOnPage(page, box),
    };
  });
  return { lines: shown, unknownCharacters };
}

/** The paragraph is taken to have the direction of the line's first letter. */
function readLine(line: TextLine): string {
  const pieces = piecesOf(line, (text) => text, []);
  const [leftToRight, rightToLeft] = logicalOrders(pieces);
  const seen = joinPieces(pieces).text;
  const read = readingDirection(seen) === "rtl" ? rightToLeft : leftToRight;
  const text = read === undefined ? seen : joinPieces(read).text;
  return text
    .replaceAll(new RegExp(`[${GAP}${WIDE_GAP}]`, "g"), " ")
    .replaceAll(/ +/g, " ")
    .trim();
}
