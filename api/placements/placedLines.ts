import type { PlacedLine } from "../../engine/pdf/appearance/linedImage.js";
import type { Typefaces } from "../signing/typefaces.js";
import type { AppearanceLine } from "./ownAppearance.js";
import { standardFontNames } from "./standardFontNames.js";

/** Lines of an own appearance as they are drawn: what their font lacks, the service's own draw. */
export function placedLines(
  lines: readonly AppearanceLine[],
  { fonts, face }: Pick<Typefaces, "fonts" | "face">,
): PlacedLine[] {
  return lines.map(({ text, x, y, fontSize, color, font, embedded }) => {
    const standardFont = embedded ? undefined : standardFontNames[font];
    return {
      text,
      x,
      y,
      size: fontSize,
      colour: [(color >> 16) / 255, ((color >> 8) & 0xff) / 255, (color & 0xff) / 255],
      font: [face(font), ...fonts],
      ...(standardFont !== undefined && { standardFont }),
    };
  });
}
