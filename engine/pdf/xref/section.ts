import type { PdfDict } from "../objects.js";

/** Where an object is, as one cross-reference entry says (ISO 32000-2 7.5.4 and Table 18). */
export type XrefEntry =
  | { readonly kind: "free" }
  | { readonly kind: "offset"; readonly offset: number; readonly gen: number }
  | { readonly kind: "compressed"; readonly stream: number; readonly index: number };

/**
 * One cross-reference section: a table with its trailer, or a cross-reference stream.
 *
 * Entries are read from the file's own bytes when they are asked for, so that opening a document costs nothing for
 * objects that nobody needs.
 */
export interface XrefSection {
  readonly kind: "table" | "stream";
  /** What startxref or /Prev must say to lead to it. */
  readonly offset: number;
  readonly trailer: PdfDict;
  /** The bytes of the trailer dictionary begin here: a byte offset from the start of the file. */
  readonly trailerAt: number;
  /** Whether its table numbers object 0 as 1: some readers forgive that, others rebuild the cross-reference. */
  readonly misnumbered?: boolean;
  /** Which objects it has entries for. */
  readonly runs: readonly NumberRun[];
  /** In a hybrid file: the table, and the stream beside it, which it has been put together of (7.5.8.4). */
  readonly parts?: readonly [table: XrefSection, stream: XrefSection];
  /** @throws EngineError `pdf_damaged` when the entry is malformed */
  find(num: number): XrefEntry | undefined;
}

/** Objects `first` to `first + count - 1`. */
export interface NumberRun {
  readonly first: number;
  readonly count: number;
}

/** A run of entries; the first entry's bytes are at `at`. */
export interface Subsection extends NumberRun {
  readonly at: number;
}

/** How many entries the runs have. */
export function countOf(runs: readonly NumberRun[]): number {
  let count = 0;
  for (const run of runs) count += run.count;
  return count;
}

/** The numbers of the objects that a section has entries for. */
export function* numbersOf({ runs }: XrefSection): Generator<number> {
  for (const { first, count } of runs) for (let i = 0; i < count; i++) yield first + i;
}

/** More runs than this are put into a map, so that finding an object does not walk over all of them. */
const WALKED_RUNS = 16;

/**
 * Finds the byte offset of an object's entry among the runs of a section; the first run that has it wins.
 * @param entrySize bytes an entry takes
 */
export function entryFinder(
  runs: readonly Subsection[],
  entrySize: number,
): (num: number) => number | undefined {
  if (runs.length <= WALKED_RUNS) {
    return (num) => {
      for (const { first, count, at } of runs) {
        if (num >= first && num < first + count) return at + (num - first) * entrySize;
      }
      return undefined;
    };
  }
  const offsets = new Map<number, number>();
  for (const { first, count, at } of runs) {
    for (let i = 0; i < count; i++) if (!offsets.has(first + i)) offsets.set(first + i, at + i * entrySize);
  }
  return (num) => offsets.get(num);
}
