import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openPdf } from "../../../../engine/pdf/document.js";
import type { PdfAccess } from "../../../../engine/pdf/encryption/access.js";
import { asArray, asDict, PdfString } from "../../../../engine/pdf/objects.js";
import { countPages, findPage } from "../../../../engine/pdf/pageTree.js";
import { listSignatures } from "../../../../engine/pdf/signatures.js";
import { describeWith, describeWithCorpora } from "../../../support/judges.js";
import { handWrittenPdf, ONE_PAGE } from "../pdf/handWritten.js";
import { textByPoppler } from "../pdf/poppler.js";
import { madeByQpdf, qpdfComplaints } from "../pdf/qpdf.js";
import { sampleDocument } from "./sampleDocument.js";
import { GOOD, SIGNER_JUDGES, TestSigner } from "./testSigner.js";

const placement = { page: 1, x: 20, y: 20, width: 150, height: 50, origin: "top-left" } as const;

/** What qpdf encrypts with: for each revision, cipher and treatment of metadata that it knows. */
const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ["R2, RC4 of 40 bits", ["40"]],
  ["R3, RC4 of 128 bits", ["128", "--use-aes=n"]],
  ["R4, RC4 by crypt filter", ["128", "--use-aes=n", "--force-V4"]],
  ["R4, AES-128", ["128", "--use-aes=y"]],
  ["R4, AES-128, metadata in clear", ["128", "--use-aes=y", "--cleartext-metadata"]],
  ["R5, AES-256", ["256", "--force-R5"]],
  ["R6, AES-256", ["256"]],
  ["R6, AES-256, metadata in clear", ["256", "--cleartext-metadata"]],
];

function encrypted(pdf: Uint8Array, user: string, owner: string, kind: readonly string[], streams: boolean) {
  const [bits = "", ...flags] = kind;
  return madeByQpdf(pdf, [
    ...["--allow-weak-crypto", `--object-streams=${streams ? "generate" : "disable"}`],
    ...["--encrypt", user, owner, bits, ...flags, "--"],
  ]);
}

function textOf(value: unknown): string {
  return value instanceof PdfString ? Buffer.from(value.bytes).toString("latin1") : "";
}

