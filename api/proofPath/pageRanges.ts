/** Pages from the first to the last of them, counted from 1. */
export interface PageRange {
  readonly first: number;
  readonly last: number;
}

/** Puts ranges together that overlap or touch. @returns them in order */
export function joined(ranges: readonly PageRange[]): PageRange[] {
  const result: { first: number; last: number }[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    const open = result.at(-1);
    if (open && first <= open.last + 1) open.last = Math.max(open.last, last);
    else result.push({ first, last });
  }
  return result;
}

/** Single pages, in any order, as ranges. */
export function rangesOf(pages: readonly number[]): PageRange[] {
  return joined(pages.map((page) => ({ first: page, last: page })));
}

export function isAmong(ranges: readonly PageRange[], page: number): boolean {
  return ranges.some(({ first, last }) => first <= page && page <= last);
}

/** `1-3, 7` */
export function inWords(ranges: readonly PageRange[]): string {
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(", ");
}
