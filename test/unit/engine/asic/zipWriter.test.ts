import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { entryBytes, readZip } from "../../../../engine/asic/zipReader.js";
import { packedEntry, writeZip } from "../../../../engine/asic/zipWriter.js";
import { describeWith } from "../../../support/judges.js";

const at = new Date("2026-11-22T10:20:31Z");
const text = Buffer.from("evidence that stands\n".repeat(100));

describe("a ZIP file that is written", () => {
  test("is read as the same entries, in the same order, with the time that was given", () => {
    const entries = [
      packedEntry("stored.bin", text, at),
      packedEntry("größe/عقد.txt", text, at, true),
      packedEntry("empty", new Uint8Array(0), at, true),
    ];
    const read = readZip(writeZip(entries));
    expect(read.map(({ name }) => name)).toEqual(["stored.bin", "größe/عقد.txt", "empty"]);
    expect(read.map(({ method }) => method)).toEqual([0, 8, 0]);
    expect(read.map((entry) => entryBytes(entry).length)).toEqual([text.length, text.length, 0]);
    for (const { date, time, hasExtraField } of read) {
      expect([1980 + (date >> 9), (date >> 5) & 15, date & 31]).toEqual([2026, 11, 22]);
      expect([time >> 11, (time >> 5) & 63, 2 * (time & 31)]).toEqual([10, 20, 30]);
      expect(hasExtraField).toBe(false);
    }
  });

  test("tells by its first bytes what it is, where programs look for it", () => {
    const zip = Buffer.from(writeZip([packedEntry("mimetype", Buffer.from("application/x"), at)]));
    expect(zip.subarray(30, 51).toString("latin1")).toBe("mimetypeapplication/x");
  });

  test("says of names beyond ASCII that they are UTF-8", () => {
    const flags = (name: string) => Buffer.from(writeZip([packedEntry(name, text, at)])).readUInt16LE(6);
    expect(flags("a.txt")).toBe(0);
    expect(flags("ä.txt")).toBe(1 << 11);
  });

  test("stores what would unpack to so many times its size that readers take it for an attack", () => {
    const zeros = new Uint8Array(1_000_000);
    const [entry] = readZip(writeZip([packedEntry("zeros.txt", zeros, at, true)]));
    expect(entry?.method).toBe(0);
  });

  test("is refused where it would need ZIP64", () => {
    const entry = packedEntry("a", text, at);
    const refusal = expect.objectContaining({ code: "container_file_invalid" });
    expect(() => writeZip([{ ...entry, size: 0xffffffff }])).toThrow(refusal);
    expect(() => writeZip(Array.from({ length: 65_535 }, () => entry))).toThrow(refusal);
  });

  test("stays within the years that MS-DOS knows", () => {
    const yearOf = (year: string) =>
      1980 + (packedEntry("a", text, new Date(`${year}-06-01T00:00:00Z`)).date >> 9);
    expect(["1970", "1980", "2107", "2200"].map(yearOf)).toEqual([1980, 1980, 2107, 2107]);
  });
});

describeWith(["unzip"], "Info-ZIP's unzip", () => {
  test("gives each file its own name, in all scripts and as long as file systems take, and rights to read it", () => {
    const directory = mkdtempSync(join(tmpdir(), "paraph-zip-"));
    try {
      const names = ["größe – 1.pdf", "عقد.pdf", `${"契".repeat(80)}.pdf`];
      writeFileSync(join(directory, "it.zip"), writeZip(names.map((name) => packedEntry(name, text, at))));
      execFileSync("unzip", ["-q", "it.zip"], { cwd: directory, env: { ...process.env, LC_ALL: "C.UTF-8" } });
      for (const name of names) expect(readFileSync(join(directory, name)).equals(text)).toBe(true);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
