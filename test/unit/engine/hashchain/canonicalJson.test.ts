import { canonicalJson, type Json } from "../../../../engine/hashchain/canonicalJson.js";

/** The number whose IEEE 754 bits these are. */
function fromBits(hex: string): number {
  return Buffer.from(hex, "hex").readDoubleBE();
}

describe("canonical JSON (RFC 8785)", () => {
  test("the sample of 3.2.2 and 3.2.4 has the very bytes that the RFC gives", () => {
    const sample = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`) as Json;
    expect(Buffer.from(canonicalJson(sample), "utf8").toString("hex")).toBe(
      [
        "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a",
        "5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d3237",
        "5d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d",
      ].join(""),
    );
  });

  test("names are sorted by their UTF-16 code units, as in 3.2.3, not by code point and not by language", () => {
    const sample = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    const names = [...canonicalJson(sample).matchAll(/:"([^"]*)"/g)].map((match) => match[1]);
    expect(names).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("the number of appendix B with the bits %s is written %s", (bits, text) => {
    expect(canonicalJson(fromBits(bits))).toBe(text);
    expect(canonicalJson([fromBits(bits)])).toBe(`[${text}]`);
  });

  test.each(["7fffffffffffffff", "7ff0000000000000", "fff0000000000000"])(
    "the bits %s are no number of JSON and have no canonical form",
    (bits) => {
      expect(() => canonicalJson({ number: fromBits(bits) })).toThrow();
    },
  );

  test("control characters are escaped the short way where there is one, and nothing else is escaped", () => {
    const all = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code)).join("");
    const short: Record<number, string> = { 8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r" };
    const controls = Array.from(
      { length: 0x20 },
      (_, code) => short[code] ?? `\\u${code.toString(16).padStart(4, "0")}`,
    );
    const rest = all.slice(0x20).replace("\\", "\\\\").replace('"', '\\"');
    expect(canonicalJson(all)).toBe(`"${controls.join("")}${rest}"`);
    expect(canonicalJson("\u2028\u2029\u007f\u0085é契😀")).toBe('"\u2028\u2029\u007f\u0085é契😀"');
  });

  test.each(["\ud800", "a\udfff", "\udc00\ud800"])(
    "half of a surrogate pair has no canonical form",
    (text) => {
      expect(() => canonicalJson(text)).toThrow();
      expect(() => canonicalJson({ [text]: 1 })).toThrow();
      expect(() => canonicalJson({ deep: [{ text }] })).toThrow();
    },
  );

  test("names that mean something to JavaScript are names like all others", () => {
    const value = JSON.parse(
      '{"toString":1,"__proto__":{"b":2,"a":1},"length":0,"constructor":null,"10":1,"9":2}',
    ) as Json;
    expect(canonicalJson(value)).toBe(
      '{"10":1,"9":2,"__proto__":{"a":1,"b":2},"constructor":null,"length":0,"toString":1}',
    );
  });

  test("two objects that differ in the order of their names alone are the same", () => {
    expect(canonicalJson({ b: [1, { d: 1, c: 2 }], a: "" })).toBe('{"a":"","b":[1,{"c":2,"d":1}]}');
  });
});
