/** The fonts that a line of an own appearance can be set in. */
export const appearanceFonts = [
  "times",
  "times_bold",
  "times_italic",
  "times_bold_italic",
  "helvetica",
  "helvetica_bold",
  "helvetica_oblique",
  "helvetica_bold_oblique",
  "courier",
  "courier_bold",
  "courier_oblique",
  "courier_bold_oblique",
  "handwriting",
  "calligraphy",
] as const;

export type AppearanceFont = (typeof appearanceFonts)[number];
