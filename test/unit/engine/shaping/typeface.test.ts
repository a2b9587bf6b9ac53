import fc from "fast-check";
import type { EngineError } from "../../../../engine/error.js";
import { shownText } from "../../../../engine/pdf/font/shownText.js";
import { orderLine, readingDirection } from "../../../../engine/pdf/shaping/bidi.js";
import { breakIntoWords } from "../../../../engine/pdf/shaping/lineBreaks.js";
import { loadShaper } from "../../../../engine/pdf/shaping/loadShaper.js";
import { needsShaper } from "../../../../engine/pdf/shaping/needsShaper.js";
import type { SetGlyph } from "../../../../engine/pdf/shaping/setLine.js";
import type { Shaper } from "../../../../engine/pdf/shaping/shaper.js";
import { Typeface } from "../../../../engine/pdf/shaping/typeface.js";
import { caveat, hebrew, kana, naskh, sans } from "../font/fonts.js";

let shaper: Shaper;
beforeAll(async () => {
  shaper = await loadShaper();
});

const glyphsOf = (typeface: Typeface, text: string): SetGlyph[] =>
  typeface.set(text).runs.flatMap(({ glyphs }) => [...glyphs]);
const seenText = (typeface: Typeface, text: string) =>
  glyphsOf(typeface, text)
    .map((glyph) => glyph.text)
    .join("");

describe("the order of mixed directions", () => {
  const visual = (line: string, direction: "auto" | "ltr" | "rtl" = "auto") =>
    orderLine(line, direction)
      .runs.map(({ start, end, rightToLeft }) => {
        const part = Array.from(line.slice(start, end));
        return (rightToLeft ? part.reverse() : part).join("");
      })
      .join("");

  test.each([
    ["Latin stays", "abc 123", "abc 123"],
    ["Hebrew is turned round", "אבג", "גבא"],
    ["numbers within Hebrew keep their order", "אב 123 גד", "דג 123 בא"],
    ["Latin within Hebrew keeps its order", "אב xyz גד", "דג xyz בא"],
    ["Hebrew within Latin is turned round in its place", "ab אבג cd", "ab גבא cd"],
  ])("%s", (_, line, seen) => {
    expect(visual(line)).toBe(seen);
  });

  test("the first letter tells the direction of the paragraph, and a date has none", () => {
    expect(orderLine("אב xyz", "auto").rightToLeft).toBe(true);
    expect(orderLine("ab אב", "auto").rightToLeft).toBe(false);
    expect(readingDirection("22.11.2025 14:07")).toBeUndefined();
    expect(readingDirection("٢٢ نوفمبر")).toBe("rtl");
  });
});

