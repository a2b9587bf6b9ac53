import { fitText, type MeasuredText, measureText, readsRightToLeft, type Typefaces } from "./fitText.js";
import type { Box } from "./imageMatrix.js";
import type { SignatureText, TextBlock, TypeSizes } from "./textBlock.js";

/** Where everything goes, in points from the lower left corner of the appearance. */
export interface Arrangement {
  readonly ink?: Box;
  readonly text: TextBlock;
  /** Where the rows begin: their left edge, or the right one of text that reads from right to left. */
  readonly textEdge: number;
  readonly rightToLeft: boolean;
  readonly textTop: number;
  readonly rule?: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
}

/** The most that drawn ink may take of a box's width, beside the text: the more there is to write, the less. */
const INK_BESIDE = [0.54, 0.44, 0.34];
/** The most that it may take of the height, above the text. */
const INK_ABOVE = [0.62, 0.48, 0.36];
/** Type sizes in points from which a name and small type read well; larger ones are worth nothing more. */
const NAME_READS_WELL = 9;
const SMALL_READS_WELL = 6.5;
/** The height of capitals, in ems, on which the sizes of a typed name are founded; smaller faces are set larger. */
const NAME_READS_WELL_AT = 0.714;
/** What a line that had no room costs an arrangement, against the shares of ink and legibility (0 to 1). */
const LOSS_COST = 0.5;

/**
 * Arranges a drawn signature and its text: side by side or the ink above the text, whichever shows more.
 *
 * What reads from right to left is arranged so.
 *
 * @param typefaces what the text is set in
 * @param text what is written
 * @param inside the box within its margins
 * @param aspect width by height of the drawn ink
 */
export function arrangeWithInk(
  typefaces: Typefaces,
  text: SignatureText,
  inside: Box,
  aspect: number,
): Arrangement {
  const sizes = typeSizes(inside, { share: 0.24, least: 8, most: 15 });
  const measured = measureText(text, typefaces);
  const candidates = [
    ...INK_BESIDE.map((share) => inkBeside(measured, inside, aspect, sizes, share)),
    ...INK_ABOVE.map((share) => inkAbove(measured, inside, aspect, sizes, share)),
  ];
  const worth = ({ ink, text: block }: Arrangement) =>
    Math.sqrt((ink!.width * ink!.height) / (inside.width * inside.height)) +
    Math.min(1, block.nameSize / NAME_READS_WELL) / 2 +
    Math.min(1, block.smallSize / SMALL_READS_WELL) / 2 -
    block.loss * LOSS_COST;
  const best = candidates.reduce((best, other) => (worth(other) > worth(best) ? other : best));
  return readsRightToLeft(measured) ? turnedRound(best, inside) : best;
}

/** Arranges a signature without a drawing: the typed name large, above a rule, and the lines below. */
export function arrangeTyped(
  typefaces: Typefaces,
  text: SignatureText,
  inside: Box,
  ruled: boolean,
): Arrangement {
  const larger = NAME_READS_WELL_AT / typefaces.name.capHeight;
  const sizes = typeSizes(inside, { share: 0.36 * larger, least: 9 * larger, most: 26 * larger });
  const measured = measureText(text, typefaces);
  const block = fitText(measured, {
    width: inside.width,
    height: inside.height,
    sizes,
    rule: ruled,
  });
  const textTop = inside.y + (inside.height + block.height) / 2;
  const y = textTop - (block.ruleDown ?? 0);
  const x2 = inside.x + Math.min(inside.width, Math.max(block.width * 1.12, inside.width * 0.6));
  const arrangement = {
    text: block,
    textEdge: inside.x,
    rightToLeft: false,
    textTop,
    ...(block.ruleDown !== undefined && { rule: { x1: inside.x, y1: y, x2, y2: y } }),
  };
  return readsRightToLeft(measured) ? turnedRound(arrangement, inside) : arrangement;
}

/** The arrangement as in a mirror, for whoever reads from the right. */
function turnedRound(arrangement: Arrangement, inside: Box): Arrangement {
  const { ink, rule, textEdge } = arrangement;
  const across = 2 * inside.x + inside.width;
  return {
    ...arrangement,
    ...(ink && { ink: { ...ink, x: across - ink.x - ink.width } }),
    ...(rule && { rule: { ...rule, x1: across - rule.x2, x2: across - rule.x1 } }),
    textEdge: across - textEdge,
    rightToLeft: true,
  };
}

function inkBeside(
  text: MeasuredText,
  inside: Box,
  aspect: number,
  sizes: TypeSizes,
  share: number,
): Arrangement {
  const gap = clamp(inside.width * 0.045, 2, 9);
  const column = Math.min(inside.height * aspect, inside.width * share);
  const inkHeight = column / aspect;
  const middle = inside.y + inside.height / 2;
  const ruleX = inside.x + column + gap;
  const textEdge = ruleX + gap;
  const room = { width: Math.max(inside.x + inside.width - textEdge, 1), height: inside.height };
  const block = fitText(text, { ...room, sizes, rule: false });
  const half = Math.min(inside.height, Math.max(block.height, inkHeight) + gap) / 2;
  return {
    ink: { x: inside.x, y: middle - inkHeight / 2, width: column, height: inkHeight },
    text: block,
    textEdge,
    rightToLeft: false,
    textTop: middle + block.height / 2,
    rule: { x1: ruleX, y1: middle - half, x2: ruleX, y2: middle + half },
  };
}

function inkAbove(
  text: MeasuredText,
  inside: Box,
  aspect: number,
  sizes: TypeSizes,
  share: number,
): Arrangement {
  const gap = clamp(inside.height * 0.045, 1.5, 6);
  const leastInk = Math.min(inside.height * share, inside.width / aspect);
  const room = { width: inside.width, height: Math.max(inside.height - leastInk - 2 * gap, 1) };
  const block = fitText(text, { ...room, sizes, rule: false });
  const inkRoom = Math.max(inside.height - block.height - 2 * gap, 1);
  const inkHeight = Math.min(inkRoom, inside.width / aspect);
  const bottom = inside.y + (inside.height - (inkHeight + 2 * gap + block.height)) / 2;
  const ruleY = bottom + block.height + gap;
  return {
    ink: { x: inside.x, y: ruleY + gap, width: inkHeight * aspect, height: inkHeight },
    text: block,
    textEdge: inside.x,
    rightToLeft: false,
    textTop: bottom + block.height,
    rule: { x1: inside.x, y1: ruleY, x2: inside.x + inside.width, y2: ruleY },
  };
}

/** Type grows with the box, within what looks like a signature and not like a poster. */
function typeSizes(inside: Box, name: { share: number; least: number; most: number }): TypeSizes {
  return {
    nameMost: clamp(inside.height * name.share, name.least, name.most),
    nameLeast: 5.5,
    smallMost: clamp(inside.height * 0.14, 5.5, 9),
    smallLeast: 4.5,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
