import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { completeSignature } from "../../../../engine/pades/completeSignature.js";
import { prepareSignature } from "../../../../engine/pades/prepareSignature.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { listSignatures } from "../../../../engine/pdf/signatures.js";
import { describeWith } from "../../../support/judges.js";
import { handWrittenPdf, hybridPdf, ONE_PAGE, streamWrittenPdf } from "../pdf/handWritten.js";
import { qpdfComplaints } from "../pdf/qpdf.js";
import { sampleDocument } from "./sampleDocument.js";
import { GOOD, lastSignature, SIGNER_JUDGES, TestSigner } from "./testSigner.js";

const signingDate = new Date("2026-02-03T04:05:06Z");

describeWith(SIGNER_JUDGES, "a signed document, as pdfsig, openssl and qpdf judge it", () => {
  let ada: TestSigner;
  let tables: Uint8Array;
  let streams: Uint8Array;
  beforeAll(async () => {
    ada = await TestSigner.create();
    tables = await sampleDocument(3, false);
    streams = await sampleDocument(3, true);
  });
  afterAll(() => ada.stop());

  test.each([
    ["a table", () => tables],
    ["streams", () => streams],
    ["a hybrid file", () => hybridPdf()],
    ["compressed catalog and page", () => streamWrittenPdf(ONE_PAGE, { compressed: [1, 2, 3], pngRow: 2 })],
    ["CR as the end of line", () => handWrittenPdf(ONE_PAGE, { eol: "\r", entryEnd: " \r" })],
    ["junk before the header", () => handWrittenPdf(ONE_PAGE, { junk: "HTTP/1.1 200 OK\r\n\r\n" })],
    ["entries of 19 bytes", () => handWrittenPdf(ONE_PAGE, { entryEnd: "\n" })],
    ["blanks at its end", () => handWrittenPdf(ONE_PAGE, { behind: "\0".repeat(500) })],
  ])("is valid, trusted, wholly covered and clean: %s", (_, pdf) => {
    const placement = { page: 1, x: 20, y: 20, width: 150, height: 50, origin: "top-left" } as const;
    const before = qpdfComplaints(pdf());
    const signed = ada.signPdf(pdf(), { placement });
    expect(ada.verdicts(signed)).toEqual([{ signer: "Ada Lovelace", fieldName: "Signature1", ...GOOD }]);
    if (before === "") expect(qpdfComplaints(signed)).toBe("");
  });

  test("holds two signatures, one after the other, both valid, the second covering the first", async () => {
    const grace = await ada.another("Grace Hopper");
    for (const pdf of [tables, streams]) {
      const once = ada.signPdf(pdf, { reason: "I agree" });
      const twice = grace.signPdf(once, { reason: "So do I" });
      expect(ada.verdicts(twice)).toEqual([
        { signer: "Ada Lovelace", fieldName: "Signature1", ...GOOD, coversAll: false },
        { signer: "Grace Hopper", fieldName: "Signature2", ...GOOD },
      ]);
      expect(Buffer.from(twice).subarray(0, once.length).equals(once)).toBe(true);
      expect(qpdfComplaints(twice)).toBe("");
    }
  });

  test("holds twenty signatures, all valid", () => {
    let pdf = streams;
    for (let i = 0; i < 20; i++) pdf = ada.signPdf(pdf);
    expect(ada.verdicts(pdf).filter(({ valid, trusted }) => valid && trusted)).toHaveLength(20);
    expect(qpdfComplaints(pdf)).toBe("");
  });

  test("is void once a byte is changed, before the signature or behind it", () => {
    const signed = ada.signPdf(tables);
    for (const at of [100, tables.length + 20, signed.length - 3]) {
      const changed = Buffer.from(signed);
      changed[at] = changed[at]! ^ 1;
      expect(ada.verdicts(changed).filter(({ valid, coversAll }) => valid && coversAll)).toEqual([]);
    }
  });

  test("has a CMS object that openssl verifies as CAdES over the bytes of /ByteRange", () => {
    const { covered, cms } = lastSignature(ada.signPdf(streams));
    writeFileSync(join(ada.directory, "covered"), covered);
    writeFileSync(join(ada.directory, "cms"), cms);
    const input = ["-inform", "DER", "-in", "cms", "-content", "covered", "-binary", "-CAfile", "root.pem"];
    const verify = ["cms", "-verify", "-cades", ...input, "-purpose", "any", "-out", "content"];
    const { status, stderr } = spawnSync("openssl", verify, { cwd: ada.directory, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, expect.stringContaining("CAdES Verification successful")]);
  });

  test("says when, who, why and where, in any script", () => {
    const reason = "Lu et approuvé – 同意";
    const signed = ada.signPdf(tables, {
      name: "Ada",
      reason,
      location: "Zürich (CH)",
      contactInfo: "+41 44 000 00 00",
    });
    const file = join(ada.directory, "said.pdf");
    writeFileSync(file, signed);
    const [signature] = listSignatures(openPdf(signed));
    const text = Buffer.from(signed).toString("latin1");
    expect(signature?.byteRange?.at(-1)).toBe(signed.length - signature!.byteRange![2]!);
    expect(text).toContain("/M (D:20260203040506Z)");
    expect(text).toContain("/Name (Ada)");
    expect(text.toLowerCase()).toContain(
      `/reason <feff${Buffer.from(reason, "utf16le").swap16().toString("hex")}>`,
    );
    expect(ada.verdicts(signed)).toMatchObject([GOOD]);
  });
});

