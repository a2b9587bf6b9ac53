import type { Colour } from "../../appearance/colour.js";
import type { Text } from "../blocks.js";
import type { StructureElement } from "../structure/structureElement.js";
import { type Style, type StyledLine, styledLines } from "../text/styledText.js";
import { breakLines, type TextLine, withSpace } from "../text/textLines.js";
import { textPieces } from "../text/textPieces.js";
import type { Typesetter } from "../text/typesetter.js";

/** A heading as it stands among the bookmarks. */
export interface Bookmark {
  readonly level: number;
  readonly title: string;
  /** Where it was drawn: the page's index, and its top in points from the page's lower edge. */
  page: number;
  top: number;
}

/** What all blocks of a document are laid out with. */
export interface Setting {
  readonly typesetter: Typesetter;
  readonly direction: "ltr" | "rtl";
  /** In points. */
  readonly size: number;
  readonly colour: Colour;
  readonly accent: Colour;
  /** The height of what a page holds, in points. */
  readonly room: number;
  readonly bookmarks: Bookmark[];
  /** Of the last heading; 0 before the first. */
  headingLevel: number;
}

/** A text in lines, and what is to be known of it as a whole. */
export interface SetText {
  readonly lines: readonly TextLine[];
  /** In the order in which it is read, where what is drawn has another. */
  readonly actualText: string | undefined;
}

export function styleOf(setting: Setting, factor = 1, more: Partial<Style> = {}): Style {
  return { size: setting.size * factor, bold: false, colour: setting.colour, ...more };
}

/**
 * Sets a text in a column.
 * @param column its width in points
 * @throws EngineError `font_shaper_required`, `font_damaged`
 */
export function setText(
  setting: Setting,
  text: Text,
  style: Style,
  column: number,
  direction = setting.direction,
): SetText {
  const { typesetter } = setting;
  const lines: TextLine[] = [];
  let reordered = false;
  let linked = false;
  const styled = styledLines(text, style, direction, setting.accent);
  for (const [i, line] of styled.entries()) {
    const pieces = textPieces(typesetter, line);
    if (line.direction === "rtl" || pieces.some(({ level }) => level > 0)) reordered = true;
    if (pieces.some((piece) => piece.style.link !== undefined)) linked = true;
    for (const broken of breakLines(typesetter, pieces, column, line.direction))
      lines.push(broken.pieces.length > 0 ? broken : { ...broken, ...emptyLine(typesetter, style) });
    if (i < styled.length - 1) lines.push(withSpace(typesetter, lines.pop()!));
  }
  return { lines, actualText: reordered && !linked ? readingText(styled) : undefined };
}

function emptyLine(typesetter: Typesetter, { size }: Style) {
  const { above, below } = typesetter.font(typesetter.typeface.fonts[0]!);
  return { above: above * size, below: below * size };
}

const ISOLATES = /[\u2066-\u2069]/g;

function readingText(lines: readonly StyledLine[]): string {
  return lines.map(({ text }) => text.replace(ISOLATES, "")).join("\n");
}

/** An element for a text: with its reading text, where it needs one. */
export function textElement(
  parent: StructureElement,
  type: Parameters<StructureElement["add"]>[0],
  { actualText }: SetText,
  entries: Parameters<StructureElement["add"]>[1] = {},
): StructureElement {
  return parent.add(type, actualText === undefined ? entries : { ...entries, actualText });
}