describeWith(
  [...SIGNER_JUDGES, "pdftotext"],
  "a signed encrypted document, as pdfsig and qpdf judge it",
  () => {
    let ada: TestSigner;
    let plain: Uint8Array;
    beforeAll(async () => {
      ada = await TestSigner.create();
      plain = await sampleDocument(3, false);
    });
    afterAll(() => ada.stop());

    const cases = KINDS.flatMap(([name, kind]) => [
      { title: `${name}, in a table, opened by its user`, kind, streams: false, password: "user" },
      { title: `${name}, in object streams, opened by its owner`, kind, streams: true, password: "owner" },
    ]);
    test.each(cases)(
      "stays encrypted, is valid, clean, and reads as before: $title",
      ({ kind, streams, password }) => {
        const pdf = encrypted(plain, "user", "owner", kind, streams);
        expect(() => openPdf(pdf)).toThrow(expect.objectContaining({ code: "pdf_encrypted" }));
        expect(() => openPdf(pdf, {}, { password: "User" })).toThrow(
          expect.objectContaining({ code: "pdf_password_wrong" }),
        );
        const access: PdfAccess = { password };
        const once = ada.signPdf(pdf, {
          access,
          placement,
          name: "Ada (signer)",
          reason: "同意",
          location: "Paris",
        });
        const twice = ada.signPdf(once, { access, reason: "And again" });

        expect(Buffer.from(twice).subarray(0, pdf.length).equals(Buffer.from(pdf))).toBe(true);
        expect(Buffer.from(twice).subarray(pdf.length).toString("latin1")).not.toContain("Paris");
        expect(ada.verdicts(twice, "user")).toMatchObject([{ valid: true, trusted: true }, GOOD]);
        for (const unlock of ["user", "owner"]) expect(qpdfComplaints(twice, unlock)).toBe("");
        expect(textByPoppler(twice, "user")).toBe(textByPoppler(plain));

        const document = openPdf(twice, {}, access);
        const signatures = listSignatures(document);
        expect(countPages(document)).toBe(3);
        expect(signatures.map(({ fieldName }) => fieldName)).toEqual(["Signature1", "Signature2"]);
        expect(textOf(signatures[0]?.dict.get("Name"))).toBe("Ada (signer)");
        const decrypted = Buffer.from(madeByQpdf(twice, ["--password=user", "--decrypt"])).toString("latin1");
        for (const text of ["(Signature1)", "(Ada (signer))", "(Paris)", "(And again)"])
          expect(decrypted.replaceAll("\\", "")).toContain(text);
      },
    );

    test("needs no password where the user's is empty, and is then valid for everybody", () => {
      for (const [, kind] of KINDS) {
        const signed = ada.signPdf(encrypted(plain, "", "owner", kind, true), { placement });
        expect(ada.verdicts(signed)).toMatchObject([GOOD]);
        expect(qpdfComplaints(signed)).toBe("");
      }
    });

    test("has the vectors that a caller's randomness gives, and without it is the same bytes each time", () => {
      const pdf = encrypted(plain, "", "owner", ["256"], false);
      const vector = Buffer.from("0123456789abcdef0123456789abcdef", "hex");
      const random = (bytes: number) => vector.subarray(0, bytes);
      const signed = ada.signPdf(pdf, { access: { random }, reason: "Vectors" });
      const increment = Buffer.from(signed).subarray(pdf.length).toString("latin1");
      expect(increment).toContain(`/Reason <${vector.toString("hex")}`);
      expect(ada.verdicts(signed)).toMatchObject([GOOD]);
      const increments = [ada, ada].map((signer) =>
        signer.signPdf(pdf, { reason: "Vectors" }).subarray(pdf.length),
      );
      const reasons = increments.map(
        (bytes) => /\/Reason <[0-9a-f]+>/.exec(Buffer.from(bytes).toString("latin1"))?.[0],
      );
      expect(reasons[0]).toBe(reasons[1]);
    });

    test("is signed by those whom its permissions let, and by its owner always", () => {
      const restricted = (flags: string[]) =>
        encrypted(plain, "user", "owner", ["128", "--use-aes=y", ...flags], false);
      const sign = (pdf: Uint8Array, password: string) => ada.signPdf(pdf, { access: { password } });
      for (const flags of [["--modify=none"], ["--modify=form"], ["--modify=assembly"]]) {
        const pdf = restricted(flags);
        expect(() => sign(pdf, "user")).toThrow(expect.objectContaining({ code: "pdf_permission_denied" }));
        expect(ada.verdicts(sign(pdf, "owner"), "user")).toMatchObject([GOOD]);
      }
      expect(ada.verdicts(sign(restricted(["--modify=all"]), "user"), "user")).toMatchObject([GOOD]);
    });

    test("is signed in a field that waits, where only filling in is allowed", () => {
      const form = handWrittenPdf({
        ...ONE_PAGE,
        1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>",
        3: ONE_PAGE[3]!.replace("/Contents", "/Annots [5 0 R] /Contents"),
        5: "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Here) /Rect [0 0 0 0] /P 3 0 R >>",
      });
      const pdf = encrypted(form, "", "owner", ["256", "--modify=form"], false);
      expect(() => ada.signPdf(pdf)).toThrow(expect.objectContaining({ code: "pdf_permission_denied" }));
      expect(ada.verdicts(ada.signPdf(pdf, { fieldName: "Here" }))).toMatchObject([
        { fieldName: "Here", ...GOOD },
      ]);
    });

    test.each(KINDS)("keeps the strings of objects that are written anew: %s", (_, kind) => {
      const kept = "kept as it (was) \\";
      const noted = handWrittenPdf({
        ...ONE_PAGE,
        1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /DA (/Helv 0 Tf 0 g) >> >>",
        3: ONE_PAGE[3]!.replace("/Contents", "/Notes [(kept as it (was) \\\\) <00ff>] /Contents"),
      });
      for (const streams of [false, true]) {
        const signed = ada.signPdf(encrypted(noted, "", "owner", kind, streams), { placement });
        const document = openPdf(signed);
        const notes = asArray(findPage(document, 1).dict.get("Notes"))?.map(textOf);
        expect(notes).toEqual([kept, "\0\xff"]);
        const form = asDict(document.catalog.get("AcroForm"));
        expect(textOf(form?.get("DA"))).toBe("/Helv 0 Tf 0 g");
        const decrypted = Buffer.from(madeByQpdf(signed, ["--decrypt", "--qdf"])).toString("latin1");
        expect(decrypted).toContain("(/Helv 0 Tf 0 g)");
        expect(decrypted).toContain("(kept as it \\(was\\) \\\\)");
      }
    });
  },
);

describeWithCorpora("real encrypted documents", (corpora) => {
  describeWith(SIGNER_JUDGES, "as pdfsig judges them", () => {
    let ada: TestSigner;
    beforeAll(async () => {
      ada = await TestSigner.create();
    });
    afterAll(() => ada.stop());

    test.each([
      ["real-pdfs/issue9972-2.pdf", "", ""],
      ["real-pdfs/pr6531_1.pdf", "asdfasdf", "asdfasdf"],
      ["signed-pdfs/protected_edition_protected_none.pdf", " ", ""],
      ["signed-pdfs/protected_edition_protected_signing_allowed_with_field_signed.pdf", " ", ""],
    ])("%s is signed: valid, trusted and wholly covered", (name, password, user) => {
      const pdf = readFileSync(join(corpora, name));
      const signed = ada.signPdf(pdf, { access: { password }, placement });
      expect(ada.verdicts(signed, user).at(-1)).toMatchObject({ signer: "Ada Lovelace", ...GOOD });
      expect(qpdfComplaints(signed, password)).toBe("");
    });
  });
});
