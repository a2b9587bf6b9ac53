import { EngineError } from "../../error.js";
import type { ByteSink } from "../byteSink.js";
import { type PdfDict, PdfName, PdfStream } from "../objects.js";
import { writeObject } from "../serialize.js";

/** An object that an update wrote, and the offset to say it is at. */
export interface WrittenObject {
  readonly num: number;
  readonly gen: number;
  readonly offset: number;
}

/** An offset has ten digits in a table. */
const HIGHEST_OFFSET = 9_999_999_999;

/** Writes a cross-reference table and its trailer (ISO 32000-2 7.5.4, 7.5.5). @throws EngineError `pdf_unsupported` */
export function writeXrefTable(sink: ByteSink, objects: readonly WrittenObject[], trailer: PdfDict): void {
  sink.text("xref\n");
  for (const run of runsOf(objects)) {
    sink.text(`${run[0]!.num} ${run.length}\n`);
    for (const { gen, offset } of run) {
      if (offset > HIGHEST_OFFSET) {
        throw new EngineError("pdf_unsupported", "The PDF is too large for a cross-reference table.");
      }
      sink.text(`${String(offset).padStart(10, "0")} ${String(gen).padStart(5, "0")} n\r\n`);
    }
  }
  sink.text("trailer\n");
  writeObject(sink, trailer);
  sink.text("\n");
}

/**
 * Writes a cross-reference stream (7.5.8), unfiltered, as it is short.
 * @param num the stream's own object number; `objects` has an entry for it
 */
export function writeXrefStream(
  sink: ByteSink,
  num: number,
  objects: readonly WrittenObject[],
  trailer: PdfDict,
): void {
  const highest = Math.max(...objects.map(({ offset }) => offset));
  const width = Math.max(1, Math.ceil(Math.log2(highest + 1) / 8));
  const entrySize = 1 + width + 2;
  const data = new Uint8Array(objects.length * entrySize);
  const index: number[] = [];
  let at = 0;
  for (const run of runsOf(objects)) {
    index.push(run[0]!.num, run.length);
    for (const { gen, offset } of run) {
      data[at] = 1;
      bigEndian(data, at + 1, width, offset);
      bigEndian(data, at + 1 + width, 2, gen);
      at += entrySize;
    }
  }
  const dict: PdfDict = new Map([["Type", new PdfName("XRef")], ...trailer]);
  dict.set("W", [1, width, 2]);
  dict.set("Index", index);
  sink.text(`${num} 0 obj\n`);
  writeObject(sink, new PdfStream(dict, data));
  sink.text("\nendobj\n");
}

/** The objects by number, cut where a number is missing. */
function runsOf(objects: readonly WrittenObject[]): WrittenObject[][] {
  const runs: WrittenObject[][] = [];
  for (const object of [...objects].sort((a, b) => a.num - b.num)) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)!.num + 1 === object.num) run.push(object);
    else runs.push([object]);
  }
  return runs;
}

function bigEndian(data: Uint8Array, at: number, width: number, value: number): void {
  let rest = value;
  for (let i = width - 1; i >= 0; i--) {
    data[at + i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}
