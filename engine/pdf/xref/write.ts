import { EngineError } from "../../error.js";
import type { ByteSink } from "../byteSink.js";
import { damaged } from "../damage.js";
import { type PdfDict, PdfName, PdfStream } from "../objects.js";
import { writeObject } from "../serialize.js";
import type { XrefEntry } from "./section.js";

/** What a section says of one object. */
export interface NumberedEntry {
  readonly num: number;
  readonly entry: XrefEntry;
}

/** An offset has ten digits in a table. */
const HIGHEST_OFFSET = 9_999_999_999;

/** The highest generation number (7.5.4): five digits in a table, two bytes in a stream. */
const HIGHEST_GENERATION = 65535;

/** What a free entry says: the next free object is 0, and the number is never used again (ISO 32000-2 7.5.4). */
const FREE = { first: 0, second: 65535 };

/**
 * Writes a cross-reference table and its trailer (7.5.4, 7.5.5).
 * @param entries none of them of an object in an object stream
 * @throws EngineError `pdf_unsupported` for an offset of more digits than it has room for; `pdf_damaged` for an object of
 *   an impossible generation
 */
export function writeXrefTable(sink: ByteSink, entries: readonly NumberedEntry[], trailer: PdfDict): void {
  sink.text("xref\n");
  for (const run of runsOf(entries)) {
    sink.text(`${run[0]!.num} ${run.length}\n`);
    for (const { entry } of run) {
      const { first, second } = fieldsOf(entry);
      if (first > HIGHEST_OFFSET) {
        throw new EngineError("pdf_unsupported", "The PDF is too large for a cross-reference table.");
      }
      const letter = entry.kind === "free" ? "f" : "n";
      sink.text(`${String(first).padStart(10, "0")} ${String(second).padStart(5, "0")} ${letter}\r\n`);
    }
  }
  sink.text("trailer\n");
  writeObject(sink, trailer);
  sink.text("\n");
}

/**
 * Writes a cross-reference stream (7.5.8).
 * @param num the stream's own object number; `entries` has an entry for it
 * @param streamOf makes the stream; absent: unfiltered, as that of an update is short
 * @throws EngineError `pdf_damaged` for an object of an impossible generation
 */
export function writeXrefStream(
  sink: ByteSink,
  num: number,
  entries: readonly NumberedEntry[],
  trailer: PdfDict,
  streamOf?: (data: Uint8Array) => PdfStream,
): void {
  const highest = entries.reduce((most, { entry }) => Math.max(most, fieldsOf(entry).first), 0);
  const width = bytesFor(highest);
  // Generations need two bytes; an index into a large object stream that was restored may need more.
  const last = Math.max(
    2,
    bytesFor(entries.reduce((most, { entry }) => Math.max(most, fieldsOf(entry).second), 0)),
  );
  const entrySize = 1 + width + last;
  const data = new Uint8Array(entries.length * entrySize);
  const index: number[] = [];
  let at = 0;
  for (const run of runsOf(entries)) {
    index.push(run[0]!.num, run.length);
    for (const { entry } of run) {
      const { first, second } = fieldsOf(entry);
      data[at] = entry.kind === "free" ? 0 : entry.kind === "offset" ? 1 : 2;
      bigEndian(data, at + 1, width, first);
      bigEndian(data, at + 1 + width, last, second);
      at += entrySize;
    }
  }
  const dict: PdfDict = new Map([["Type", new PdfName("XRef")], ...trailer]);
  dict.set("W", [1, width, last]);
  dict.set("Index", index);
  sink.text(`${num} 0 obj\n`);
  const stream = streamOf?.(data) ?? new PdfStream(new Map(), data);
  writeObject(sink, new PdfStream(new Map([...dict, ...stream.dict]), stream.raw));
  sink.text("\nendobj\n");
}

/** The second and third field of Table 18; a table has the same two. */
function fieldsOf(entry: XrefEntry): { first: number; second: number } {
  if (entry.kind === "free") return FREE;
  if (entry.kind === "offset" && entry.gen > HIGHEST_GENERATION)
    throw damaged(`an object has the impossible generation ${entry.gen}`, entry.offset);
  return entry.kind === "offset"
    ? { first: entry.offset, second: entry.gen }
    : { first: entry.stream, second: entry.index };
}

/** The entries by number, cut where a number is missing. */
function runsOf(entries: readonly NumberedEntry[]): NumberedEntry[][] {
  const runs: NumberedEntry[][] = [];
  for (const entry of [...entries].sort((a, b) => a.num - b.num)) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)!.num + 1 === entry.num) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** How many bytes a whole number takes, at least one. */
function bytesFor(value: number): number {
  return Math.max(1, Math.ceil(Math.log2(value + 1) / 8));
}

function bigEndian(data: Uint8Array, at: number, width: number, value: number): void {
  let rest = value;
  for (let i = width - 1; i >= 0; i--) {
    data[at + i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}
