/** A value for each code of a range, found by bisection. Where ranges overlap, the one that begins last counts. */
export class CodeRanges<T> {
  readonly #ranges: { readonly first: number; readonly last: number; readonly value: T }[] = [];
  #sorted = true;

  get size(): number {
    return this.#ranges.length;
  }

  add(first: number, last: number, value: T): void {
    const previous = this.#ranges.at(-1);
    if (previous !== undefined && previous.first > first) this.#sorted = false;
    this.#ranges.push({ first, last, value });
  }

  /** The value of the range that holds `code`, and how far into the range the code is. */
  find(code: number): { value: T; offset: number } | undefined {
    const ranges = this.#ranges;
    // Sorting keeps the order of those that begin with the same code: the last of them counts.
    if (!this.#sorted) ranges.sort((a, b) => a.first - b.first);
    this.#sorted = true;
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]!.first <= code) low = middle + 1;
      else high = middle;
    }
    const range = ranges[low - 1];
    return range !== undefined && code <= range.last
      ? { value: range.value, offset: code - range.first }
      : undefined;
  }
}
