import type { StandardFontName } from "../../engine/pdf/appearance/standardFontName.js";
import type { AppearanceFont } from "./appearanceFonts.js";

/** What PDF calls the fonts that every reader has (ISO 32000-2 9.6.2.2). */
export const standardFontNames: Readonly<Partial<Record<AppearanceFont, StandardFontName>>> = {
  times: "Times-Roman",
  times_bold: "Times-Bold",
  times_italic: "Times-Italic",
  times_bold_italic: "Times-BoldItalic",
  helvetica: "Helvetica",
  helvetica_bold: "Helvetica-Bold",
  helvetica_oblique: "Helvetica-Oblique",
  helvetica_bold_oblique: "Helvetica-BoldOblique",
  courier: "Courier",
  courier_bold: "Courier-Bold",
  courier_oblique: "Courier-Oblique",
  courier_bold_oblique: "Courier-BoldOblique",
};
