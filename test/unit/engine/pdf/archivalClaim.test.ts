import { deflateSync } from "node:zlib";
import { claimsArchival } from "../../../../engine/pdf/archivalClaim.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { handWrittenPdf, ONE_PAGE } from "./handWritten.js";

const CLAIM = `<rdf:Description xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part>`;

/** A document of one page with metadata, in a stream with these entries. */
function withMetadata(data: Uint8Array, entries = ""): Uint8Array {
  const latin1 = Buffer.from(data).toString("latin1");
  return handWrittenPdf({
    ...ONE_PAGE,
    1: "<< /Type /Catalog /Pages 2 0 R /Metadata 20 0 R >>",
    20: `<< /Type /Metadata /Subtype /XML ${entries} /Length ${latin1.length} >>\nstream\n${latin1}\nendstream`,
  });
}

const claims = (pdf: Uint8Array) => claimsArchival(openPdf(pdf));
const deflated = (bytes: Uint8Array) => withMetadata(deflateSync(bytes), "/Filter [/FlateDecode]");

describe("a document is archival", () => {
  test("if its metadata say so, plain or compressed", () => {
    expect(claims(withMetadata(Buffer.from(CLAIM)))).toBe(true);
    expect(claims(deflated(Buffer.from(CLAIM)))).toBe(true);
  });

  test.each([
    ["it has no metadata", handWrittenPdf(ONE_PAGE)],
    ["they say nothing of it", withMetadata(Buffer.from("<x:xmpmeta/>"))],
    ["they cannot be inflated", withMetadata(Buffer.from(CLAIM), "/Filter /FlateDecode")],
    ["they have a filter that is not allowed there", withMetadata(Buffer.from(CLAIM), "/Filter /LZWDecode")],
    ["they are a bomb", deflated(Buffer.concat([Buffer.alloc(8 * 1024 * 1024), Buffer.from(CLAIM)]))],
  ])("but not if %s", (_, pdf) => {
    expect(claims(pdf)).toBe(false);
  });
});
