import { Buffer } from "node:buffer";
import { flateStream } from "../flateStream.js";
import {
  PdfName,
  type PdfObject,
  PdfRaw,
  type PdfRef,
  type PdfStream,
  PdfString,
  pdfDict,
} from "../objects.js";
import type { FontProgram } from "./fontProgram.js";
import type { FontUse } from "./fontUse.js";
import { GlyphOutlines } from "./glyphOutlines.js";
import type { JoinedGlyph } from "./joinedGlyph.js";
import { subsetFont } from "./subset.js";
import { toUnicodeCMap } from "./toUnicode.js";

/** A font of which everything is made but the references, so that it can be put into several files. */
export interface PreparedFont {
  readonly name: PdfName;
  readonly font: FontProgram;
  readonly program: PdfStream;
  readonly widths: PdfRaw;
  readonly toUnicode: PdfStream;
  readonly cidSet: PdfStream;
}

const FONT = new PdfName("Font");
const CID_SYSTEM_INFO = pdfDict({ Registry: ascii("Adobe"), Ordering: ascii("Identity"), Supplement: 0 });

/**
 * Makes the subset of a font that a drawing uses, with its widths and its ToUnicode CMap. Equal uses give equal
 * bytes.
 *
 * @throws EngineError `font_damaged` when an outline that is needed is wrong
 */
export function prepareFont({ font, glyphs, texts }: FontUse): PreparedFont {
  const { bytes, glyphCount } = subsetFont(font, glyphs);
  const trueType = font.outlines instanceof GlyphOutlines;
  const perEm = 1000 / font.metrics.unitsPerEm;
  let widths = "[0 [";
  for (const glyph of glyphs) widths += `${Math.round(advanceOf(font, glyph) * perEm)} `;
  return {
    name: new PdfName(`${subsetTag(glyphs, texts)}+${font.postScriptName}`),
    font,
    program: flateStream(
      bytes,
      trueType ? { Length1: bytes.length } : { Subtype: new PdfName("CIDFontType0C") },
    ),
    widths: new PdfRaw(Buffer.from(`${widths}]]`, "latin1")),
    toUnicode: flateStream(toUnicodeCMap(texts)),
    cidSet: flateStream(allBits(glyphCount)),
  };
}

/**
 * Puts a font into a file: a Type0 font with Identity-H encoding, whose descendant is a CIDFontType2 (TrueType
 * outlines) or a CIDFontType0 (CFF) (ISO 32000-2, 9.7 and 9.9). It has all that the parts of ISO 19005 ask for.
 *
 * @param add puts an object into the file and returns its reference
 * @returns the reference of the Type0 font
 */
export function embedFont(prepared: PreparedFont, add: (value: PdfObject) => PdfRef): PdfRef {
  const { name, font, widths, toUnicode } = prepared;
  const trueType = font.outlines instanceof GlyphOutlines;
  const descendant = pdfDict({
    Type: FONT,
    Subtype: new PdfName(trueType ? "CIDFontType2" : "CIDFontType0"),
    BaseFont: name,
    CIDSystemInfo: CID_SYSTEM_INFO,
    CIDToGIDMap: trueType ? new PdfName("Identity") : undefined,
    DW: 1000,
    W: widths,
    FontDescriptor: add(fontDescriptor(prepared, add)),
  });
  return add(
    pdfDict({
      Type: FONT,
      Subtype: new PdfName("Type0"),
      BaseFont: name,
      Encoding: new PdfName("Identity-H"),
      DescendantFonts: [add(descendant)],
      ToUnicode: add(toUnicode),
    }),
  );
}

function fontDescriptor(
  { name, font, program, cidSet }: PreparedFont,
  add: (value: PdfObject) => PdfRef,
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
    // No table holds the stem width; this is the customary estimate from the weight class.
    StemV: Math.round(50 + (metrics.weight / 65) ** 2),
    [font.outlines instanceof GlyphOutlines ? "FontFile2" : "FontFile3"]: add(program),
    // PDF/A-1 asks for it (ISO 19005-1, 6.3.5); later parts allow it if it names every glyph, which it does.
    CIDSet: add(cidSet),
  });
}

function advanceOf(font: FontProgram, glyph: number | JoinedGlyph): number {
  return typeof glyph === "number" ? font.horizontal.advance(glyph) : glyph.advance;
}

/**
 * Six capital letters (ISO 32000-2, 9.9.2) from what the subset holds: other contents, another name. It need not be
 * a cryptographic digest, because only the subsets of one file must differ, and none is told by its tag alone.
 */
function subsetTag(glyphs: FontUse["glyphs"], texts: readonly string[]): string {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  const mix = (value: number) => {
    high = Math.imul(high ^ value, 0x01000193);
    low = Math.imul(low ^ (value + (high >>> 15)), 0x85ebca6b);
  };
  for (const glyph of glyphs)
    if (typeof glyph === "number") mix(glyph);
    else for (const part of glyph.parts) [part.glyph, part.x, part.y].forEach(mix);
  for (const text of texts) for (let i = 0; i < text.length; i++) mix(text.charCodeAt(i));
  let rest = (high >>> 0) * 0x10000 + (low >>> 16);
  let tag = "";
  for (let letter = 0; letter < 6; letter++) {
    tag += String.fromCharCode(65 + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return tag;
}

function allBits(count: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(count / 8)).fill(0xff);
  if (count % 8 !== 0) bits[bits.length - 1] = (0xff << (8 - (count % 8))) & 0xff;
  return bits;
}

function ascii(text: string): PdfString {
  return new PdfString(Buffer.from(text, "latin1"));
}
