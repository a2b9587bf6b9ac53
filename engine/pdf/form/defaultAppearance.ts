import type { Colour } from "../appearance/colour.js";
import { BLACK } from "../appearance/colour.js";
import type { PdfDocument } from "../document.js";
import { asArray, type PdfDict, type PdfObject, PdfString } from "../objects.js";
import { formEntry } from "./fieldTraits.js";
import type { TextStyle } from "./textDrawing.js";

/** A default appearance is a few operators; what is longer is not looked through. */
const MAX_BYTES = 1000;
const ALIGNMENTS = ["left", "center", "right"] as const;
const LARGEST_SIZE = 144;

/**
 * How the author of a field wants its text: the size and colour of its /DA and its /Q, its own or inherited (ISO
 * 32000-2 12.7.4.3). The font is the caller's, because that of /DA seldom has all characters, and is not always
 * embedded.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function readTextStyle(
  document: PdfDocument,
  dict: PdfDict,
): Pick<TextStyle, "fontSize" | "colour" | "align"> {
  const given = formEntry(document, dict, "DA");
  const operators =
    given instanceof PdfString && given.bytes.length <= MAX_BYTES
      ? Buffer.from(given.bytes).toString("latin1")
      : "";
  const quadding = formEntry(document, dict, "Q");
  const align = quadding === 1 || quadding === 2 ? ALIGNMENTS[quadding] : undefined;
  return { fontSize: fontSizeOf(operators), colour: colourOf(operators), ...(align && { align }) };
}

function fontSizeOf(operators: string): number {
  const size = Number(/([\d.]+)\s+Tf\b/.exec(operators)?.[1] ?? 0);
  return size > 0 && size <= LARGEST_SIZE ? Math.max(4, size) : 0;
}

function colourOf(operators: string): Colour {
  const found = /((?:[\d.]+\s+){1,4})(g|rg|k)(?:\s|$)/.exec(operators);
  return found ? colourOfParts((found[1] ?? "").trim().split(/\s+/).map(Number)) : BLACK;
}

/** A colour of /MK (Table 192): none, grey, RGB or CMYK by its number of parts. */
export function readColour(document: PdfDocument, object: PdfObject | undefined): Colour | undefined {
  const parts = asArray(document.resolve(object))
    ?.slice(0, 4)
    .map((part) => document.resolve(part));
  if (parts === undefined || parts.length === 0) return undefined;
  return colourOfParts(parts.map((part) => (typeof part === "number" ? part : 0)));
}

function colourOfParts(given: readonly number[]): Colour {
  const [first = 0, second = 0, third = 0, fourth = 0] = given.map((part) =>
    part >= 0 && part <= 1 ? part : part > 1 ? 1 : 0,
  );
  if (given.length === 1) return first;
  if (given.length === 3) return [first, second, third];
  if (given.length !== 4) return BLACK;
  const light = 1 - fourth;
  return [(1 - first) * light, (1 - second) * light, (1 - third) * light];
}
