import { systemRandom } from "../../../../api/adapters/random/system.js";
import { type Alphabet, drawCode, fixedCode, readTyped } from "../../../../api/otp/alphabet.js";

const alphabets: readonly Alphabet[] = ["digits", "letters", "uppercase", "mixed"];

/** Draws these numbers, and remembers below what it was asked for. */
function drawing(...numbers: number[]) {
  const asked: number[] = [];
  const integer = (below: number) => {
    asked.push(below);
    return numbers.shift() ?? 0;
  };
  return { asked, integer };
}

describe("a code of digits", () => {
  test.each([
    [0, 6, "000000"],
    [42, 6, "000042"],
    [999_999, 6, "999999"],
    [7, 12, "000000000007"],
  ])("drawn as %d has %d characters: %s, leading zeros kept", (number, length, code) => {
    expect(drawCode(drawing(number), "digits", length)).toBe(code);
  });

  test("is one of a million numbers with six digits, each of which can be drawn", () => {
    const random = drawing();
    drawCode(random, "digits", 6);
    expect(random.asked).toEqual([1_000_000]);
  });
});

test.each([
  ["letters", 26],
  ["uppercase", 26],
  ["mixed", 31],
] as const)("each character of a code of %s is one of %d, drawn by itself", (alphabet, size) => {
  const random = drawing();
  drawCode(random, alphabet, 8);
  expect(random.asked).toEqual(Array.from({ length: 8 }, () => size));
  const whole = new Set(Array.from({ length: size }, (_, index) => drawCode(drawing(index), alphabet, 1)));
  expect(whole.size).toBe(size);
});

test("a code of digits and capitals has none of the signs that look alike", () => {
  const whole = Array.from({ length: 31 }, (_, index) => drawCode(drawing(index), "mixed", 1)).join("");
  expect(whole).not.toMatch(/[01OIL]/);
});

test.each(alphabets)(
  "each character of %s comes up as often as another: chi-squared is not beyond one in a million",
  (alphabet) => {
    const counts = new Map<string, number>();
    const draws = 4000;
    for (let draw = 0; draw < draws; draw++) {
      for (const character of drawCode(systemRandom, alphabet, 12)) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
      }
    }
    const expected = (12 * draws) / counts.size;
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // Quantiles of the distribution at 1 - 1e-6, for 9, 25 and 30 degrees of freedom.
    expect(chi).toBeLessThan({ digits: 45.1, letters: 74.7, uppercase: 74.7, mixed: 82.2 }[alphabet]);
  },
);

describe("what was typed", () => {
  test.each<[Alphabet, string, string]>([
    ["digits", " 123-456 ", "123456"],
    ["letters", "ab cd ef", "ABCDEF"],
    ["mixed", "a2-b3", "A2B3"],
    ["uppercase", "ABC-DEF", "ABCDEF"],
    ["uppercase", "abcdef", "abcdef"],
  ])("of %s: %j is read as %j", (alphabet, typed, read) => {
    expect(readTyped(alphabet, typed)).toBe(read);
  });
});

test.each(alphabets)(
  "the fixed code of %s can be typed at every length, and is one that could be drawn",
  (alphabet) => {
    const size = { digits: 10, letters: 26, uppercase: 26, mixed: 31 }[alphabet];
    const signs =
      alphabet === "digits"
        ? "0123456789"
        : Array.from({ length: size }, (_, index) => drawCode(drawing(index), alphabet, 1)).join("");
    for (let length = 4; length <= 12; length++) {
      const code = fixedCode(alphabet, length);
      expect(code).toHaveLength(length);
      expect([...code].every((sign) => signs.includes(sign))).toBe(true);
      expect(readTyped(alphabet, code)).toBe(code);
    }
  },
);
