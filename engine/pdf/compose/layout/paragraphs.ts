import type { Align, Heading, List, Paragraph, Text } from "../blocks.js";
import { languageDirection } from "../language.js";
import type { PageContent } from "../pageContent.js";
import type { StructureElement } from "../structure/structureElement.js";
import { cleanText } from "../text/styledText.js";
import type { TextLine } from "../text/textLines.js";
import { drawTextLine } from "./drawText.js";
import { type Flowable, type Frame, within } from "./flowable.js";
import { type Setting, setText, styleOf, textElement } from "./setting.js";

/** Of headings of level 1 to 3, relative to the text: their size, and the space above in lines of text. */
const HEADINGS = [
  { size: 1.9, above: 1.6 },
  { size: 1.3, above: 1.5 },
  { size: 1.05, above: 1 },
] as const;
/** Between paragraphs, in ems of the document's text. */
const PARAGRAPH_GAP = 0.6;
const ITEM_GAP = 0.3;
const MARKER_GAP = 0.5;
const ISOLATES = /[\u2066-\u2069]/g;
/** Lines that stay together at a page break: no widows, no orphans. */
const TOGETHER = 2;

/** Lays out a paragraph. @throws EngineError `font_shaper_required`, `font_damaged` */
export function layOutParagraph(
  setting: Setting,
  block: Paragraph,
  frame: Frame,
  parent: StructureElement,
): Flowable {
  const { text, size = 1, align = "start", language, keepWithNext = false } = block;
  const { colour = setting.colour } = block;
  const direction = language === undefined ? setting.direction : languageDirection(language);
  const set = setText(setting, text, styleOf(setting, size, { colour }), frame.width, direction);
  const element = textElement(parent, "P", set, language === undefined ? {} : { language });
  const above = PARAGRAPH_GAP * setting.size;
  return { ...lineFlow(setting, set.lines, frame, align, element), above, keepWithNext };
}

/** Lays out a heading, which stays with what follows it. @throws EngineError as `layOutParagraph` */
export function layOutHeading(
  setting: Setting,
  { level, text }: Heading,
  frame: Frame,
  parent: StructureElement,
): Flowable {
  const { size, above } = HEADINGS[level - 1]!;
  const set = setText(
    setting,
    text,
    styleOf(setting, size, { bold: true, colour: setting.accent }),
    frame.width,
  );
  setting.headingLevel = Math.min(level, setting.headingLevel + 1);
  const tag = (["H1", "H2", "H3"] as const)[setting.headingLevel - 1]!;
  const element = textElement(parent, tag, set);
  const title = readingText(text);
  const bookmark = { level: setting.headingLevel, title, page: 0, top: 0 };
  setting.bookmarks.push(bookmark);
  const lines = lineFlow(setting, set.lines, frame, "start", element);
  return {
    ...lines,
    least: lines.slices.length,
    above: above * setting.size,
    keepWithNext: true,
    draw(page, top, from, to) {
      if (from === 0) [bookmark.page, bookmark.top] = [page.index, top];
      lines.draw(page, top, from, to);
    },
  };
}

/** Lays out a list, an item a flowable. @throws EngineError as `layOutParagraph` */
export function layOutList(
  setting: Setting,
  { items, ordered = false }: List,
  frame: Frame,
  parent: StructureElement,
): Flowable[] {
  if (items.length === 0) return [];
  const style = styleOf(setting);
  const list = parent.add("L");
  // A full stop would stand at the wrong side of a number that is read from the right.
  const stop = setting.direction === "ltr" ? "." : "";
  const marker = (i: number) => (ordered ? `${i + 1}${stop}` : "•");
  const markers = items.map((_, i) => setText(setting, marker(i), style, frame.width / 2).lines[0]!);
  const widest = markers.reduce((most, { width }) => Math.max(most, width), 0);
  const inset = Math.min(widest + MARKER_GAP * setting.size, frame.width / 2);
  const place = within(frame, inset, frame.width - inset, setting.direction);
  const beside = within(frame, 0, widest, setting.direction);
  return items.map((item, i) => {
    const marker = markers[i]!;
    const set = setText(setting, item, style, place.width);
    const [first, ...others] = set.lines;
    const lines = [besideMarker(first!, marker), ...others];
    const entry = list.add("LI");
    const label = entry.add("Lbl");
    const body = lineFlow(setting, lines, place, "start", textElement(entry, "LBody", set));
    return {
      ...body,
      above: (i === 0 ? PARAGRAPH_GAP : ITEM_GAP) * setting.size,
      draw(page, top, from, to) {
        const baseline = top - lines[0]!.above;
        if (from === 0) drawTextLine(page, setting, marker, beside, "start", baseline, label);
        body.draw(page, top, from, to);
      },
    };
  });
}

/** A line at least as high as the marker that stands on its baseline. */
function besideMarker(line: TextLine, marker: TextLine): TextLine {
  return {
    ...line,
    above: Math.max(line.above, marker.above),
    below: Math.max(line.below, marker.below),
  };
}

/** Lines under each other. */
export function lineFlow(
  setting: Setting,
  lines: readonly TextLine[],
  frame: Frame,
  align: Align,
  element: StructureElement | undefined,
): Flowable {
  return {
    slices: lines.map(({ above, below }) => above + below),
    least: TOGETHER,
    above: 0,
    keepWithNext: false,
    draw(page: PageContent, top: number, from: number, to: number) {
      let y = top;
      for (const line of lines.slice(from, to)) {
        drawTextLine(page, setting, line, frame, align, y - line.above, element);
        y -= line.above + line.below;
      }
    },
  };
}

/** A text in one line, as a bookmark has it. */
export function readingText(text: Text): string {
  const whole = typeof text === "string" ? text : text.map((run) => run.text).join("");
  return cleanText(whole).replaceAll("\n", " ").replace(ISOLATES, "").trim();
}
