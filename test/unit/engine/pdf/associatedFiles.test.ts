import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AFRelationship, PDFDocument } from "pdf-lib";
import { associatedFiles } from "../../../../engine/pdf/associatedFiles.js";
import { composeDocument } from "../../../../engine/pdf/compose/composeDocument.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { parseFont } from "../../../../engine/pdf/font/fontProgram.js";
import { checkout } from "../../packaging/checkout.js";
import { sampleDocument } from "../pades/sampleDocument.js";

const file = { name: "audit größe.json", bytes: Buffer.from('{"a":1}\n'.repeat(5000)) };
const filesOf = (pdf: Uint8Array) =>
  associatedFiles(openPdf(pdf)).map(({ name, bytes }) => ({
    name,
    same: Buffer.compare(bytes, file.bytes) === 0,
  }));

describe("the files that a document carries", () => {
  test("are found in one that another program wrote", async () => {
    const document = await PDFDocument.load(await sampleDocument(1, false));
    await document.attach(file.bytes, file.name, {
      mimeType: "application/json",
      afRelationship: AFRelationship.Data,
    });
    expect(filesOf(await document.save())).toEqual([{ name: file.name, same: true }]);
  });

  test("are found in one that was composed", async () => {
    const fonts = [parseFont(await readFile(join(checkout, "assets/fonts/NotoSans-Regular.ttf")))];
    const { bytes } = composeDocument({
      title: "Audit trail",
      language: "en",
      created: new Date(),
      id: new Uint8Array(16),
      fonts,
      attachments: [{ ...file, mediaType: "application/json", relationship: "Data" }],
      blocks: [{ kind: "paragraph", text: "Attached." }],
    });
    expect(filesOf(bytes)).toEqual([{ name: file.name, same: true }]);
  });

  test("are none where there are none", async () => {
    expect(filesOf(await sampleDocument(1, true))).toEqual([]);
  });
});
