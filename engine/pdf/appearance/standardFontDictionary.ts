import { type PdfDict, PdfName, type PdfObject, type PdfRef, pdfDict } from "../objects.js";
import { WIN_ANSI_ENCODING } from "../text/encoding/encodings.js";
import { standardFont } from "../text/font/standardFonts.js";
import type { StandardFontName } from "./standardFontName.js";

/** What a descriptor says beside ascent and descent; lengths in thousandths of an em. */
interface Measures {
  /** Lower left and upper right corner of a box that holds any of its glyphs. */
  readonly box: readonly [number, number, number, number];
  readonly capHeight: number;
  readonly stem: number;
  /** In degrees; negative where it leans to the right. */
  readonly slant?: number;
}

/** From Adobe's Core 14 AFM files, whose terms are in NOTICE. */
const MEASURES: Readonly<Record<StandardFontName, Measures>> = {
  "Times-Roman": { box: [-168, -218, 1000, 898], capHeight: 662, stem: 84 },
  "Times-Bold": { box: [-168, -218, 1000, 935], capHeight: 676, stem: 139 },
  "Times-Italic": { box: [-169, -217, 1010, 883], capHeight: 653, stem: 76, slant: -15.5 },
  "Times-BoldItalic": { box: [-200, -218, 996, 921], capHeight: 669, stem: 121, slant: -15 },
  Helvetica: { box: [-166, -225, 1000, 931], capHeight: 718, stem: 88 },
  "Helvetica-Bold": { box: [-170, -228, 1003, 962], capHeight: 718, stem: 140 },
  "Helvetica-Oblique": { box: [-170, -225, 1116, 931], capHeight: 718, stem: 88, slant: -12 },
  "Helvetica-BoldOblique": { box: [-174, -228, 1114, 962], capHeight: 718, stem: 140, slant: -12 },
  Courier: { box: [-23, -250, 715, 805], capHeight: 562, stem: 51 },
  "Courier-Bold": { box: [-113, -250, 749, 801], capHeight: 562, stem: 106 },
  "Courier-Oblique": { box: [-27, -250, 849, 805], capHeight: 562, stem: 51, slant: -12 },
  "Courier-BoldOblique": { box: [-57, -250, 869, 801], capHeight: 562, stem: 106, slant: -12 },
};

/** Flags of a descriptor (ISO 32000-2 Table 121). */
const FIXED_PITCH = 1;
const SERIF = 2;
const NONSYMBOLIC = 32;
const ITALIC = 64;

const FIRST = 0x20;
const LAST = 0xff;

/**
 * The dictionary of a font that is named and not embedded, in WinAnsiEncoding. Up to PDF 1.7 its name were enough; from
 * PDF 2.0 on widths and descriptor are required of every font (ISO 32000-2 9.6.2, Table 109).
 * @param add puts an object into the file and returns its reference
 */
export function standardFontDictionary(name: StandardFontName, add: (value: PdfObject) => PdfRef): PdfDict {
  const { ascent, descent, width } = standardFont(name)!;
  const { box, capHeight, stem, slant = 0 } = MEASURES[name];
  const flags =
    NONSYMBOLIC |
    (name.startsWith("Courier") ? FIXED_PITCH : 0) |
    (name.startsWith("Helvetica") ? 0 : SERIF) |
    (slant === 0 ? 0 : ITALIC);
  const descriptor = pdfDict({
    Type: new PdfName("FontDescriptor"),
    FontName: new PdfName(name),
    Flags: flags,
    FontBBox: [...box],
    ItalicAngle: slant,
    Ascent: ascent,
    Descent: descent,
    CapHeight: capHeight,
    StemV: stem,
  });
  return pdfDict({
    Type: new PdfName("Font"),
    Subtype: new PdfName("Type1"),
    BaseFont: new PdfName(name),
    Encoding: new PdfName("WinAnsiEncoding"),
    FirstChar: FIRST,
    LastChar: LAST,
    Widths: WIN_ANSI_ENCODING.slice(FIRST, LAST + 1).map((character) => width(plain(character)) ?? 0),
    FontDescriptor: add(descriptor),
  });
}

/** A no-break space is as wide as a space. */
function plain(character = ""): string {
  return character === "\u{a0}" ? " " : character;
}