describe("a line", () => {
  test("has a glyph for each character of simple scripts, and needs no shaper", () => {
    const texts = ["Łukasz Đorđević", "Ελένη", "Жанна", "山田太郎"];
    const typeface = new Typeface([sans(), kana()]);
    for (const text of texts) {
      expect(needsShaper(text, typeface.fonts)).toBe(false);
      expect(glyphsOf(typeface, text)).toHaveLength(Array.from(text).length);
      expect(seenText(typeface, text)).toBe(text);
    }
  });

  test("takes each character from the first font that has it", () => {
    const fonts = new Typeface([caveat(), sans(), kana()])
      .set("Adaβ山")
      .runs.map(({ font }) => font.postScriptName);
    expect(fonts).toEqual(["Caveat-Regular", "NotoSans-Regular", "SawarabiGothic-Regular"]);
  });

  test("is as wide as its glyphs", () => {
    const typeface = new Typeface(sans());
    expect(typeface.widthOf("Zoë")).toBeCloseTo(typeface.set("Zoë").width);
    expect(typeface.widthOf("Zoë")).toBeCloseTo(sans().widthOf("Zoë"));
  });

  test("Hebrew without points is turned round and mirrored without a shaper", () => {
    const typeface = new Typeface([hebrew(), sans()]);
    expect(seenText(typeface, "שלום (7)")).toBe(")7( םולש");
    const brackets = glyphsOf(new Typeface(hebrew()), "(שלום)").map(({ glyph }) => glyph);
    expect([brackets[0], brackets.at(-1)]).toEqual([hebrew().glyphOf(0x28), hebrew().glyphOf(0x29)]);
  });

  test("Arabic letters take the forms of their places in a word", () => {
    const alone = glyphsOf(new Typeface(naskh(), shaper), "ع")[0]!.glyph;
    const joined = glyphsOf(new Typeface(naskh(), shaper), "ععع").map(({ glyph }) => glyph);
    expect(new Set([alone, ...joined]).size).toBe(4);
  });

  test.each(["محمد عبد الله", "عَلَيْكُم", "لا إله", "שָׁלוֹם"])(
    "%s stands for its letters one by one, from right to left",
    (text) => {
      const typeface = new Typeface([naskh(), hebrew()], shaper);
      for (const { text: letter } of glyphsOf(typeface, text)) expect(Array.from(letter)).toHaveLength(1);
      const read = Array.from(seenText(typeface, text)).reverse().join("");
      expect(read.normalize("NFC")).toBe(text.normalize("NFC"));
    },
  );

  test("a syllable whose vowel moved in front is one glyph that stands for it in its written order", () => {
    const [syllable] = glyphsOf(new Typeface(sans(), shaper), "कि");
    expect(syllable!.text).toBe("कि");
    expect(syllable!.glyph).toHaveLength(2);
  });

  test("a script that is illegible without a shaper is refused without one, where a font has it", () => {
    const refusal = () => {
      try {
        new Typeface([sans(), naskh()]).set("محمد");
        return "none";
      } catch (error) {
        return (error as EngineError).code;
      }
    };
    expect(refusal()).toBe("font_shaper_required");
    expect(needsShaper("محمد", [sans(), naskh()])).toBe(true);
  });

  test("characters that no font has are boxes, and need no shaper", () => {
    expect(needsShaper("محمد", sans())).toBe(false);
    const boxes = glyphsOf(new Typeface(sans()), "محمد");
    expect(boxes.map(({ glyph }) => glyph)).toEqual([0, 0, 0, 0]);
  });

  test("loses no letter, whatever scripts are mixed in it", () => {
    const typeface = new Typeface([sans(), naskh(), hebrew(), kana()], shaper);
    const pieces = [
      "a",
      "Ł",
      " ",
      "(",
      ")",
      "7",
      "ש",
      "לָ",
      "م",
      "لا",
      "ّ",
      "कि",
      "क्ष",
      "山",
      "é",
      "x̂",
      "-",
      "\u{1f600}",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (chosen) => {
        const text = shownText(chosen.join(""));
        const sorted = (letters: string) => Array.from(letters.normalize("NFD")).sort().join("");
        const lettersOf = typeface
          .set(text)
          .runs.map((run) => run.actualText ?? run.glyphs.map((g) => g.text).join(""));
        expect(sorted(lettersOf.join(""))).toBe(sorted(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe("shown text", () => {
  test("keeps the joiners that Persian and Hindi write within words, and no others", () => {
    expect(shownText("علی\u200cرضا")).toBe("علی\u200cرضا");
    expect(shownText("क्\u200dष")).toBe("क्\u200dष");
    expect(shownText("a\u200cb\u200d")).toBe("ab");
    expect(shownText("م\u200c م\u200d")).toBe("م م");
  });

  test("has no bidirectional override, and none of what Unicode says is no character", () => {
    expect(shownText("a\u202eb\u2066c\ufffed\u{1ffff}")).toBe("abcd");
  });

  test("is itself when it is shown again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
        expect(shownText(shownText(text))).toBe(shownText(text));
      }),
    );
  });
});

describe("rows may be broken", () => {
  const words = (text: string) =>
    breakIntoWords(text).map(({ text: word, spaced }) => (spaced ? `_${word}` : word));

  test.each([
    ["at spaces", "one two", ["one", "_two"]],
    ["between ideographs", "山田太郎", ["山", "田", "太", "郎"]],
    ["not before what closes and not after what opens", "「山」。田", ["「山」。", "田"]],
    ["not before small kana and the prolonged sound", "キャー山", ["キャー", "山"]],
    ["between Latin and ideographs", "abc山", ["abc", "山"]],
    ["between the words of Thai", "สวัสดีครับ", ["สวัสดี", "ครับ"]],
  ])("%s", (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("and joined again they are the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (any) => {
        const text = shownText(any);
        expect(words(text).join("").replaceAll("_", "").replaceAll(" ", "")).toBe(
          text.replaceAll(" ", "").replaceAll("_", ""),
        );
      }),
    );
  });
});
