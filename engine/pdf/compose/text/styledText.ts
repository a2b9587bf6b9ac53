import type { Colour } from "../../appearance/colour.js";
import { INVISIBLE } from "../../font/shownText.js";
import { mayReadRightToLeft } from "../../shaping/scripts.js";
import type { Run, Text } from "../blocks.js";

/** How a part of a text looks; the size in points. */
export interface Style {
  readonly size: number;
  readonly bold: boolean;
  readonly colour: Colour;
  readonly link?: string;
}

/** The part of a line that ends before `end`, a UTF-16 index. */
export interface Span {
  readonly end: number;
  readonly style: Style;
}

/** What stands between two forced breaks: its text in logical order, and its spans in order. */
export interface StyledLine {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly direction: "ltr" | "rtl";
}

/** Nothing among these needs cleaning: letters without marks, of Latin, Cyrillic and Japanese, and what goes with them. */
const PLAIN = /^[\n -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]*$/;
/** UAX #9: LRI, RLI, FSI and PDI. */
const LRI = "\u2066";
const RLI = "\u2067";
const FSI = "\u2068";
const PDI = "\u2069";
const ISOLATES = /([\u2066-\u2069])/;
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
/** Spaces at which a line may break, and control characters; not those that hold words together. */
const SPACE = /(?![\n\u00a0\u202f])[\s\p{Cc}]+/gu;
/** Without a meaning that everybody shares, they cannot be read back (ISO 19005-3, 6.2.11.7.3). */
const PRIVATE = /\p{Co}/gu;
const LETTER = /\p{L}/u;
const CODE_SIZE = 0.92;
const BOLD_TRACKING = 0.014;
/** Sizes of type in points; beyond, a line would leave a page. */
const SIZES = { least: 2, most: 72 };

/** The text as it will be shown: composed (NFC), without controls and invisible characters but isolates. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .normalize("NFC")
    .split(ISOLATES)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(INVISIBLE, "")))
    .join("")
    .replace(LINE_BREAK, "\n")
    .replace(SPACE, " ")
    .replace(PRIVATE, "\ufffd");
}

/**
 * Parts a text at its forced breaks.
 *
 * @param base the style of what its runs leave open
 * @param direction of the document, which a text takes that has letters of both directions
 */
export function styledLines(text: Text, base: Style, direction: "ltr" | "rtl", accent: Colour): StyledLine[] {
  if (typeof text === "string") {
    const lines = cleanText(text).split("\n");
    return lines.map((line) => {
      const shown = line.replace(/ {2,}/g, " ").trim();
      return lineOf(shown, [{ end: shown.length, style: base }], direction);
    });
  }
  const lines: StyledLine[] = [];
  let shown = "";
  let spans: Span[] = [];
  const finish = () => {
    lines.push(lineOf(shown, spans, direction));
    shown = "";
    spans = [];
  };
  for (const run of text) {
    const style = styleOf(run, base, accent);
    for (const [i, part] of cleanText(run.text).split("\n").entries()) {
      if (i > 0) finish();
      const words = part.replace(/ {2,}/g, " ");
      shown += isolated(shown === "" || shown.endsWith(" ") ? words.trimStart() : words, run);
      spans.push({ end: shown.length, style });
    }
  }
  finish();
  return lines;
}

/** The direction of a text: its own where its letters have but one, else the document's. */
function lineOf(text: string, spans: readonly Span[], document: "ltr" | "rtl"): StyledLine {
  const trimmed = text.endsWith(" ") ? text.trimEnd() : text;
  if (!mayReadRightToLeft(text)) return { text: trimmed, spans, direction: "ltr" };
  if (document === "rtl") return { text: trimmed, spans, direction: "rtl" };
  const others = Array.from(text).some((one) => LETTER.test(one) && !mayReadRightToLeft(one));
  return { text: trimmed, spans, direction: others ? "ltr" : "rtl" };
}

function isolated(text: string, { code, direction = code ? "ltr" : undefined }: Run): string {
  if (direction === undefined || text === "") return text;
  return (direction === "ltr" ? LRI : direction === "rtl" ? RLI : FSI) + text + PDI;
}

function styleOf(run: Run, base: Style, accent: Colour): Style {
  const { bold = base.bold, size = 1, code = false, link } = run;
  const { colour = link === undefined ? base.colour : accent } = run;
  return {
    bold,
    colour,
    size: typeSize(base.size * size * (code ? CODE_SIZE : 1)),
    ...(link !== undefined && { link }),
  };
}

/** @throws RangeError when it is no number */
export function typeSize(points: number): number {
  if (!(points > 0 && Number.isFinite(points)))
    throw new RangeError("A size of type must be a positive number.");
  return Math.min(SIZES.most, Math.max(SIZES.least, points));
}

/** What is added to the width of each plain glyph, in ems: bold letters are stroked, and need the room. */
export function trackingOf({ bold }: Style): number {
  return bold ? BOLD_TRACKING : 0;
}

/** Whether a character takes part in the ordering of a line only. */
export function isIsolate(character: string): boolean {
  return character >= LRI && character <= PDI;
}
