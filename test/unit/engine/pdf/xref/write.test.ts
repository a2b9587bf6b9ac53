import { ByteSink } from "../../../../../engine/pdf/byteSink.js";
import { DEFAULT_PDF_LIMITS } from "../../../../../engine/pdf/limits.js";
import { ReadBudget } from "../../../../../engine/pdf/readBudget.js";
import type { XrefEntry } from "../../../../../engine/pdf/xref/section.js";
import { readXrefStream } from "../../../../../engine/pdf/xref/stream.js";
import { writeXrefStream, writeXrefTable } from "../../../../../engine/pdf/xref/write.js";

function written(entry: XrefEntry): Uint8Array {
  const sink = new ByteSink();
  writeXrefStream(sink, 9, [{ num: 7, entry }], new Map());
  return sink.join();
}

describe("a cross-reference section that is written", () => {
  test.each<XrefEntry>([
    { kind: "compressed", stream: 3, index: 70_000 },
    { kind: "compressed", stream: 300, index: 1 },
    { kind: "offset", offset: 2 ** 32, gen: 65_535 },
    { kind: "free" },
  ])("says what was to be said: %j", (entry) => {
    const bytes = written(entry);
    const section = readXrefStream(bytes, 0, 0, new ReadBudget(DEFAULT_PDF_LIMITS, bytes.length));
    expect(section?.find(7)).toEqual(entry);
  });

  test("has no room for a generation that no object can have", () => {
    const entry: XrefEntry = { kind: "offset", offset: 10, gen: 65_536 };
    expect(() => written(entry)).toThrow("the impossible generation 65536");
    expect(() => writeXrefTable(new ByteSink(), [{ num: 7, entry }], new Map())).toThrow(
      expect.objectContaining({ code: "pdf_damaged" }),
    );
  });
});
