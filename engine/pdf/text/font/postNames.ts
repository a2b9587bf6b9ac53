import type { FontTable } from "../../font/fontTable.js";
import { MACINTOSH_GLYPH_NAMES } from "./macintoshGlyphNames.js";

/** The names of a TrueType font's glyphs (post table, formats 1 and 2). @throws EngineError `font_damaged` */
export function readPostNames(post: FontTable): (glyph: number) => string | undefined {
  const version = post.u32(0);
  if (version === 0x00010000) return (glyph) => MACINTOSH_GLYPH_NAMES[glyph];
  if (version !== 0x00020000) return () => undefined;
  const count = post.u16(32);
  const names: string[] = [];
  for (let at = 34 + 2 * count; at < post.length; ) {
    const length = post.bytes[at]!;
    names.push(String.fromCharCode(...post.bytes.subarray(at + 1, at + 1 + length)));
    at += 1 + length;
  }
  return (glyph) => {
    if (glyph >= count) return undefined;
    const index = post.u16(34 + 2 * glyph);
    return index < 258 ? MACINTOSH_GLYPH_NAMES[index] : names[index - 258];
  };
}
