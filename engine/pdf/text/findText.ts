import { EngineError } from "../../error.js";
import { limitExceeded } from "../damage.js";
import { type DocumentText, openTextOnce, type PageLines, type TextSource } from "./documentText.js";
import { boxAbout, isOnPage, type TextBox, viewedAngle } from "./glyphBox.js";
import { GlyphFolding } from "./search/foldText.js";
import { type FoundText, findAcrossLines, findInLines } from "./search/foundText.js";
import { inReadingOrder } from "./search/readingOrder.js";
import { searchPattern } from "./search/searchPattern.js";
import type { TextLimits } from "./textLimits.js";

/** A text longer than this is no marker. */
const MAX_TEXT = 1_000;

/** What is looked for, and how exactly. */
export interface TextQuery {
  /** 1 to 1,000 characters. White space in it stands for any white space or gap. */
  readonly text: string;
  /** 1 for the first; absent: all. */
  readonly page?: number;
  /** Absent: true. */
  readonly caseSensitive?: boolean;
  /** White space counts neither in the text nor on the page, so that `signhere` is found in `s i g n  here`. */
  readonly ignoreWhitespace?: boolean;
  /** Whether the text may go on in the line that is shown next; its box is then about all of it. */
  readonly acrossLines?: boolean;
  /** Where x and y of matches are counted from; absent: the page's top left corner. */
  readonly origin?: TextBox["origin"];
  /** What the search may cost; of no effect on a DocumentText, which has its own. */
  readonly limits?: Partial<TextLimits>;
}

/** A place where the text stands: an upright box about it, as a reader of the page sees it. */
export interface TextMatch extends TextBox {
  /** 1 for the first. */
  readonly page: number;
  /** As the page has it. */
  readonly text: string;
  /** Degrees counterclockwise, 0 to 360, by which it is seen turned. */
  readonly angle: number;
  /** Whether it is seen from left to right, not turned. */
  readonly upright: boolean;
  /** Shown with a rendering mode that no reader sees (ISO 32000-2 Table 104, 3 and 7), as markers often are. */
  readonly hidden: boolean;
  /** False: its middle lies outside what a reader shows of the page. */
  readonly onPage: boolean;
}

/**
 * Finds a text on the pages of a PDF, in their contents (ISO 32000-2 9.4), form XObjects and annotations; hidden text,
 * text in the page's colour, text that something covers and text outside the page too. Differences that Unicode calls
 * compatible (NFKC), ligatures, kinds of hyphens, apostrophes and quotation marks do not count; a right-to-left text is
 * given as it is read.
 * @param source the whole file, or it opened; openText() keeps what several searches share
 * @returns matches page by page, each page from top to bottom and from left to right
 * @throws EngineError `pdf_text_not_found` when the text to look for is empty or too long, `pdf_page_out_of_range`,
 *   `pdf_limit_exceeded`, `pdf_damaged`, `pdf_unsupported`; from bytes also what openPdf() throws
 */
export function findText(source: TextSource, query: TextQuery): TextMatch[] {
  const text = openTextOnce(source, query.limits);
  const matches: TextMatch[] = [];
  for (const found of matchesByPage(text, query)) matches.push(...found);
  return matches;
}

/** As findText(), the matches of one page after the other, so that later pages need not be read. */
export function* matchesByPage(text: DocumentText, query: TextQuery): Generator<TextMatch[]> {
  const { caseSensitive = true, ignoreWhitespace = false } = query;
  const pattern =
    query.text.length > MAX_TEXT ? undefined : searchPattern(query.text, { caseSensitive, ignoreWhitespace });
  if (pattern === undefined) {
    const sentence = `A text to look for has 1 to ${MAX_TEXT} characters, not all of them white space.`;
    throw new EngineError("pdf_text_not_found", sentence);
  }
  const folding = new GlyphFolding(caseSensitive);
  const find = query.acrossLines ? findAcrossLines : findInLines;
  const { maxMatches } = text.limits;
  let count = 0;
  for (const lines of query.page === undefined ? text.pages() : [text.page(query.page)]) {
    const matches: TextMatch[] = [];
    for (const found of find(lines.lines, pattern, folding)) {
      if (++count > maxMatches) throw limitExceeded("the text at too many places", "maxMatches", maxMatches);
      matches.push(toMatch(lines, found, query.origin ?? "top-left"));
    }
    yield inReadingOrder(matches);
  }
}

function toMatch({ number, page }: PageLines, found: FoundText, origin: TextBox["origin"]): TextMatch {
  const box = boxAbout(page, found.parts, origin);
  const { run } = found.parts[0]!;
  const angle = viewedAngle(page, run);
  return {
    page: number,
    ...box,
    text: found.text,
    angle,
    upright: angle < 1 || angle > 359,
    hidden: found.parts.every((part) => part.run.hidden),
    onPage: isOnPage(page, box),
  };
}
