import { asDict, type PdfDict, PdfName } from "../../objects.js";
import type { ContentSource } from "../contentSource.js";
import { type Encoding, namedEncoding, STANDARD_ENCODING } from "../encoding/encodings.js";
import { unicodeOfGlyphName } from "../encoding/glyphNames.js";
import { builtInEncoding } from "./builtInEncoding.js";
import { standardFont } from "./standardFonts.js";

/**
 * What the 256 codes of a simple font stand for by its /Encoding (ISO 32000-2 9.6.5): a base, named or the font's own,
 * and /Differences from it by glyph names.
 */
export function simpleEncoding(source: ContentSource, font: PdfDict): Encoding {
  const encoding = source.resolve(font.get("Encoding"));
  const baseFont = source.name(font.get("BaseFont")) ?? "";
  const own = () => standardFont(baseFont)?.encoding ?? builtInEncoding(source, font);
  if (encoding instanceof PdfName) return namedEncoding(encoding.name) ?? own();
  const dict = asDict(encoding);
  if (source.name(font.get("Subtype")) === "Type3")
    return differences(source, dict, STANDARD_ENCODING, false);
  const named = namedEncoding(source.name(dict?.get("BaseEncoding")) ?? "");
  return differences(source, dict, named ?? own(), baseFont.includes("Dingbats"));
}

function differences(
  source: ContentSource,
  dict: PdfDict | undefined,
  base: Encoding,
  isDingbats: boolean,
): Encoding {
  const list = source.array(dict?.get("Differences"));
  if (list === undefined) return base;
  const encoding = [...base];
  let code = 0;
  for (const entry of list) {
    source.countOperators(1);
    const value = source.resolve(entry);
    if (typeof value === "number") code = value;
    else if (value instanceof PdfName) {
      // Bitmap fonts of TeX name each glyph after its code (a65), which leaves it what it is.
      const isOwnCode = /^[A-Za-z]{0,2}0*(\d{1,3})$/.exec(value.name)?.[1] === String(code);
      const text = unicodeOfGlyphName(value.name, isDingbats) ?? (isOwnCode ? base[code] : undefined);
      if (code >= 0 && code < 256) encoding[code] = text;
      code++;
    }
  }
  return encoding;
}
