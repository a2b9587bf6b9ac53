import type { DerElement } from "../../../../engine/asn1/derElement.js";
import { dottedFromOctets, oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { DerReader } from "../../../../engine/asn1/derReader.js";
import { contextConstructed, tag } from "../../../../engine/asn1/derTag.js";
import { explicit, integer, sequence } from "../../../../engine/asn1/derWriter.js";
import { fromHex, hex } from "./hex.js";

const malformedAt = (offset: number) =>
  expect.objectContaining({ code: "asn1_malformed", message: expect.stringContaining(`(byte ${offset})`) });
const malformed = expect.objectContaining({ code: "asn1_malformed" });
const read = (digits: string): DerElement => DerReader.of(fromHex(digits)).readAny("Value");

describe("an element is refused, with its offset, when", () => {
  test.each([
    ["nothing is there", ""],
    ["its length is missing", "30"],
    ["its contents are cut short", "0403aabb"],
    ["its length octets are cut short", "048201"],
    ["its length is indefinite", "308005000000"],
    ["its length could be shorter: 7f in two octets", `04817f${"00".repeat(127)}`],
    ["its length has a leading zero octet", `04820080${"00".repeat(128)}`],
    ["its length takes five octets", "04850000000001aa"],
    ["its length is larger than any file", "0484ffffffffaa"],
    ["its tag takes several octets", "1f0100"],
  ])("%s", (_title, digits) => {
    expect(() => read(digits)).toThrow(malformedAt(0));
  });

  test("it has another type than was asked for", () => {
    const reader = DerReader.of(fromHex("020101 0500"));
    reader.read(tag.integer, "first");
    expect(() => reader.read(tag.boolean, "second")).toThrow(malformedAt(3));
  });

  test("an inner element reaches past the end of the one around it, even when bytes follow there", () => {
    const outer = DerReader.of(fromHex("3003 0402 aa bb cc"));
    const inner = outer.enter(tag.sequence, "outer");
    expect(() => inner.readAny("inner")).toThrow(malformedAt(2));
  });

  test("something follows where nothing may", () => {
    expect(() => DerReader.inside(fromHex("30030201010500"), tag.sequence, "Value")).toThrow(malformedAt(5));
  });

  test("it is nested deeper than any real structure", () => {
    let nested = integer(1);
    for (let depth = 0; depth < 40; depth++) nested = explicit(0, nested);
    let reader = DerReader.of(nested);
    let depth = 0;
    const descend = () => {
      for (; depth < 40; depth++) reader = reader.enter(contextConstructed(0), "level");
    };
    expect(descend).toThrow(malformed);
    expect(depth).toBe(32);
  });

  test("there are more of them than their limit", () => {
    const three = sequence(integer(1), integer(2), integer(3));
    expect(DerReader.inside(three, tag.sequence, "list").readAll("member", 3)).toHaveLength(3);
    expect(() => DerReader.inside(three, tag.sequence, "list").readAll("member", 2)).toThrow(malformed);
  });
});

describe("a value is refused when it is not DER:", () => {
  test.each<[string, string, (element: DerElement) => unknown]>([
    ["an empty INTEGER", "0200", (element) => element.integerOctets],
    ["an INTEGER with a needless 00", "02020001", (element) => element.integerOctets],
    ["an INTEGER with a needless FF", "0202ff80", (element) => element.integerOctets],
    ["a negative INTEGER where a count is meant", "0201ff", (element) => element.smallInteger],
    ["an INTEGER of 2^31", "02050080000000", (element) => element.smallInteger],
    ["a BOOLEAN of 01", "010101", (element) => element.boolean],
    ["a BOOLEAN of two octets", "0102ffff", (element) => element.boolean],
    ["an empty OBJECT IDENTIFIER", "0600", (element) => element.oid],
    ["an OBJECT IDENTIFIER cut short", "06022a86", (element) => element.oid],
    ["an OBJECT IDENTIFIER with a needless 80", "06032a8001", (element) => element.oid],
    ["an OBJECT IDENTIFIER of 129 octets", `068181${"01".repeat(129)}`, (element) => element.oid],
    ["an empty BIT STRING", "0300", (element) => element.bitStringOctets],
    [
      "a BIT STRING with unused bits where octets are meant",
      "030206c0",
      (element) => element.bitStringOctets,
    ],
    ["a named bit list with a trailing zero bit", "03020080", (element) => element.namedBits],
    ["a named bit list with eight unused bits", "03020880", (element) => element.namedBits],
    ["a named bit list with set unused bits", "03020641", (element) => element.namedBits],
    ["31 February", `170d${hex(Buffer.from("260231000000Z"))}`, (element) => element.date],
    ["24 o'clock", `170d${hex(Buffer.from("260201240000Z"))}`, (element) => element.date],
    ["a UTCTime without seconds", `170b${hex(Buffer.from("2602010000Z"))}`, (element) => element.date],
    ["a UTCTime with an offset", `1711${hex(Buffer.from("260201000000+0100"))}`, (element) => element.date],
    [
      "a fraction with a trailing zero",
      `1812${hex(Buffer.from("20260201000000.10Z"))}`,
      (element) => element.date,
    ],
    ["a fraction without digits", `1810${hex(Buffer.from("20260201000000.Z"))}`, (element) => element.date],
    ["a time under another tag", `0c0d${hex(Buffer.from("260201000000Z"))}`, (element) => element.date],
    ["a UTF8String that is not UTF-8", "0c02c328", (element) => element.text],
    ["a PrintableString with an octet above 7F", "1301e9", (element) => element.text],
    ["a BMPString of an odd number of octets", "1e03004100", (element) => element.text],
    ["a BMPString with a lone surrogate", "1e02d800", (element) => element.text],
    ["a UniversalString beyond Unicode", "1c0400110000", (element) => element.text],
    ["an OCTET STRING for a text", "040141", (element) => element.text],
  ])("%s", (_title, digits, value) => {
    expect(() => value(read(digits))).toThrow(malformedAt(0));
  });
});

describe("values are read as they were written:", () => {
  test.each([
    "0.9.2342.19200300.100.1.25",
    "1.3.6.1.5.5.7.3.8",
    "2.999",
    "2.25.170308829107395403168213894361254094477.1",
  ])("the object identifier %s", (dotted) => {
    expect(dottedFromOctets(oid(dotted).subarray(2))).toBe(dotted);
  });

  test.each([
    ["170d", "500101000000Z", "1950-01-01T00:00:00.000Z"],
    ["170d", "491231235959Z", "2049-12-31T23:59:59.000Z"],
    ["180f", "20240229120000Z", "2024-02-29T12:00:00.000Z"],
    ["1813", "20240229120000.123Z", "2024-02-29T12:00:00.123Z"],
    ["1816", "20240229120000.123456Z", "2024-02-29T12:00:00.123Z"],
  ])("the time %s %s", (header, text, iso) => {
    expect(read(header + hex(Buffer.from(text))).date.toISOString()).toBe(iso);
  });

  test.each([
    ["0c045a6fc3a9", "Zoé"],
    ["1e06005a006f00e9", "Zoé"],
    ["1c080000005a0001f600", "Z😀"],
    ["14035a6fe9", "Zoé"],
    ["13024652", "FR"],
  ])("the text %s", (digits, text) => {
    expect(read(digits).text).toBe(text);
  });

  test("named bits", () => {
    expect(read("0303078080").namedBits).toEqual([0, 8]);
    expect(read("030100").namedBits).toEqual([]);
  });
});
