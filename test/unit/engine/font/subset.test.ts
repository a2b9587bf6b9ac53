import { EngineError } from "../../../../engine/error.js";
import { parseFont } from "../../../../engine/pdf/font/fontProgram.js";
import type { FontSubset } from "../../../../engine/pdf/font/fontSubset.js";
import { subsetFont } from "../../../../engine/pdf/font/subset.js";
import { quickestRun } from "../../../support/processorTime.js";
import { shippedFontBytes, tablePlace } from "./shippedFont.js";

const bytes = shippedFontBytes();
const font = parseFont(bytes);
/** .notdef and the glyphs of the text's characters, each once. */
const glyphsOf = (text: string) => [
  0,
  ...new Set(Array.from(text, (one) => font.glyphOf(one.codePointAt(0)!))),
];
const NAME = glyphsOf("Łukasz Đorđević 22.11.2025, 14:07 UTC");
const E_ACUTE = font.glyphOf(0xe9);
const SPACE = font.glyphOf(0x20);

function tableOf(file: Uint8Array, tag: string): DataView {
  const { offset, length } = tablePlace(file, tag);
  return new DataView(file.buffer, file.byteOffset + offset, length);
}

function checksum(view: DataView): number {
  let sum = 0;
  for (let at = 0; at < view.byteLength; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

/** A glyph's bytes; the shipped font and all its subsets here differ in the format of loca. */
function glyphBytes(file: Uint8Array, glyph: number): DataView {
  const long = tableOf(file, "head").getInt16(50) === 1;
  const loca = tableOf(file, "loca");
  const at = (i: number) => (long ? loca.getUint32(i * 4) : loca.getUint16(i * 2) * 2);
  const { offset } = tablePlace(file, "glyf");
  return new DataView(file.buffer, file.byteOffset + offset + at(glyph), at(glyph + 1) - at(glyph));
}

/** The shipped font in which the first component of "é" is "é" itself. */
function selfContaining(): Uint8Array {
  const copy = Uint8Array.from(bytes);
  glyphBytes(copy, E_ACUTE).setUint16(12, E_ACUTE);
  return copy;
}

describe("a subset", () => {
  const subset: FontSubset = subsetFont(font, NAME);

  test("is a font file whose checksums are right", () => {
    const padded = (tag: string) => {
      const { offset, length } = tablePlace(subset.bytes, tag);
      return new DataView(subset.bytes.buffer, offset, (length + 3) & ~3);
    };
    expect(checksum(new DataView(subset.bytes.buffer))).toBe(0xb1b0afba);
    for (const tag of ["glyf", "hhea", "hmtx", "loca", "maxp"]) {
      const { record } = tablePlace(subset.bytes, tag);
      expect(checksum(padded(tag))).toBe(new DataView(subset.bytes.buffer).getUint32(record + 4));
    }
  });

  test("has the glyphs that were asked for, in that order, with their own widths and outlines", () => {
    const hmtx = tableOf(subset.bytes, "hmtx");
    for (const [glyph, source] of NAME.entries()) {
      expect(hmtx.getUint16(glyph * 4)).toBe(font.horizontal.advance(source));
      expect(hmtx.getInt16(glyph * 4 + 2)).toBe(font.horizontal.leftSideBearing(source));
      expect(glyphBytes(subset.bytes, glyph).byteLength > 0).toBe(source !== SPACE);
    }
    expect(tableOf(subset.bytes, "maxp").getUint16(4)).toBe(subset.glyphCount);
    expect(tableOf(subset.bytes, "hhea").getUint16(34)).toBe(subset.glyphCount);
  });

  test("is a small part of the font", () => {
    expect(subset.bytes.length).toBeLessThan(bytes.length / 100);
  });

  test("holds the components of its composite glyphs, renumbered", () => {
    const composite = subsetFont(font, [0, E_ACUTE]);
    const glyph = glyphBytes(composite.bytes, 1);
    expect(glyph.getInt16(0)).toBe(-1);
    const component = glyph.getUint16(12);
    expect(component).toBeLessThan(composite.glyphCount);
    const original = glyphBytes(bytes, glyphBytes(bytes, E_ACUTE).getUint16(12));
    const kept = glyphBytes(composite.bytes, component);
    expect(kept.getInt16(0)).toBeGreaterThan(0);
    for (const at of [0, 2, 4, 6, 8]) expect(kept.getInt16(at)).toBe(original.getInt16(at));
  });

  test("has a glyph twice that was asked for twice, so that each can stand for another text", () => {
    const twice = subsetFont(font, [0, E_ACUTE, E_ACUTE]);
    const [first, second] = [glyphBytes(twice.bytes, 1), glyphBytes(twice.bytes, 2)];
    expect(second.byteLength).toBe(first.byteLength);
    expect(second.getInt16(0)).toBe(-1);
  });

  test("holds a joined glyph as a composite of its parts, at their places, with its own width", () => {
    const [a, dot] = [font.glyphOf(0x61), font.glyphOf(0x2e)];
    const parts = [
      { glyph: a, x: 0, y: 0 },
      { glyph: dot, x: 150, y: 700 },
    ];
    const joined = subsetFont(font, [0, { parts, advance: 561 }]);
    const glyph = glyphBytes(joined.bytes, 1);
    expect(glyph.getInt16(0)).toBe(-1);
    expect([glyph.getInt16(14), glyph.getInt16(16)]).toEqual([0, 0]);
    expect([glyph.getInt16(22), glyph.getInt16(24)]).toEqual([150, 700]);
    expect(glyph.getInt16(8)).toBeGreaterThan(700);
    expect(tableOf(joined.bytes, "hmtx").getUint16(4)).toBe(561);
    expect(tableOf(joined.bytes, "hmtx").getInt16(6)).toBe(glyph.getInt16(2));
  });

  test("of 40 characters costs less than a millisecond", () => {
    for (let n = 0; n < 100; n++) subsetFont(font, NAME);
    const cost = quickestRun(100, () => {
      for (let n = 0; n < 100; n++) subsetFont(font, NAME);
    });
    expect(cost / 100).toBeLessThan(1);
  });

  test("leaves the font as it was, also when the font came in a pooled Buffer", () => {
    const pooled = Buffer.from(bytes);
    const first = subsetFont(parseFont(pooled), NAME);
    expect(pooled.equals(bytes)).toBe(true);
    expect(first.bytes).toEqual(subset.bytes);
  });
});

test("a glyph that contains itself is refused, so that no reader runs in circles", () => {
  const circular = parseFont(selfContaining());
  expect(() => subsetFont(circular, [0, E_ACUTE])).toThrow(EngineError);
  expect(() => subsetFont(circular, [0, E_ACUTE])).toThrow("contains itself");
  expect(() => subsetFont(circular, [0, font.glyphOf(0x41)])).not.toThrow();
});
