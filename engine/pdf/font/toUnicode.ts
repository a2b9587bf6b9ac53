import { Buffer } from "node:buffer";
import { hexCode, utf16Hex } from "./hexCode.js";

/** The most mappings one bfchar section may hold (Adobe Technical Note 5411). */
const SECTION_LIMIT = 100;
/** The most UTF-16 code units that one code may stand for (ISO 32000-2, 9.10.3: 512 bytes). */
const MAX_UNITS = 256;

const HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`;
const TAIL = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;

/**
 * Writes a ToUnicode CMap (ISO 32000-2, 9.10.3), which lets text be searched, copied and read aloud.
 *
 * @param texts what each two-byte character code stands for, from code 1 on (0 is .notdef, which is never shown)
 */
export function toUnicodeCMap(texts: readonly string[]): Uint8Array {
  let cmap = HEAD;
  for (let start = 0; start < texts.length; start += SECTION_LIMIT) {
    const end = Math.min(start + SECTION_LIMIT, texts.length);
    cmap += `${end - start} beginbfchar\n`;
    for (let i = start; i < end; i++)
      cmap += `<${hexCode(i + 1)}> <${utf16Hex(texts[i]!.slice(0, MAX_UNITS))}>\n`;
    cmap += "endbfchar\n";
  }
  return Buffer.from(cmap + TAIL, "latin1");
}
