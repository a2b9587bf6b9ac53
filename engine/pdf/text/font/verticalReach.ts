import type { PdfDict } from "../../objects.js";
import type { ContentSource } from "../contentSource.js";

/** How far letters reach above and below the baseline, in ems, where a font does not say anything sensible. */
const USUAL = { ascent: 0.8, descent: -0.2 };

/** /Ascent and /Descent of a font descriptor (ISO 32000-2 Table 120), made sane: many writers leave them 0 or wrong. */
export function verticalReach(
  source: ContentSource,
  descriptor: PdfDict | undefined,
  standard?: { readonly ascent: number; readonly descent: number },
): { ascent: number; descent: number } {
  const ascent = (source.number(descriptor?.get("Ascent")) ?? standard?.ascent ?? 0) / 1000;
  const descent = (source.number(descriptor?.get("Descent")) ?? standard?.descent ?? 0) / 1000;
  return {
    ascent: ascent > 0.3 && ascent < 1.3 ? ascent : USUAL.ascent,
    // Some write the depth without its sign.
    descent: Math.abs(descent) > 0.05 && Math.abs(descent) < 0.8 ? -Math.abs(descent) : USUAL.descent,
  };
}
