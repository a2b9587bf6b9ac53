import type { TextBox } from "../glyphBox.js";

/** Boxes no further apart than this, in points, are the same place. */
const SAME = 2;

/** How many boxes before one are looked at for the same place. */
const LOOK_BACK = 16;

/**
 * Boxes as one reads them, row by row from the top and each row from the left; of those that are at the same place only
 * the first. A box belongs to the row of the one before it when its middle is within that one's height.
 */
export function inReadingOrder<T extends TextBox>(boxes: readonly T[]): T[] {
  const fromTop = (box: T) => (box.origin === "top-left" ? box.y : -box.y - box.height) + box.height / 2;
  const sorted = boxes.toSorted((a, b) => fromTop(a) - fromTop(b));
  const rows: T[][] = [];
  for (const box of sorted) {
    const first = rows.at(-1)?.[0];
    if (first !== undefined && fromTop(box) - fromTop(first) < first.height / 2) rows.at(-1)!.push(box);
    else rows.push([box]);
  }
  const ordered: T[] = [];
  for (const box of rows.flatMap((row) => row.sort((a, b) => a.x - b.x))) {
    if (!ordered.slice(-LOOK_BACK).some((other) => isSame(box, other))) ordered.push(box);
  }
  return ordered;
}

function isSame(a: TextBox, b: TextBox): boolean {
  return (
    Math.abs(a.x - b.x) < SAME &&
    Math.abs(a.y - b.y) < SAME &&
    Math.abs(a.width - b.width) < 2 * SAME &&
    Math.abs(a.height - b.height) < 2 * SAME
  );
}
