import { zipSync } from "fflate";
import { ContainerFault } from "../../../../engine/asic/containerFault.js";
import { countZipEntries } from "../../../../engine/asic/countZipEntries.js";

const zip = Buffer.from(zipSync({ "a.txt": Buffer.from("a"), folder: { "b.txt": Buffer.alloc(5000) } }));

/** The same file with a comment at its end (APPNOTE 4.3.16). */
function commented(text: string): Buffer {
  const comment = Buffer.from(text, "latin1");
  const file = Buffer.concat([zip, comment]);
  file.writeUInt16LE(comment.length, zip.length - 2);
  return file;
}

describe("counting the entries of a ZIP file", () => {
  test("finds them behind whatever comment, even one that looks like an end", () => {
    const entries = countZipEntries(zip);
    expect(entries).toBeGreaterThanOrEqual(2);
    for (const comment of ["by us", "PK\u0005\u0006 and so on", "x".repeat(65_535)]) {
      expect(countZipEntries(commented(comment))).toBe(entries);
    }
    expect(countZipEntries(Buffer.from(zipSync({})))).toBe(0);
  });

  test("names a fault of whatever is cut off or changed, and never fails otherwise", () => {
    for (let length = 0; length < zip.length; length++) {
      expect(() => countZipEntries(zip.subarray(0, length))).toThrow(ContainerFault);
    }
    for (let at = zip.length - 200; at < zip.length; at++) {
      const changed = Buffer.from(zip);
      changed[at]! ^= 0xff;
      try {
        expect(countZipEntries(changed)).toBeLessThan(65_535);
      } catch (error) {
        expect(error).toBeInstanceOf(ContainerFault);
      }
    }
  });

  test("believes no count that the directory does not bear out", () => {
    const more = Buffer.from(zip);
    more.writeUInt16LE(999, zip.length - 12);
    expect(() => countZipEntries(more)).toThrow(/fewer entries/);
    const fewer = Buffer.from(zip);
    fewer.writeUInt16LE(1, zip.length - 12);
    expect(() => countZipEntries(fewer)).toThrow(/goes on/);
  });
});
