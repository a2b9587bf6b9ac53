import { PDFDocument } from "pdf-lib";
import { handWrittenPdf, ONE_PAGE } from "../../unit/engine/pdf/handWritten.js";

/** A form whose fields are their own widgets, as most are, and show nothing while they are empty. */
export function mergedForm(): Uint8Array {
  const widget = (name: string, rect: string, rest: string) =>
    `<< /Type /Annot /Subtype /Widget /T (${name}) /F 4 /P 3 0 R /Rect ${rect} ${rest} >>`;
  const form = (content: string) =>
    `<< /Type /XObject /Subtype /Form /FormType 1 /BBox [0 0 100 18] /Resources << /Font << /Helv 10 0 R >> >> /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const states = "/AP << /N << /Sure 9 0 R /Off 8 0 R >> >> /AS /Off";
  return handWrittenPdf(
    {
      ...ONE_PAGE,
      1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R 6 0 R 7 0 R] /DR << /Font << /Helv 10 0 R >> >> >> >>",
      3: ONE_PAGE[3]!.replace("/Contents", "/Resources << >> /Annots [5 0 R 6 0 R 7 0 R] /Contents"),
      5: widget("city", "[20 150 120 168]", "/FT /Tx /DA (/Helv 9 Tf 0 0 1 rg) /Q 1 /AP << /N 8 0 R >>"),
      6: widget("agrees", "[20 120 120 138]", `/FT /Btn ${states}`),
      7: widget(
        "country",
        "[20 90 120 108]",
        "/FT /Ch /Ff 131072 /DA (/Helv 0 Tf 0 g) /Opt [[(DK) (Denmark)] (PL)] /AP << /N 8 0 R >>",
      ),
      8: form("/Tx BMC EMC"),
      9: form("0 0.5 0 rg 4 4 10 10 re f"),
      10: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    },
    { trailer: "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]" },
  );
}

/** A form as its author made it with pdf-lib: each kind of field with a frame, and widgets that are objects of their own. */
export async function authorsForm(useObjectStreams: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([595, 842]);
  const form = document.getForm();
  const at = (row: number, width = 160, height = 20) => ({ x: 60, y: 700 - 40 * row, width, height });
  const city = form.createTextField("order.city");
  city.addToPage(page, at(0));
  const notes = form.createTextField("order.notes");
  notes.enableMultiline();
  notes.addToPage(page, at(1, 200, 36));
  form.createCheckBox("order.agrees").addToPage(page, at(2, 16, 16));
  const country = form.createDropdown("order.country");
  country.addOptions(["Denmark", "Poland"]);
  country.addToPage(page, at(3));
  return document.save({ useObjectStreams });
}