describeWith(SIGNER_JUDGES, "the steps of a signature", () => {
  let ada: TestSigner;
  let pdf: Uint8Array;
  beforeAll(async () => {
    ada = await TestSigner.create();
    pdf = await sampleDocument(1, true);
  });
  afterAll(() => ada.stop());

  test("preparing twice gives the same bytes: nothing comes from a clock or from chance", () => {
    const { certificates } = ada;
    const prepare = () => prepareSignature(pdf, { certificates, signingDate });
    expect(prepare()).toEqual(prepare());
  });

  test("preparing leaves the document as it is, and its digest is that of what will be covered", () => {
    const before = createHash("sha256").update(pdf).digest("hex");
    const { state, toBeSigned, documentDigest } = prepareSignature(pdf, {
      certificates: ada.certificates,
      signingDate,
    });
    const signed = completeSignature(pdf, state, { signatureValue: ada.sign(toBeSigned) });
    expect(createHash("sha256").update(pdf).digest("hex")).toBe(before);
    expect(createHash("sha256").update(lastSignature(signed).covered).digest()).toEqual(documentDigest);
  });

  test("a document that is not the one prepared is refused, were it one byte different", () => {
    const { state, toBeSigned } = prepareSignature(pdf, { certificates: ada.certificates, signingDate });
    const signatureValue = ada.sign(toBeSigned);
    const changed = Buffer.from(pdf);
    changed[100] = changed[100]! ^ 1;
    const refused = expect.objectContaining({ code: "state_invalid" });
    expect(() => completeSignature(changed, state, { signatureValue })).toThrow(refused);
    expect(() => completeSignature(pdf.subarray(1), state, { signatureValue })).toThrow(refused);
    expect(() => completeSignature(pdf.subarray(1), state, { signatureValue, pdfUnchanged: true })).toThrow(
      refused,
    );
  });

  test("a signature longer than the room reserved for it is refused, with both sizes", () => {
    const { state, toBeSigned } = prepareSignature(pdf, { certificates: ada.certificates, signingDate });
    const parts = { signatureValue: ada.sign(toBeSigned), timestampToken: new Uint8Array(5000).fill(1) };
    expect(() => completeSignature(pdf, state, parts)).toThrow(
      expect.objectContaining({
        code: "signature_does_not_fit",
        message: expect.stringMatching(/\d+ bytes were reserved/),
      }),
    );
  });

  test("no certificate, or one that is none, is refused", () => {
    expect(() => prepareSignature(pdf, { certificates: [], signingDate })).toThrow(
      expect.objectContaining({ code: "state_invalid" }),
    );
    expect(() => prepareSignature(pdf, { certificates: [new Uint8Array(10)], signingDate })).toThrow(
      expect.objectContaining({ code: "asn1_malformed" }),
    );
  });

  test("a document certified against changes, one encrypted to others and a page that is not there are refused", () => {
    const code = (bytes: Uint8Array, page = 1) => {
      const placement = { page, x: 0, y: 0, width: 10, height: 10, origin: "top-left" } as const;
      try {
        prepareSignature(bytes, { certificates: ada.certificates, signingDate, placement });
        return "prepared";
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    const locked = {
      ...ONE_PAGE,
      5: "<< /Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>] >>",
    };
    const certified = { ...locked, 1: "<< /Type /Catalog /Pages 2 0 R /Perms << /DocMDP 5 0 R >> >>" };
    expect(code(handWrittenPdf(certified))).toBe("pdf_permission_denied");
    const toRecipients = { trailer: "/Encrypt << /Filter /Adobe.PubSec /V 4 >>" };
    expect(code(handWrittenPdf(ONE_PAGE, toRecipients))).toBe("pdf_unsupported");
    expect(code(pdf, 2)).toBe("pdf_page_out_of_range");
    expect(code(pdf, 1)).toBe("prepared");
  });
});
