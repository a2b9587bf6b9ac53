import { pngDamaged } from "./pngChunks.js";

/**
 * Undoes a row's filter in place (ISO/IEC 15948, 9.2).
 *
 * @param data the filtered rows
 * @param at where the row's filter byte stands; its bytes follow
 * @param length bytes in the row
 * @param stride bytes of one whole pixel, at least 1
 * @param above where the bytes of the row above begin, already unfiltered; -1 for the first row of a pass
 * @throws EngineError `image_damaged` for a filter type that does not exist
 */
export function unfilterRow(
  data: Uint8Array,
  at: number,
  length: number,
  stride: number,
  above: number,
): void {
  const start = at + 1;
  const end = start + length;
  const back = start - above;
  switch (data[at]) {
    case 0:
      return;
    case 1:
      for (let i = start + stride; i < end; i++) data[i] = data[i]! + data[i - stride]!;
      return;
    case 2:
      if (above >= 0) for (let i = start; i < end; i++) data[i] = data[i]! + data[i - back]!;
      return;
    case 3:
      for (let i = start; i < end; i++) {
        const left = i >= start + stride ? data[i - stride]! : 0;
        const up = above >= 0 ? data[i - back]! : 0;
        data[i] = data[i]! + ((left + up) >> 1);
      }
      return;
    case 4:
      unfilterPaeth(data, start, end, stride, above);
      return;
    default:
      throw pngDamaged("a row has an unknown filter type");
  }
}

function unfilterPaeth(data: Uint8Array, start: number, end: number, stride: number, above: number): void {
  const back = start - above;
  // In the first pixel there is nothing to the left, so that the nearest of the three is what is above.
  if (above >= 0)
    for (let i = start; i < start + stride && i < end; i++) data[i] = data[i]! + data[i - back]!;
  for (let i = start + stride; i < end; i++) {
    const left = data[i - stride]!;
    const up = above >= 0 ? data[i - back]! : 0;
    const corner = above >= 0 ? data[i - back - stride]! : 0;
    const toLeft = Math.abs(up - corner);
    const toUp = Math.abs(left - corner);
    const toCorner = Math.abs(left + up - corner - corner);
    const nearest = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    data[i] = data[i]! + nearest;
  }
}
