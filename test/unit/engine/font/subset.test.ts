import { EngineError } from "../../../../engine/error.js";
import { type FontSubset, subsetFont } from "../../../../engine/pdf/font/subset.js";
import { parseFont } from "../../../../engine/pdf/font/trueType.js";
import { quickestRun } from "../../../support/processorTime.js";
import { shippedFontBytes, tablePlace } from "./shippedFont.js";

const bytes = shippedFontBytes();
const font = parseFont(bytes);
const codesOf = (text: string) => Array.from(text, (character) => character.codePointAt(0)!);
const NAME = codesOf("Łukasz Đorđević 22.11.2025, 14:07 UTC");
const E_ACUTE = 0xe9;

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
  glyphBytes(copy, font.glyphOf(E_ACUTE)).setUint16(12, font.glyphOf(E_ACUTE));
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

  test("has a glyph for each character, with its own width and outline", () => {
    expect(subset.glyphs.size).toBe(new Set(NAME).size);
    const hmtx = tableOf(subset.bytes, "hmtx");
    for (const [codePoint, glyph] of subset.glyphs) {
      const source = font.horizontalMetrics(font.glyphOf(codePoint));
      expect(hmtx.getUint16(glyph * 4)).toBe(source.advance);
      expect(subset.advances[glyph]).toBe(source.advance);
      expect(glyphBytes(subset.bytes, glyph).byteLength > 0).toBe(codePoint !== 0x20);
    }
    expect(tableOf(subset.bytes, "maxp").getUint16(4)).toBe(subset.glyphCount);
    expect(tableOf(subset.bytes, "hhea").getUint16(34)).toBe(subset.glyphCount);
  });

  test("is a small part of the font", () => {
    expect(subset.bytes.length).toBeLessThan(bytes.length / 100);
  });

  test("holds the components of its composite glyphs, renumbered", () => {
    const composite = subsetFont(font, [E_ACUTE]);
    const glyph = glyphBytes(composite.bytes, composite.glyphs.get(E_ACUTE)!);
    expect(glyph.getInt16(0)).toBe(-1);
    const component = glyph.getUint16(12);
    expect(component).toBeLessThan(composite.glyphCount);
    const original = glyphBytes(bytes, glyphBytes(bytes, font.glyphOf(E_ACUTE)).getUint16(12));
    const kept = glyphBytes(composite.bytes, component);
    expect(kept.getInt16(0)).toBeGreaterThan(0);
    for (const at of [0, 2, 4, 6, 8]) expect(kept.getInt16(at)).toBe(original.getInt16(at));
  });

  test("gives characters that look alike or have no glyph a glyph each, so that text can be taken out again", () => {
    const { glyphs } = subsetFont(font, codesOf("李王 \u00a0"));
    expect(new Set(glyphs.values()).size).toBe(4);
    expect([...glyphs.values()]).not.toContain(0);
  });

  test("is the same for the same characters in another order", () => {
    expect(subsetFont(font, [...NAME].reverse()).bytes).toEqual(subset.bytes);
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
  expect(() => subsetFont(circular, [E_ACUTE])).toThrow(EngineError);
  expect(() => subsetFont(circular, [E_ACUTE])).toThrow("contains itself");
  expect(() => subsetFont(circular, [0x41])).not.toThrow();
});
