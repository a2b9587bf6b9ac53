import { Lexer } from "../../../../engine/pdf/lexer.js";
import { bytesOf } from "./handWritten.js";

const lexer = (text: string) => new Lexer(bytesOf(text), 0);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

describe("tokens as ISO 32000-2 7.2 and 7.3 define them", () => {
  test("white space is any of its six characters, and a comment up to CR or LF", () => {
    for (const space of ["\0\t\n\f\r ", "% a comment\r", "% a comment\n", "%%EOF\r\n % another\n"]) {
      const reader = lexer(`${space}/Name`);
      reader.skipSpace();
      expect(reader.name().name).toBe("Name");
    }
  });

  test("a name ends at white space or a delimiter, and its #xx escapes are undone", () => {
    expect(lexer("/Adobe#20Green[").name().name).toBe("Adobe Green");
    expect(lexer("/A#42#2f").name().name).toBe("AB/");
    expect(lexer("/ ").name().name).toBe("");
  });

  test("a # in a name that is no escape stands for itself", () => {
    expect(lexer("/A#Z1#4").name().name).toBe("A#Z1#4");
  });

  test("a literal string keeps balanced parentheses and escaped ones", () => {
    expect(text(lexer("(a (b) \\) \\( c) d").literalString().bytes)).toBe("a (b) ) ( c");
  });

  test("a literal string has its escapes, octal codes and line ends undone", () => {
    expect(text(lexer("(\\n\\r\\t\\b\\f\\\\\\x)").literalString().bytes)).toBe("\n\r\t\b\f\\x");
    expect(text(lexer("(\\0533\\53\\1011\\777)").literalString().bytes)).toBe("+3+A1\xff");
    expect(text(lexer("(one\r\ntwo\rthree\nfour)").literalString().bytes)).toBe("one\ntwo\nthree\nfour");
    expect(text(lexer("(one \\\r\ntwo \\\rthree \\\nfour)").literalString().bytes)).toBe(
      "one two three four",
    );
  });

  test("a hexadecimal string as long as a signature's is read and passed over the same, whatever stands in it", () => {
    const bytes = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7) % 256));
    const digits = bytes.toString("hex");
    const broken = `${digits.slice(0, 200)} \n${digits.slice(200).toUpperCase()}`;
    for (const written of [digits, digits.toUpperCase(), broken, `${digits}0`]) {
      const reading = lexer(`<${written}>/After`);
      const expected = written.endsWith(`${digits.slice(-1)}0`)
        ? Buffer.concat([bytes, Buffer.of(0)])
        : bytes;
      expect(Buffer.from(reading.hexString().bytes).equals(expected)).toBe(true);
      const passing = lexer(`<${written}>/After`);
      passing.skipHexString();
      expect(passing.at).toBe(reading.at);
      expect(passing.name().name).toBe("After");
    }
    expect(() => lexer(`<${digits}`).skipHexString()).toThrow("a hexadecimal string has no end");
  });

  test("a name is read right after others that share its place in memory", () => {
    // Of the 20,000 names many must hash alike; each is read twice, in turns with all the others.
    const names = Array.from({ length: 20_000 }, (_, i) => `N${i.toString(36)}`);
    const long = "L".repeat(40);
    const all = [...names, long, ...names, long];
    const reading = lexer(all.map((name) => `/${name}`).join(""));
    expect(all.filter((name) => reading.name().name !== name)).toEqual([]);
  });

  test("a hexadecimal string takes white space and an odd number of digits", () => {
    expect(lexer("<90 1f\nA>").hexString().bytes).toEqual(Buffer.from([0x90, 0x1f, 0xa0]));
    expect(lexer("<>").hexString().bytes).toHaveLength(0);
  });

  test("a string without an end is refused, with the byte where it begins", () => {
    expect(() => lexer("(never (ends)").literalString()).toThrow("a string has no end, at byte 0");
    expect(() => lexer("(ends in an escape\\").literalString()).toThrow("a string has no end");
    expect(() => lexer("<90").hexString()).toThrow("a hexadecimal string has no end");
  });
});
