import { oid } from "../../../../engine/asn1/derObjectIdentifier.js";
import { generalizedTime, time, utcTime } from "../../../../engine/asn1/derTime.js";
import {
  bitString,
  boolean,
  concat,
  enumerated,
  explicit,
  ia5String,
  implicit,
  integer,
  namedBits,
  nullValue,
  octetString,
  printableString,
  sequence,
  setOf,
  utf8String,
} from "../../../../engine/asn1/derWriter.js";
import { describeWith } from "../../../support/judges.js";
import { judgeByOpenssl } from "../x509/opensslDirectory.js";
import { fromHex, hex } from "./hex.js";

const malformed = expect.objectContaining({ code: "asn1_malformed" });
const utc = (iso: string) => new Date(iso);
const ascii = (der: Uint8Array) => Buffer.from(der.subarray(2)).toString("latin1");

describe("INTEGER", () => {
  test.each([
    [0, "020100"],
    [127, "02017f"],
    [128, "02020080"],
    [256, "02020100"],
    [0xffffffff, "020500ffffffff"],
    [2n ** 64n, "0209010000000000000000"],
  ])("%p is in its shortest form with a sign octet where one is needed", (value, expected) => {
    expect(hex(integer(value))).toBe(expected);
  });

  test.each([
    ["", "020100"],
    ["00", "020100"],
    ["000001", "020101"],
    ["80", "02020080"],
    ["0000ff00", "020300ff00"],
  ])("the octets %p are read as a magnitude: never negative, no leading zero kept", (octets, expected) => {
    expect(hex(integer(fromHex(octets)))).toBe(expected);
  });

  test.each([-1, 1.5, Number.NaN, 2 ** 53])("%p is refused rather than written wrong", (value) => {
    expect(() => integer(value)).toThrow(malformed);
  });
});

describe("lengths", () => {
  test.each([
    [0, "0400"],
    [127, "047f"],
    [128, "048180"],
    [255, "0481ff"],
    [256, "04820100"],
    [65_535, "0482ffff"],
    [65_536, "0483010000"],
  ])("of %d octets are in the shortest form", (length, header) => {
    const der = octetString(new Uint8Array(length));
    expect(hex(der.subarray(0, header.length / 2))).toBe(header);
    expect(der.length).toBe(header.length / 2 + length);
  });
});

describe("OBJECT IDENTIFIER", () => {
  test.each([
    ["1.2.840.113549.1.7.2", "06092a864886f70d010702"],
    ["2.5.29.56", "0603551d38"],
    ["0.4.0.194121.2.1", "060704008bec490201"],
    ["2.999.3", "0603883703"],
    ["1.39", "06014f"],
  ])("%s", (dotted, expected) => {
    expect(hex(oid(dotted))).toBe(expected);
  });

  test.each([
    "",
    "1",
    "3.1",
    "1.40",
    "1.2.",
    "1..2",
    "1.02",
    "1.2.-1",
    "1.2.a",
    `1.2${".999999".repeat(90)}`,
  ])("%p is refused", (dotted) => {
    expect(() => oid(dotted)).toThrow(malformed);
  });
});

describe("times", () => {
  test("of a certificate are UTCTime through 2049 and GeneralizedTime from 2050", () => {
    expect(ascii(time(utc("2049-12-31T23:59:59.999Z")))).toBe("491231235959Z");
    expect(ascii(time(utc("2050-01-01T00:00:00Z")))).toBe("20500101000000Z");
    expect(time(utc("2049-12-31T23:59:59Z"))[0]).toBe(0x17);
    expect(time(utc("2050-01-01T00:00:00Z"))[0]).toBe(0x18);
  });

  test("have no trailing zero in their fraction, and no fraction that says nothing", () => {
    expect(ascii(generalizedTime(utc("2026-03-04T05:06:07.120Z"), true))).toBe("20260304050607.12Z");
    expect(ascii(generalizedTime(utc("2026-03-04T05:06:07.009Z"), true))).toBe("20260304050607.009Z");
    expect(ascii(generalizedTime(utc("2026-03-04T05:06:07.000Z"), true))).toBe("20260304050607Z");
    expect(ascii(generalizedTime(utc("2026-03-04T05:06:07.120Z")))).toBe("20260304050607Z");
  });

  test("that the type cannot say are refused", () => {
    expect(() => utcTime(utc("1949-12-31T00:00:00Z"))).toThrow(malformed);
    expect(() => utcTime(utc("2050-01-01T00:00:00Z"))).toThrow(malformed);
    expect(() => generalizedTime(utc("+010000-01-01T00:00:00Z"))).toThrow(malformed);
    expect(() => time(new Date(Number.NaN))).toThrow(malformed);
  });
});

