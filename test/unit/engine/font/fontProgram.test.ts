import { EngineError } from "../../../../engine/error.js";
import { parseFont } from "../../../../engine/pdf/font/fontProgram.js";
import { subsetFont } from "../../../../engine/pdf/font/subset.js";
import { quickestRun } from "../../../support/processorTime.js";
import { seededRandom } from "../../../support/seededRandom.js";
import { shippedFontBytes, tablePlace } from "./shippedFont.js";

const bytes = shippedFontBytes();
const font = parseFont(bytes);
const FORMAT_12_ENCODINGS = new Set([4, 10]);

function damageOf(font: Uint8Array): string {
  try {
    const parsed = parseFont(font);
    subsetFont(parsed, [0, parsed.glyphOf(0x41), parsed.glyphOf(0xe9)]);
  } catch (error) {
    if (error instanceof EngineError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "no error";
}

function changed(change: (file: Buffer) => void): Uint8Array {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

/** Points every format 12 subtable's record to the format 4 subtable. */
function withFormat4Only(): Uint8Array {
  return changed((file) => {
    const { offset } = tablePlace(file, "cmap");
    const records = Array.from({ length: file.readUInt16BE(offset + 2) }, (_, i) => offset + 4 + i * 8);
    const basic = records.find((record) => file.readUInt32BE(record) === 0x00030001)!;
    for (const record of records)
      if (FORMAT_12_ENCODINGS.has(file.readUInt16BE(record + 2)))
        file.writeUInt32BE(file.readUInt32BE(basic + 4), record + 4);
  });
}

describe("the shipped font", () => {
  test.each([
    [
      "the European Union's Latin",
      "Łukasz Đorđević Żółć Őrsi Șerban Ţ Ñuñez Åse Zoë Ħal Ġorġ Ķīlis Ųžas ß œ æ þ",
    ],
    ["Turkish and Vietnamese", "İğdır Nguyễn Thị Hường"],
    ["Greek, with all accents", "Ελένη Παπαδοπούλου ΐ ΰ Ώ ᾧ"],
    ["Cyrillic", "Жанна Петрова Ґ Є І Ї Ў Љ Њ Ћ Џ Ѓ Қ Ң Ү"],
    ["punctuation", "“–—’…·€£¥§°№ 0123456789 @:/,.-"],
  ])("has a glyph for every character of %s", (_, text) => {
    expect(font.missingCharacters(text)).toEqual([]);
  });

  test("names the characters it has no glyph for, each once, and never throws", () => {
    expect(font.missingCharacters("Li 李李 שלום \u{1f600}")).toEqual(["李", "ש", "ל", "ו", "ם", "\u{1f600}"]);
  });

  test("finds a composed glyph for a letter and a combining accent", () => {
    expect(font.missingCharacters("e\u0301 N\u0303")).toEqual([]);
    expect(font.glyphOf(0xe9)).toBeGreaterThan(0);
  });

  test("measures text as the sum of its advances", () => {
    expect(font.widthOf("AA")).toBeCloseTo(2 * font.widthOf("A"));
    expect(font.widthOf("W")).toBeGreaterThan(font.widthOf("i"));
  });

  test("has a name and metrics a layout can rely on", () => {
    expect(font.postScriptName).toBe("NotoSans-Regular");
    expect(font.metrics).toMatchObject({ unitsPerEm: 1000, ascent: 1069, descent: -293, capHeight: 714 });
  });
});

test("format 4 and format 12 of the character map agree on the whole basic plane", () => {
  const basic = parseFont(withFormat4Only());
  const differing = Array.from({ length: 0x10000 }, (_, code) => code).filter(
    (code) => basic.glyphOf(code) !== font.glyphOf(code),
  );
  expect(differing).toEqual([]);
});

describe("a font that cannot be used is refused", () => {
  const cases: [string, Uint8Array, string][] = [
    ["no bytes", new Uint8Array(), "directory table ends"],
    ["a text file", Buffer.from("no font at all"), "not a TrueType or OpenType font"],
    ["a web font", changed((file) => file.write("wOF2")), "not a TrueType or OpenType font"],
    ["cut in half", bytes.subarray(0, bytes.length >> 1), "directory table ends"],
    [
      "a table beyond the file",
      changed((file) => file.writeUInt32BE(0xfffffff0, 12 + 8)),
      "directory table ends",
    ],
    [
      "no glyf table",
      changed((file) => file.write("gone", tablePlace(bytes, "glyf").record)),
      "no glyf table",
    ],
    ["too many tables", changed((file) => file.writeUInt16BE(9999, 4)), "more than 64 tables"],
    [
      "no glyphs",
      changed((file) => file.writeUInt16BE(0, tablePlace(bytes, "maxp").offset + 4)),
      "no glyphs",
    ],
    [
      "more glyphs than loca has",
      changed((file) => file.writeUInt16BE(65535, tablePlace(bytes, "maxp").offset + 4)),
      "loca table ends",
    ],
    [
      "0 units per em",
      changed((file) => file.writeUInt16BE(0, tablePlace(bytes, "head").offset + 18)),
      "units per em",
    ],
    [
      "no Unicode character map",
      changed((file) => file.writeUInt16BE(0, tablePlace(bytes, "cmap").offset + 2)),
      "no Unicode character map",
    ],
    ["larger than any font", new Uint8Array(64 * 1024 * 1024 + 1), "larger than"],
  ];
  test.each(cases)("%s", (_, font, words) => {
    expect(damageOf(font)).toMatch(/^font_damaged: /);
    expect(damageOf(font)).toMatch(words);
  });

  test("1,000 mutated fonts are used or refused with an EngineError, none for more than 200 ms of processor time", () => {
    const random = seededRandom(4);
    const places = ["head", "hhea", "maxp", "loca", "cmap", "hmtx", "name", "OS/2", "glyf"].map((tag) =>
      tablePlace(bytes, tag),
    );
    const mutant = Buffer.from(bytes);
    let slowest = 0;
    for (let n = 0; n < 1000; n++) {
      const undo: [number, number][] = [];
      for (let m = random(6); m >= 0; m--) {
        const place = places[random(places.length)]!;
        const near =
          random(2) === 0 ? place.record + random(16) : place.offset + random(Math.min(place.length, 400));
        undo.push([near, mutant[near]!]);
        mutant[near] = random(256);
      }
      slowest = Math.max(
        slowest,
        quickestRun(200, () => damageOf(mutant)),
      );
      for (const [at, byte] of undo.reverse()) mutant[at] = byte;
    }
    expect(slowest).toBeLessThan(200);
  });
});
