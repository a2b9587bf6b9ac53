import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { PdfName, type PdfObject, type PdfRef, PdfStream, PdfString, pdfDict } from "../objects.js";
import { shownText } from "./shownText.js";
import { type FontSubset, subsetFont } from "./subset.js";
import { toUnicodeCMap } from "./toUnicode.js";
import type { FontProgram } from "./trueType.js";

/** A font as it stands in a PDF. */
export interface EmbeddedFont {
  /** The Type0 font dictionary. */
  readonly ref: PdfRef;
  /** The text's character codes, two bytes each, for a Tj operator. Only texts that were named when embedding. */
  encode(text: string): Uint8Array;
}

/**
 * Embeds the part of a font that some texts need: a Type0 font with a CIDFontType2 descendant, Identity-H encoding
 * and a ToUnicode CMap (ISO 32000-2, 9.7 and 9.9). Equal texts give equal objects.
 *
 * @param font the parsed font
 * @param texts what will be drawn with it
 * @param add puts an object into the file and returns its reference
 * @param options `cidSet` writes the CIDSet that PDF/A-1 asks for (ISO 19005-1, 6.3.5) and later parts do not
 * @throws EngineError `font_damaged` when an outline that is needed is wrong
 */
export function embedFont(
  font: FontProgram,
  texts: readonly string[],
  add: (value: PdfObject) => PdfRef,
  options: { cidSet?: boolean } = {},
): EmbeddedFont {
  const codePoints = texts.flatMap((text) => Array.from(shownText(text), (c) => c.codePointAt(0)!));
  const subset = subsetFont(font, codePoints);
  const name = new PdfName(`${subsetTag(subset.bytes)}+${font.postScriptName}`);
  const descendant = add(
    pdfDict({
      Type: new PdfName("Font"),
      Subtype: new PdfName("CIDFontType2"),
      BaseFont: name,
      CIDSystemInfo: pdfDict({ Registry: ascii("Adobe"), Ordering: ascii("Identity"), Supplement: 0 }),
      CIDToGIDMap: new PdfName("Identity"),
      DW: 1000,
      W: [0, subset.advances.map((advance) => Math.round((advance * 1000) / font.metrics.unitsPerEm))],
      FontDescriptor: add(fontDescriptor(font, name, subset, add, options.cidSet === true)),
    }),
  );
  const ref = add(
    pdfDict({
      Type: new PdfName("Font"),
      Subtype: new PdfName("Type0"),
      BaseFont: name,
      Encoding: new PdfName("Identity-H"),
      DescendantFonts: [descendant],
      ToUnicode: add(deflated(toUnicodeCMap(subset.glyphs))),
    }),
  );
  return { ref, encode: (text) => encode(subset, text) };
}

function fontDescriptor(
  font: FontProgram,
  name: PdfName,
  subset: FontSubset,
  add: (value: PdfObject) => PdfRef,
  cidSet: boolean,
): PdfObject {
  const { metrics } = font;
  const SYMBOLIC = 4;
  const ITALIC = 64;
  return pdfDict({
    Type: new PdfName("FontDescriptor"),
    FontName: name,
    Flags: SYMBOLIC | (metrics.fixedPitch ? 1 : 0) | (metrics.italicAngle !== 0 ? ITALIC : 0),
    FontBBox: [...metrics.boundingBox],
    ItalicAngle: metrics.italicAngle,
    Ascent: metrics.ascent,
    Descent: metrics.descent,
    CapHeight: metrics.capHeight,
    // No TrueType table holds the stem width; this is the customary estimate from the weight class.
    StemV: Math.round(50 + (metrics.weight / 65) ** 2),
    FontFile2: add(deflated(subset.bytes, { Length1: subset.bytes.length })),
    CIDSet: cidSet ? add(deflated(allBits(subset.glyphCount))) : undefined,
  });
}

/** Six capital letters from the subset's own bytes (ISO 32000-2, 9.9.2): other contents, another name. */
function subsetTag(bytes: Uint8Array): string {
  const digest = createHash("sha256").update(bytes).digest();
  return String.fromCharCode(...digest.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

function encode(subset: FontSubset, text: string): Uint8Array {
  const codes = Array.from(shownText(text), (c) => subset.glyphs.get(c.codePointAt(0)!) ?? 0);
  return Uint8Array.from(codes.flatMap((code) => [code >> 8, code & 0xff]));
}

function allBits(count: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(count / 8)).fill(0xff);
  if (count % 8 !== 0) bits[bits.length - 1] = (0xff << (8 - (count % 8))) & 0xff;
  return bits;
}

function deflated(bytes: Uint8Array, entries: Record<string, PdfObject> = {}): PdfStream {
  const raw = deflateSync(bytes);
  return new PdfStream(pdfDict({ ...entries, Filter: new PdfName("FlateDecode"), Length: raw.length }), raw);
}

function ascii(text: string): PdfString {
  return new PdfString(Buffer.from(text, "latin1"));
}
