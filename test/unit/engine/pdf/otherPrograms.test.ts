import { prepareSignature } from "../../../../engine/pades/prepareSignature.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { archivalPdf } from "../../../conformance/documents/archival.js";
import { newHierarchy, newSigner } from "../x509/hierarchy.js";
import { bytesOf, handWrittenPdf, ONE_PAGE } from "./handWritten.js";

describe("a document that other programs read and write beside us", () => {
  let certificates: Uint8Array[];
  beforeAll(async () => {
    certificates = [(await newSigner((await newHierarchy()).signers)).certificate.der];
  });
  const increment = (pdf: Uint8Array) =>
    Buffer.from(prepareSignature(pdf, { certificates, signingDate: new Date(0) }).state.increment).toString(
      "latin1",
    );

  test("gets a form whose /Fields stand in it, where poppler finds them when it adds one", () => {
    expect(increment(handWrittenPdf(ONE_PAGE))).toMatch(/\/Fields *\[/);
  });

  test("gets an empty appearance for a signature that is not seen when it is PDF/A, and none when it is not", () => {
    expect(increment(archivalPdf("1b"))).toMatch(/\/AP *<<\s*\/N/);
    expect(increment(handWrittenPdf(ONE_PAGE))).not.toContain("/AP");
  });

  test("is read when its cross-reference stream has offsets of eight bytes, as pyHanko writes them", () => {
    let file = "%PDF-1.7\n";
    const offsets = [1, 2, 3].map((num) => {
      const at = file.length;
      file += `${num} 0 obj\n${ONE_PAGE[num]}\nendobj\n`;
      return at;
    });
    const rows = [[0, 0, 65535], ...offsets.map((at) => [1, at, 0]), [1, file.length, 0]].map(row);
    const data = Buffer.concat(rows).toString("latin1");
    const at = file.length;
    file += `4 0 obj\n<< /Type /XRef /Size 5 /W [1 8 2] /Root 1 0 R /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj\n`;
    const document = openPdf(bytesOf(`${file}startxref\n${at}\n%%EOF\n`));
    expect(document.catalog.has("Pages")).toBe(true);
  });
});

/** An entry of /W [1 8 2]. */
function row([type, second, third]: number[]): Buffer {
  const bytes = Buffer.alloc(11);
  bytes.writeUInt8(type!, 0);
  bytes.writeBigUInt64BE(BigInt(second!), 1);
  bytes.writeUInt16BE(third!, 9);
  return bytes;
}
