import { changeForm } from "../acroForm.js";
import type { Increment } from "../increment.js";
import { PdfName, pdfDict } from "../objects.js";

/** The font that /DA names, by the name that every program uses for it. */
export const FONT_NAME = "Helv";

/**
 * Makes sure that the form has default resources with the font that the fields' /DA name (ISO 32000-2 12.7.3). Those
 * of an existing form stay as they are: nearly all have this font, and our fields bring their appearance anyway.
 * @throws EngineError `pdf_damaged`
 */
export function requireDefaultResources(increment: Increment): void {
  const form = changeForm(increment);
  if (form.written?.has("DR")) return;
  const font = pdfDict({
    Type: new PdfName("Font"),
    Subtype: new PdfName("Type1"),
    BaseFont: new PdfName("Helvetica"),
    Encoding: new PdfName("WinAnsiEncoding"),
  });
  const ref = increment.allocate();
  increment.put(ref, font);
  form.change().set("DR", pdfDict({ Font: pdfDict({ [FONT_NAME]: ref }) }));
}
