import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContainerFault } from "../../../../engine/asic/containerFault.js";
import { DEFAULT_CONTAINER_LIMITS } from "../../../../engine/asic/containerLimits.js";
import { readContainer } from "../../../../engine/asic/readContainer.js";
import { entryBytes, readZip } from "../../../../engine/asic/zipReader.js";
import { describeWith } from "../../../support/judges.js";
import { mimetype, type RawEntry, rawZip, text } from "./rawZip.js";
import { faultOf } from "./zipFault.js";

const hello: RawEntry = { name: "a.txt", data: text("hello hello hello"), deflate: true };
const faultWith = (entries: readonly RawEntry[]) => faultOf(rawZip(entries));

describe("a ZIP bomb", () => {
  const megabyte = new Uint8Array(1024 * 1024);

  test("is refused by what its headers state, before anything is unpacked", () => {
    const zip = rawZip([{ name: "zeros", data: megabyte, deflate: true }]);
    expect(() => readZip(zip)).toThrow(/more than 200 times its size/);
  });

  test("that states less than it holds is unpacked no further than it states", () => {
    const lie = { size: 100 };
    expect(faultWith([{ name: "zeros", data: megabyte, deflate: true, local: lie, central: lie }])).toBe(
      "zip_content_damaged",
    );
  });

  test("of many entries is refused by their sum, and by their number", () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ name: `n${index}`, data: text("0123456789") }));
    const limits = { ...DEFAULT_CONTAINER_LIMITS, maxUnpackedBytes: 100 };
    expect(faultOf(rawZip(many), limits)).toBe("zip_limit_exceeded");
    expect(faultOf(rawZip(many), { ...DEFAULT_CONTAINER_LIMITS, maxEntries: 11 })).toBe("zip_limit_exceeded");
    expect(faultOf(rawZip(many), { ...DEFAULT_CONTAINER_LIMITS, maxBytes: 100 })).toBe("zip_limit_exceeded");
  });

  test("of ten thousand entries is refused by its number", () => {
    const entries = Array.from({ length: 10_000 }, (_, index) => ({ name: `${index}` }));
    expect(faultWith(entries)).toBe("zip_limit_exceeded");
  });
});

describe("an ASiC-E container", () => {
  const faultOfContainer = (entries: readonly RawEntry[]) => {
    try {
      readContainer(rawZip(entries));
      return null;
    } catch (error) {
      return error instanceof ContainerFault ? error.fault : error;
    }
  };

  test("has its files by name, and keeps a ZIP file among them as it is", () => {
    const inner = rawZip([hello]);
    const { files } = readContainer(rawZip([mimetype, { name: "inner.zip", data: inner }]));
    expect([...files.keys()]).toEqual(["inner.zip"]);
    expect(Buffer.compare(files.get("inner.zip")!, inner)).toBe(0);
  });

  test.each<[string, readonly RawEntry[]]>([
    ["without a mimetype", [hello]],
    ["whose mimetype is not the first", [hello, mimetype]],
    ["whose mimetype is compressed", [{ ...mimetype, deflate: true }]],
    [
      "whose mimetype has an extra field",
      [{ ...mimetype, local: { extra: Buffer.from("5554050001000000aa", "hex") } }],
    ],
    ["of another type", [{ name: "mimetype", data: text("application/vnd.etsi.asic-s+zip") }]],
    [
      "whose mimetype ends with a line feed",
      [{ name: "mimetype", data: text("application/vnd.etsi.asic-e+zip\n") }],
    ],
    ["of nothing", []],
  ])("%s is refused: mimetype_invalid", (_what, entries) => {
    expect(faultOfContainer(entries)).toBe("mimetype_invalid");
  });
});

describeWith(["python3"], "what Python's zipfile writes", () => {
  test("is read, stored and deflated", () => {
    const directory = mkdtempSync(join(tmpdir(), "paraph-zip-"));
    const path = join(directory, "made.zip");
    try {
      const program = `import zipfile,sys
z=zipfile.ZipFile(sys.argv[1],"w")
z.writestr("größe.txt","x"*1000,zipfile.ZIP_DEFLATED)
z.writestr("b","y",zipfile.ZIP_STORED)
z.close()`;
      writeFileSync(join(directory, "make.py"), program);
      execFileSync("python3", [join(directory, "make.py"), path]);
      const entries = readZip(readFileSync(path));
      expect(entries.map((entry) => [entry.name, entryBytes(entry).length])).toEqual([
        ["größe.txt", 1000],
        ["b", 1],
      ]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
