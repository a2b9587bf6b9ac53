import { Buffer } from "node:buffer";

/** The most mappings one bfchar section may hold (Adobe Technical Note 5411). */
const SECTION_LIMIT = 100;

/**
 * Writes a ToUnicode CMap (ISO 32000-2, 9.10.3), which lets text be searched, copied and read aloud.
 *
 * @param glyphs each code point's two-byte character code
 */
export function toUnicodeCMap(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const mappings = [...glyphs].map(([codePoint, code]) => `<${hex(code)}> <${utf16(codePoint)}>`);
  const sections: string[] = [];
  for (let i = 0; i < mappings.length; i += SECTION_LIMIT) {
    const section = mappings.slice(i, i + SECTION_LIMIT);
    sections.push(`${section.length} beginbfchar`, ...section, "endbfchar");
  }
  const cmap = [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <FFFF>",
    "endcodespacerange",
    ...sections,
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
    "",
  ];
  return Buffer.from(cmap.join("\n"), "latin1");
}

function utf16(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  let units = "";
  for (let i = 0; i < text.length; i++) units += hex(text.charCodeAt(i));
  return units;
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, "0");
}