describe("the other types", () => {
  test("SET OF is sorted by encoding, whatever order it is given in", () => {
    const [one, two, longer] = [integer(1), integer(2), integer(256)];
    expect(hex(setOf([longer, two, one]))).toBe(hex(setOf([one, two, longer])));
    expect(hex(setOf([longer, two, one]))).toBe(`310a${hex(one)}${hex(two)}${hex(longer)}`);
  });

  test("a named bit list drops its trailing zero bits", () => {
    expect(hex(namedBits([1]))).toBe("03020640");
    expect(hex(namedBits([5, 6]))).toBe("03020106");
    expect(hex(namedBits([0, 8]))).toBe("0303078080");
    expect(hex(namedBits([]))).toBe("030100");
  });

  test("an IMPLICIT tag keeps primitive and constructed apart, and leaves the original alone", () => {
    const original = sequence(integer(1));
    expect(hex(implicit(3, original))).toBe("a303020101");
    expect(hex(original)).toBe("3003020101");
    expect(hex(implicit(0, octetString(fromHex("ff"))))).toBe("8001ff");
    expect(hex(explicit(1, integer(1)))).toBe("a103020101");
  });

  test("a text with a character that its type does not know is refused rather than mangled", () => {
    expect(() => printableString("a@b")).toThrow(malformed);
    expect(() => printableString("é")).toThrow(malformed);
    expect(() => ia5String("é")).toThrow(malformed);
    expect(() => ia5String("a\u0000b")).toThrow(malformed);
    expect(() => utf8String("\ud800")).toThrow(malformed);
  });
});

describeWith(["openssl"], "what openssl asn1parse makes of it", () => {
  test("is every type, value and tag that was written", async () => {
    const der = sequence(
      integer(2n ** 63n),
      enumerated(3),
      boolean(true),
      nullValue(),
      oid("1.2.840.113549.1.7.2"),
      oid("2.25.170308829107395403168213894361254094477.1.1"),
      utf8String("Zoé"),
      printableString("FR"),
      ia5String("http://a.example/b"),
      utcTime(utc("2026-03-04T05:06:07Z")),
      generalizedTime(utc("2050-03-04T05:06:07Z")),
      bitString(fromHex("a5")),
      explicit(5, octetString(new Uint8Array(300))),
    );
    const { text } = await judgeByOpenssl(
      { "all.der": der },
      "asn1parse",
      "-inform",
      "DER",
      "-in",
      "all.der",
    );
    const seen = text.split("\n").map((line) =>
      line
        .replace(/^.*?(prim|cons): /, "")
        .replace(/\s+/g, " ")
        .trim(),
    );
    expect(seen.slice(0, -2)).toEqual([
      "SEQUENCE",
      "INTEGER :8000000000000000",
      "ENUMERATED :03",
      "BOOLEAN :255",
      "NULL",
      "OBJECT :pkcs7-signedData",
      "OBJECT :2.25.170308829107395403168213894361254094477.1.1",
      "UTF8STRING :Zoé",
      "PRINTABLESTRING :FR",
      "IA5STRING :http://a.example/b",
      "UTCTIME :260304050607Z",
      "GENERALIZEDTIME :20500304050607Z",
      "BIT STRING",
      "cont [ 5 ]",
    ]);
  });
});

test("concat joins its parts in order into bytes of their own", () => {
  const part = Uint8Array.of(1, 2);
  const joined = concat(part, Uint8Array.of(), Uint8Array.of(3));
  part[0] = 9;
  expect(hex(joined)).toBe("010203");
});
