import { openPdf } from "../../../../../engine/pdf/document.js";
import { PdfRef, PdfStream } from "../../../../../engine/pdf/objects.js";
import { describeWith } from "../../../../support/judges.js";
import { bytesOf, handWrittenPdf, ONE_PAGE } from "../handWritten.js";
import { madeByQpdf } from "../qpdf.js";

const ENTRY = `<${"00".repeat(48)}>`;
const STANDARD = `/Filter /Standard /O ${ENTRY} /U ${ENTRY} /OE ${ENTRY} /UE ${ENTRY} /P -4`;
const FILTERS = "/CF << /StdCF << /CFM /AESV2 >> >> /StmF /StdCF /StrF /StdCF";

function opening(encrypt: string): () => unknown {
  return () => openPdf(handWrittenPdf(ONE_PAGE, { trailer: `/Encrypt << ${encrypt} >>` }));
}

describe("an encryption dictionary that cannot be served is refused with its reason", () => {
  test.each([
    [
      "public-key handler",
      "/Filter /Adobe.PubSec /V 4 /SubFilter /adbe.pkcs7.s5",
      "pdf_unsupported",
      "certificates of its recipients",
    ],
    [
      "another handler",
      "/Filter /FOPN_fLock /V 1",
      "pdf_unsupported",
      "is not the standard one (FOPN_fLock)",
    ],
    ["version 3, never published", `${STANDARD} /V 3 /R 3`, "pdf_unsupported", "/V 3 and /R 3"],
    ["a revision to come", `${STANDARD} /V 99 /R 7`, "pdf_unsupported", "/R 7"],
    ["a version of another revision", `${STANDARD} /V 5 /R 4 ${FILTERS}`, "pdf_unsupported", "/V 5 and /R 4"],
    ["a key of 129 bits", `${STANDARD} /V 2 /R 3 /Length 129`, "pdf_damaged", "/Length"],
    ["a key of 8 bits", `${STANDARD} /V 2 /R 3 /Length 8`, "pdf_damaged", "/Length"],
    [
      "a crypt filter that is missing",
      `${STANDARD} /V 4 /R 4 /StmF /Gone`,
      "pdf_damaged",
      "lacks the crypt filter of /StmF",
    ],
    [
      "a method that is not known",
      `${STANDARD} /V 4 /R 4 /CF << /A << /CFM /ROT13 >> >>`,
      "pdf_unsupported",
      "(ROT13)",
    ],
    [
      "entries too short",
      "/Filter /Standard /V 1 /R 2 /U (x) /O (y) /P 1",
      "pdf_damaged",
      "no /O of 32 bytes",
    ],
    [
      "permissions that are no number",
      `${STANDARD.replace("/P -4", "/P (x)")} /V 1 /R 2`,
      "pdf_damaged",
      "no /P",
    ],
    ["RC4 with a password", `${STANDARD} /V 1 /R 2`, "pdf_encrypted", "without its password"],
    [
      "AES-256 with a password",
      `${STANDARD} /V 5 /R 6 ${FILTERS.replace("V2", "V3")}`,
      "pdf_encrypted",
      "without its password",
    ],
  ])("%s", (_, encrypt, code, message) => {
    expect(opening(encrypt)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });

  test("a reference to nothing", () => {
    expect(() => openPdf(handWrittenPdf(ONE_PAGE, { trailer: "/Encrypt 9 0 R" }))).toThrow(
      "its encryption dictionary is missing",
    );
  });
});

describeWith(["qpdf"], "what qpdf encrypted", () => {
  const METADATA = "<x:xmpmeta/>";
  const written = handWrittenPdf({
    ...ONE_PAGE,
    1: "<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R /Lang (en) >>",
    5: `<< /Type /Metadata /Subtype /XML /Length ${METADATA.length} >>\nstream\n${METADATA}\nendstream`,
  });
  test.each([
    ["40"],
    ["128", "--use-aes=n"],
    ["128", "--use-aes=y"],
    ["128", "--use-aes=y", "--cleartext-metadata"],
    ["256", "--force-R5"],
    ["256"],
    ["256", "--cleartext-metadata"],
  ])("is read: strings, streams and metadata (%s %s %s)", (bits, ...flags) => {
    const encrypt = ["--allow-weak-crypto", "--encrypt", "", "x", bits, ...flags, "--"];
    const kept = ["--stream-data=preserve", "--object-streams=generate"];
    const document = openPdf(madeByQpdf(written, [...kept, ...encrypt]));
    expect(document.catalog.get("Lang")).toHaveProperty("bytes", bytesOf("en"));
    const streams = Array.from({ length: 9 }, (_, num) => document.resolve(new PdfRef(num, 0)));
    const texts = streams.flatMap((object) =>
      object instanceof PdfStream ? [Buffer.from(object.raw).toString("latin1")] : [],
    );
    expect(texts).toContain(METADATA);
    expect(texts).toContain("0 0 1 rg 20 20 100 50 re f");
  });
});
