import { deflateRawSync } from "node:zlib";
import type { ContainerFaultCode } from "../../../../engine/asic/containerFault.js";
import { entryBytes, readZip } from "../../../../engine/asic/zipReader.js";
import { type RawEnd, type RawEntry, rawZip, text } from "./rawZip.js";
import { faultOf } from "./zipFault.js";

const hello: RawEntry = { name: "a.txt", data: text("hello hello hello"), deflate: true };
const other: RawEntry = { name: "b/c.txt", data: text("other") };

const faultWith = (entries: readonly RawEntry[], end: RawEnd = {}) => faultOf(rawZip(entries, end));

const u32 = (...values: number[]): Uint8Array => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
};
const checksum = 0x3610a686; // CRC-32 of "hello"
const descriptor = (...values: number[]): RawEntry => ({
  name: "a.txt",
  data: text("hello"),
  local: { flags: 8, crc: 0, packedSize: 0, size: 0 },
  central: { flags: 8 },
  behind: u32(...values),
});

describe("a ZIP file that is sound", () => {
  test.each<[string, readonly RawEntry[]]>([
    ["stored and deflated entries", [hello, other]],
    ["no entry at all", []],
    ["an empty entry", [{ name: "empty" }]],
    ["names beyond ASCII that say that they are UTF-8", [{ name: "größe/عقد.pdf" }]],
    ["a data descriptor with its signature", [descriptor(0x08074b50, checksum, 5, 5)]],
    ["a data descriptor without it", [descriptor(checksum, 5, 5), other]],
    [
      "a field that says when it was written",
      [{ ...other, central: { extra: Buffer.from("5554050001000000aa".slice(0, 18), "hex") } }],
    ],
  ])("with %s is read", (_what, entries) => {
    expect(faultWith(entries)).toBeNull();
  });

  test("gives the entries in the order in which they stand, whatever the order of its directory", () => {
    const zip = Buffer.from(rawZip([other, hello]));
    const directoryAt = zip.readUInt32LE(zip.length - 6);
    const first = zip.subarray(directoryAt, directoryAt + 46 + "b/c.txt".length);
    const second = zip.subarray(directoryAt + first.length, zip.length - 22);
    const turned = Buffer.concat([
      zip.subarray(0, directoryAt),
      second,
      first,
      zip.subarray(zip.length - 22),
    ]);
    expect(readZip(turned).map(({ name }) => name)).toEqual(["b/c.txt", "a.txt"]);
    expect(Buffer.from(entryBytes(readZip(turned)[1]!)).toString()).toBe("hello hello hello");
  });
});

