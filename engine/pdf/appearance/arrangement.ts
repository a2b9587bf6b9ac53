import type { FontProgram } from "../font/trueType.js";
import { fitText, type MeasuredText, measureText } from "./fitText.js";
import type { Box } from "./imageMatrix.js";
import type { SignatureText, TextBlock, TypeSizes } from "./textBlock.js";

/** Where everything goes, in points from the lower left corner of the appearance. */
export interface Arrangement {
  readonly ink?: Box;
  readonly text: TextBlock;
  readonly textLeft: number;
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
/** What a line that had no room costs an arrangement, against the shares of ink and legibility (0 to 1). */
const LOSS_COST = 0.5;

/**
 * Arranges a drawn signature and its text: side by side or the ink above the text, whichever shows more.
 *
 * @param font the text's font
 * @param text what is written
 * @param inside the box within its margins
 * @param aspect width by height of the drawn ink
 */
export function arrangeWithInk(
  font: FontProgram,
  text: SignatureText,
  inside: Box,
  aspect: number,
): Arrangement {
  const sizes = typeSizes(inside, { share: 0.24, least: 8, most: 15 });
  const measured = measureText(text, font);
  const candidates = [
    ...INK_BESIDE.map((share) => inkBeside(font, measured, inside, aspect, sizes, share)),
    ...INK_ABOVE.map((share) => inkAbove(font, measured, inside, aspect, sizes, share)),
  ];
  const worth = ({ ink, text: block }: Arrangement) =>
    Math.sqrt((ink!.width * ink!.height) / (inside.width * inside.height)) +
    Math.min(1, block.nameSize / NAME_READS_WELL) / 2 +
    Math.min(1, block.smallSize / SMALL_READS_WELL) / 2 -
    block.loss * LOSS_COST;
  return candidates.reduce((best, other) => (worth(other) > worth(best) ? other : best));
}

/** Arranges a signature without a drawing: the typed name large, above a rule, and the lines below. */
export function arrangeTyped(
  font: FontProgram,
  text: SignatureText,
  inside: Box,
  ruled: boolean,
): Arrangement {
  const sizes = typeSizes(inside, { share: 0.36, least: 9, most: 26 });
  const block = fitText(measureText(text, font), {
    font,
    width: inside.width,
    height: inside.height,
    sizes,
    rule: ruled,
  });
  const textTop = inside.y + (inside.height + block.height) / 2;
  const arrangement = { text: block, textLeft: inside.x, textTop };
  if (block.ruleDown === undefined) return arrangement;
  const y = textTop - block.ruleDown;
  const x2 = inside.x + Math.min(inside.width, Math.max(block.width * 1.12, inside.width * 0.6));
  return { ...arrangement, rule: { x1: inside.x, y1: y, x2, y2: y } };
}

function inkBeside(
  font: FontProgram,
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
  const textLeft = ruleX + gap;
  const room = { width: Math.max(inside.x + inside.width - textLeft, 1), height: inside.height };
  const block = fitText(text, { font, ...room, sizes, rule: false });
  const half = Math.min(inside.height, Math.max(block.height, inkHeight) + gap) / 2;
  return {
    ink: { x: inside.x, y: middle - inkHeight / 2, width: column, height: inkHeight },
    text: block,
    textLeft,
    textTop: middle + block.height / 2,
    rule: { x1: ruleX, y1: middle - half, x2: ruleX, y2: middle + half },
  };
}

function inkAbove(
  font: FontProgram,
  text: MeasuredText,
  inside: Box,
  aspect: number,
  sizes: TypeSizes,
  share: number,
): Arrangement {
  const gap = clamp(inside.height * 0.045, 1.5, 6);
  const leastInk = Math.min(inside.height * share, inside.width / aspect);
  const room = { width: inside.width, height: Math.max(inside.height - leastInk - 2 * gap, 1) };
  const block = fitText(text, { font, ...room, sizes, rule: false });
  const inkRoom = Math.max(inside.height - block.height - 2 * gap, 1);
  const inkHeight = Math.min(inkRoom, inside.width / aspect);
  const bottom = inside.y + (inside.height - (inkHeight + 2 * gap + block.height)) / 2;
  const ruleY = bottom + block.height + gap;
  return {
    ink: { x: inside.x, y: ruleY + gap, width: inkHeight * aspect, height: inkHeight },
    text: block,
    textLeft: inside.x,
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
