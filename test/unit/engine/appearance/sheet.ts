import type { Appearance } from "../../../../engine/pdf/appearanceSource.js";
import { ByteSink } from "../../../../engine/pdf/byteSink.js";
import { PdfName, type PdfObject, PdfRef, PdfStream, pdfDict } from "../../../../engine/pdf/objects.js";
import { writeObject } from "../../../../engine/pdf/serialize.js";

/** An appearance and the lower left corner where it is drawn, in points. */
export interface Placed {
  readonly appearance: Appearance;
  readonly x: number;
  readonly y: number;
}

/** Writes a PDF of one page on which appearances are drawn, for foreign readers to judge. */
export function sheet(placed: readonly Placed[], width = 400, height = 300, under = ""): Uint8Array {
  const objects: Array<{ ref: PdfRef; value: PdfObject }> = [];
  let next = 1;
  const allocate = () => new PdfRef(next++, 0);
  const add = (value: PdfObject): PdfRef => {
    const ref = allocate();
    objects.push({ ref, value });
    return ref;
  };
  const forms: Array<[string, PdfRef]> = placed.map(({ appearance }, i) => {
    const built = appearance.build(allocate);
    objects.push(...built.objects);
    return [`Fm${i}`, built.form];
  });
  const drawing = placed.map(({ x, y }, i) => `q 1 0 0 1 ${x} ${y} cm /Fm${i} Do Q`).join("\n");
  const content = Buffer.from(`${under}\n${drawing}`, "latin1");
  const pages = allocate();
  const page = add(
    pdfDict({
      Type: new PdfName("Page"),
      Parent: pages,
      MediaBox: [0, 0, width, height],
      Resources: pdfDict({ XObject: new Map(forms) }),
      Contents: add(new PdfStream(pdfDict({}), content)),
    }),
  );
  objects.push({ ref: pages, value: pdfDict({ Type: new PdfName("Pages"), Kids: [page], Count: 1 }) });
  const root = add(pdfDict({ Type: new PdfName("Catalog"), Pages: pages }));
  return writeFile(objects, root);
}

function writeFile(objects: Array<{ ref: PdfRef; value: PdfObject }>, root: PdfRef): Uint8Array {
  const sink = new ByteSink();
  sink.text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
  const offsets = new Map<number, number>();
  for (const { ref, value } of objects) {
    offsets.set(ref.num, sink.length);
    sink.text(`${ref.num} 0 obj\n`);
    writeObject(sink, value);
    sink.text("\nendobj\n");
  }
  const start = sink.length;
  const size = objects.length + 1;
  sink.text(`xref\n0 ${size}\n0000000000 65535 f \n`);
  for (let num = 1; num < size; num++) sink.text(`${String(offsets.get(num)).padStart(10, "0")} 00000 n \n`);
  sink.text("trailer\n");
  writeObject(sink, pdfDict({ Size: size, Root: root }));
  sink.text(`\nstartxref\n${start}\n%%EOF\n`);
  return sink.join();
}