describe("a ZIP file is refused, with the fault named,", () => {
  const zip = rawZip([hello, other]);
  const refusals: readonly [string, ContainerFaultCode, () => ContainerFaultCode | null][] = [
    [
      "that is none",
      "zip_unreadable",
      () => faultOf(text("%PDF-1.7 and so on, long enough to be something")),
    ],
    ["that is empty", "zip_unreadable", () => faultOf(new Uint8Array(0))],
    ["with something behind it", "zip_junk", () => faultWith([hello], { behind: text("x") })],
    [
      "with a file where another one's folder is, whatever the case",
      "zip_name_repeated",
      () => faultWith([other, { name: "B" }]),
    ],
    ["with a comment", "zip_junk", () => faultWith([hello], { comment: text("read me") })],
    ["with something before it", "zip_junk", () => faultWith([hello], { before: text("MZ") })],
    [
      "with something before its directory",
      "zip_junk",
      () => faultWith([hello], { beforeDirectory: text("xx") }),
    ],
    [
      "with something behind its directory",
      "zip_junk",
      () => faultWith([hello], { behindDirectory: text("xx") }),
    ],
    [
      "with something between entries",
      "zip_junk",
      () => faultWith([{ ...hello, behind: text("xx") }, other]),
    ],
    [
      "with an entry that has a comment",
      "zip_junk",
      () => faultWith([{ ...hello, central: { comment: text("x") } }]),
    ],
    [
      "with two entries that are one in the file",
      "zip_overlap",
      () => faultWith([hello, { ...other, central: { offset: 0 } }]),
    ],
    ["with more entries stated than there are", "zip_truncated", () => faultWith([hello], { count: 2 })],
    ["with fewer entries stated than there are", "zip_junk", () => faultWith([hello, other], { count: 1 })],
    [
      "with a directory that begins beyond its end",
      "zip_truncated",
      () => faultWith([hello], { directoryOffset: 1e9 }),
    ],
    [
      "with headers that differ in the name",
      "zip_headers_differ",
      () => faultWith([{ ...hello, local: { name: text("x.txt") } }]),
    ],
    [
      "with headers that differ in the size",
      "zip_headers_differ",
      () => faultWith([{ ...hello, local: { size: 9 } }]),
    ],
    [
      "with headers that differ in the method",
      "zip_headers_differ",
      () => faultWith([{ ...hello, local: { method: 0 } }]),
    ],
    [
      "with headers that differ in the flags",
      "zip_headers_differ",
      () => faultWith([{ ...hello, local: { flags: 8 } }]),
    ],
    [
      "with an entry that begins elsewhere",
      "zip_headers_differ",
      () => faultWith([{ ...hello, central: { offset: 0 } }, other], { before: u32(0, 0, 0, 0, 0, 0, 0, 0) }),
    ],
    [
      "with a data descriptor that differs",
      "zip_headers_differ",
      () => faultWith([descriptor(0x08074b50, checksum, 5, 6)]),
    ],
    ["without the data descriptor that is announced", "zip_headers_differ", () => faultWith([descriptor()])],
    ["with one name twice", "zip_name_repeated", () => faultWith([hello, hello])],
    [
      "with names that differ in case alone",
      "zip_name_repeated",
      () => faultWith([hello, { ...other, name: "A.TXT" }]),
    ],
    [
      "with names that differ by ß and SS alone",
      "zip_name_repeated",
      () => faultWith([{ name: "maß" }, { name: "MASS" }]),
    ],
    [
      "with names that differ in normalization alone",
      "zip_name_repeated",
      () => faultWith([{ name: "é" }, { name: "e\u0301" }]),
    ],
    [
      "with an encrypted entry",
      "zip_encrypted",
      () => faultWith([{ ...hello, local: { flags: 1 }, central: { flags: 1 } }]),
    ],
    [
      "with a strongly encrypted entry",
      "zip_encrypted",
      () => faultWith([{ ...hello, local: { flags: 64 }, central: { flags: 64 } }]),
    ],
    [
      "with masked headers",
      "zip_encrypted",
      () => faultWith([{ ...hello, local: { flags: 8192 }, central: { flags: 8192 } }]),
    ],
    [
      "with an unknown method",
      "zip_unsupported",
      () => faultWith([{ ...hello, local: { method: 14 }, central: { method: 14 } }]),
    ],
    [
      "with a patch of another file",
      "zip_unsupported",
      () => faultWith([{ ...hello, local: { flags: 32 }, central: { flags: 32 } }]),
    ],
    [
      "with another name in an extra field",
      "zip_unsupported",
      () => faultWith([{ ...hello, central: { extra: Buffer.from("75700400aabbccdd", "hex") } }]),
    ],
    [
      "with an extra field that goes beyond itself",
      "zip_unsupported",
      () => faultWith([{ ...hello, local: { extra: Buffer.from("5554ff00", "hex") } }]),
    ],
    [
      "with sizes in ZIP64",
      "zip_unsupported",
      () => faultWith([{ ...hello, central: { extra: Buffer.from(`01001000${"00".repeat(16)}`, "hex") } }]),
    ],
    [
      "with a ZIP64 locator",
      "zip_unsupported",
      () => faultWith([hello], { behindDirectory: Buffer.concat([u32(0x07064b50), new Uint8Array(16)]) }),
    ],
    [
      "with as many entries as only ZIP64 has",
      "zip_unsupported",
      () => faultWith([hello], { count: 0xffff }),
    ],
    [
      "with a symbolic link",
      "zip_unsupported",
      () => faultWith([{ ...hello, central: { madeBy: 3 << 8, attributes: 0xa1ff0000 } }]),
    ],
    ["that is one of several disks", "zip_unsupported", () => faultWith([hello], { disk: 1 })],
    [
      "with an entry on another disk",
      "zip_unsupported",
      () => faultWith([{ ...hello, central: { disk: 1 } }]),
    ],
    [
      "with another checksum",
      "zip_content_damaged",
      () => faultWith([{ ...hello, local: { crc: 1 }, central: { crc: 1 } }]),
    ],
    [
      "with more in an entry than it states",
      "zip_content_damaged",
      () => faultWith([{ ...hello, local: { size: 5 }, central: { size: 5 } }]),
    ],
    [
      "with less in an entry than it states",
      "zip_content_damaged",
      () => faultWith([{ ...hello, local: { size: 50 }, central: { size: 50 } }]),
    ],
    [
      "with something behind an entry's deflated data",
      "zip_content_damaged",
      () => faultWith([{ ...hello, packed: Buffer.concat([deflateRawSync(hello.data!), text("hidden")]) }]),
    ],
    [
      "with deflated data cut off",
      "zip_content_damaged",
      () => faultWith([{ ...hello, packed: deflateRawSync(hello.data!).subarray(0, -2) }]),
    ],
    [
      "with data that are not deflated",
      "zip_content_damaged",
      () => faultWith([{ ...hello, packed: text("\xff\xff\xff\xff") }]),
    ],
    ["cut off by a byte", "zip_truncated", () => faultOf(zip.subarray(0, -1))],
    ["cut off in its directory", "zip_truncated", () => faultOf(zip.subarray(0, -60))],
    ["cut off in an entry", "zip_truncated", () => faultOf(zip.subarray(0, 40))],
    [
      "with bytes missing in its midst",
      "zip_truncated",
      () => faultOf(Buffer.concat([zip.subarray(0, 40), zip.subarray(44)])),
    ],
    ["whose first bytes are missing", "zip_truncated", () => faultOf(zip.subarray(4))],
  ];
  test.each(refusals)("%s: %s", (_what, expected, fault) => {
    expect(fault()).toBe(expected);
  });

  test.each([
    "../outside.txt",
    "a/../../outside.txt",
    "/etc/passwd",
    "C:/windows.txt",
    "c:relative.txt",
    "a\\b.txt",
    "..\\outside.txt",
    "a//b",
    "./a",
    "a/.",
    "",
    "folder/",
    "nul\0.txt",
    "line\nfeed.txt",
    "escape\u001b[2J.txt",
    "gpj.\u202efdp",
    "trailing.",
    "trailing /b",
    "file.txt:stream",
    "x".repeat(1025),
  ])("with the name %j: zip_name_invalid", (name) => {
    expect(faultWith([{ name }])).toBe("zip_name_invalid");
  });

  test("with a name that is no UTF-8, or does not say that it is", () => {
    expect(faultWith([{ name: Buffer.from([0xff, 0xfe, 0x61]) }])).toBe("zip_name_invalid");
    const flags = { flags: 0 };
    expect(faultWith([{ name: "größe", local: flags, central: flags }])).toBe("zip_name_invalid");
  });

  test("wherever it is cut off", () => {
    for (let length = 0; length < zip.length; length++) {
      expect(["zip_unreadable", "zip_truncated"]).toContain(faultOf(zip.subarray(0, length)));
    }
  });
});
