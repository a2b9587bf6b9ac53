import type { AppearanceFont } from "../../../placements/appearanceFonts.js";

/** A font as it is asked for here. */
export interface LineFont {
  readonly font: AppearanceFont;
  readonly embedded: boolean;
}

const embedded = (font: AppearanceFont): LineFont => ({ font, embedded: true });
const named = (font: AppearanceFont): LineFont => ({ font, embedded: false });

/** The fonts of `lineFont`: those whose names end with `_not_archived` are named, all others are put into the document. */
export const lineFonts = {
  Times_roman: embedded("times"),
  Times_Bold: embedded("times_bold"),
  Times_Italic: embedded("times_italic"),
  Times_Bold_Italic: embedded("times_bold_italic"),
  Helvetica: embedded("helvetica"),
  Helvetica_Bold: embedded("helvetica_bold"),
  Helvetica_Oblique: embedded("helvetica_oblique"),
  Helvetica_Bold_Oblique: embedded("helvetica_bold_oblique"),
  Courier: embedded("courier"),
  Courier_Bold: embedded("courier_bold"),
  Courier_Italic: embedded("courier_oblique"),
  Courier_Bold_Italic: embedded("courier_bold_oblique"),
  Handwriting_Regular: embedded("handwriting"),
  Handwriting_Callig: embedded("calligraphy"),
  Times_roman_not_archived: named("times"),
  Times_Bold_not_archived: named("times_bold"),
  Times_Italic_not_archived: named("times_italic"),
  Times_Bold_Italic_not_archived: named("times_bold_italic"),
  Helvetica_not_archived: named("helvetica"),
  Helvetica_Bold_not_archived: named("helvetica_bold"),
  Helvetica_Oblique_not_archived: named("helvetica_oblique"),
  Helvetica_Bold_Oblique_not_archived: named("helvetica_bold_oblique"),
  Courier_not_archived: named("courier"),
  Courier_Bold_not_archived: named("courier_bold"),
  Courier_Oblique_not_archived: named("courier_oblique"),
  Courier_Bold_Oblique_not_archived: named("courier_bold_oblique"),
} as const satisfies Record<string, LineFont>;

export type LineFontName = keyof typeof lineFonts;

export const lineFontNames = Object.keys(lineFonts) as LineFontName[];

/** What the older fields call a font: a family and a style, of which no list was published. Any other is Helvetica. */
export function fontOf(family: string | null, style: string | null): LineFont {
  const bold = /bold/i.test(style ?? "");
  const slanted = /italic|oblique/i.test(style ?? "");
  const both = (name: string) => `${name}${bold ? "_bold" : ""}`;
  if (/^times/i.test(family ?? ""))
    return embedded(`${both("times")}${slanted ? "_italic" : ""}` as AppearanceFont);
  const base = /^courier/i.test(family ?? "") ? "courier" : "helvetica";
  return embedded(`${both(base)}${slanted ? "_oblique" : ""}` as AppearanceFont);
}
