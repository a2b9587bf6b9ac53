import type { Typeface } from "../shaping/typeface.js";
import { Paragraph, type Row } from "./paragraph.js";
import { type SignatureText, setRows, type TextBlock, type TypeSizes, type UnsetRow } from "./textBlock.js";

/** Nobody reads more in a signature, and a stranger's thousand lines shall not be measured. */
const MAX_LINES = 8;
const STEP = 0.25;
const MAX_NAME_ROWS = 3;
/** Small type relative to the name. */
const SMALL_RATIO = 0.72;
/** Small type gives way this far to keep a date in one row, but not below this size in points. */
const GIVE_WAY = 0.72;
const GIVE_WAY_LEAST = 5.5;
/** From this size down, a line that is too long is cut rather than everything made smaller for its sake. */
const CUT_FROM = 6;
/** How much larger the name must become to be worth one row more; and the size that is large enough anyway. */
const WORTH_A_ROW = 1.3;
const LARGE_ENOUGH = 8;
/** What is lost when a part has no room, relative to a line. */
const CAPTION_LOSS = 0.3;
const NAME_CUT_LOSS = 2;
const BROKEN_LINE_LOSS = 0.15;

/** What is to be set, measured once; several of them are ever poorer choices. */
interface Parts {
  readonly caption?: Paragraph;
  readonly name: Paragraph;
  readonly lines: readonly Paragraph[];
  readonly loss: number;
}

/** What a text is set with and into; lengths in points. */
export interface Setting {
  readonly width: number;
  readonly height: number;
  readonly sizes: TypeSizes;
  /** Whether a rule follows the name. */
  readonly rule: boolean;
}

/** What the name is set in, and the caption and the lines. */
export interface Typefaces {
  readonly name: Typeface;
  readonly small: Typeface;
}

/** A text that has been measured, richest choice of parts first. */
export type MeasuredText = readonly Parts[];

/**
 * Measures a text once, for all the rooms in which it is tried: everything; then without the caption; then with ever
 * fewer lines. Control characters count as spaces, and lines after the eighth are left out.
 *
 * @throws EngineError `font_shaper_required`, `font_damaged`
 */
export function measureText(text: SignatureText, { name: hand, small }: Typefaces): MeasuredText {
  const name = new Paragraph(hand, text.name);
  const caption = new Paragraph(small, text.caption ?? "");
  const lines = text.lines
    .slice(0, MAX_LINES)
    .map((line) => new Paragraph(small, line))
    .filter((line) => !line.empty);
  const contents: Parts[] = caption.empty ? [] : [{ caption, name, lines, loss: 0 }];
  const withoutCaption = caption.empty ? 0 : CAPTION_LOSS;
  for (let lost = 0; lost <= lines.length; lost++)
    contents.push({ name, lines: lines.slice(0, lines.length - lost), loss: withoutCaption + lost });
  return contents;
}

/** Whether a text reads from the right: by its caption, which is in the signer's language, or else by its letters. */
export function readsRightToLeft(measured: MeasuredText): boolean {
  const { caption, lines, name } = measured[0]!;
  const letters = [caption, ...lines, name].find((paragraph) => paragraph?.direction !== undefined);
  return letters?.direction === "rtl";
}

/**
 * Sets a signature's text as large as its room allows, between the given sizes. What does not fit at the smallest
 * size is left out: first the caption, then lines from the last; of a name that is still too long, the end is cut.
 *
 * @param contents the measured text
 * @param setting the room, the largest and smallest sizes
 */
export function fitText(contents: MeasuredText, setting: Setting): TextBlock {
  const { sizes } = setting;
  for (const parts of contents) {
    const block = largest(parts, setting);
    if (block) return block;
  }
  const name = contents[0]!.name;
  const size = Math.min(sizes.nameLeast, setting.height * 0.8);
  const cutName = unset(name, name.cutTo(setting.width / size), size, "name");
  for (const parts of contents) {
    const block = setAround([cutName], parts, setting, NAME_CUT_LOSS);
    if (block) return block;
  }
  return setRows([cutName], false, contents.at(-1)!.loss + NAME_CUT_LOSS);
}

function largest(parts: Parts, setting: Setting): TextBlock | undefined {
  let best: TextBlock | undefined;
  for (let nameRows = 1; nameRows <= MAX_NAME_ROWS; nameRows++) {
    if (best && best.nameSize >= LARGE_ENOUGH) return best;
    const block = largestWith(parts, setting, nameRows);
    if (block && (!best || block.nameSize > best.nameSize * WORTH_A_ROW)) best = block;
  }
  return best;
}

/** Looks for the largest size by halving; a name whose smallest size does not fit is given up at once. */
function largestWith(parts: Parts, setting: Setting, nameRows: number): TextBlock | undefined {
  const { sizes, width } = setting;
  const attempt = (steps: number) => {
    const size = sizes.nameLeast + steps * STEP;
    const name = parts.name.rows(width / size, nameRows);
    const rows = name?.map((row) => unset(parts.name, row, size, "name"));
    return rows && setAround(rows, parts, setting, 0);
  };
  let best = attempt(0);
  if (!best) return undefined;
  let fits = 0;
  let tooLarge = Math.floor((sizes.nameMost - sizes.nameLeast) / STEP) + 1;
  while (tooLarge - fits > 1) {
    const middle = (fits + tooLarge) >> 1;
    const block = attempt(middle);
    if (block) best = block;
    if (block) fits = middle;
    else tooLarge = middle;
  }
  return best;
}

/** Sets the small parts around a name that has been broken into rows; undefined where the room is too small. */
function setAround(
  name: readonly UnsetRow[],
  parts: Parts,
  { sizes, width, height, rule }: Setting,
  nameLoss: number,
): TextBlock | undefined {
  const { caption, lines } = parts;
  const small = smallSize(parts, name[0]?.size ?? sizes.nameLeast, sizes, width);
  const rows: UnsetRow[] = [...name];
  for (const line of lines) {
    const cut = small <= CUT_FROM ? [line.cutTo(width / small)] : undefined;
    const broken = line.rows(width / small, 2) ?? cut;
    if (!broken) return undefined;
    for (const row of broken) rows.push(unset(line, row, small, "line"));
  }
  const brokenLines = rows.length - name.length - lines.length;
  const captionRow = caption?.rows(width / small, 1);
  if (caption && !captionRow) return undefined;
  for (const row of captionRow ?? []) rows.unshift(unset(caption!, row, small, "caption"));
  const block = setRows(rows, rule, parts.loss + nameLoss + brokenLines * BROKEN_LINE_LOSS);
  return block.height <= height ? block : undefined;
}

function smallSize({ caption, lines }: Parts, nameSize: number, sizes: TypeSizes, width: number): number {
  const wished = Math.min(nameSize, sizes.smallMost, Math.max(nameSize * SMALL_RATIO, sizes.smallLeast));
  const widest = Math.max(0, ...lines.map((line) => line.width), caption?.width ?? 0);
  const inOneRow = Math.min(wished, Math.floor((width / widest) * 20) / 20);
  return inOneRow >= Math.max(wished * GIVE_WAY, GIVE_WAY_LEAST) ? inOneRow : wished;
}

function unset(paragraph: Paragraph, { text, width }: Row, size: number, part: UnsetRow["part"]): UnsetRow {
  const { typeface, extent, direction = "auto" } = paragraph;
  return { text, width, typeface, extent, direction, size, part };
}
