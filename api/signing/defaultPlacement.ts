import type { Placement } from "../../engine/pdf/viewPlacement.js";

/** Size of a signature whose order says nothing of its place, in points. */
const size = { width: 180, height: 56 };
const margin = 36;
const gap = 12;

/**
 * Where a signature stands when its order names no place: at the foot of the last page, from the left, the rows of
 * later signers above those of earlier ones.
 * @param position the signer's place in the order, from 0
 * @param view size of the last page as a reader sees it, in points
 */
export function defaultPlacement(
  position: number,
  page: number,
  view: { width: number; height: number },
): Placement {
  const width = Math.min(size.width, Math.max(view.width - 2 * margin, 20));
  const columns = Math.max(1, Math.floor((view.width - 2 * margin + gap) / (width + gap)));
  const rows = Math.max(1, Math.floor((view.height - 2 * margin + gap) / (size.height + gap)));
  const column = position % columns;
  const row = Math.floor(position / columns) % rows;
  return {
    page,
    x: Math.min(margin, view.width / 10) + column * (width + gap),
    y: Math.min(margin, view.height / 10) + row * (size.height + gap),
    width,
    height: Math.min(size.height, view.height * 0.8),
    origin: "bottom-left",
  };
}
