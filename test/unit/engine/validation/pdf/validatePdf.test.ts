import { PDFDocument } from "pdf-lib";
import { validateAttached } from "../../../../../engine/validation/validateAttached.js";
import { contract } from "./contract.js";
import { inShort, Signed } from "./signedSample.js";

let signed: Signed;
beforeAll(async () => {
  signed = await Signed.open();
});

describe("a signature that was made well passes", () => {
  test.each(["B-B", "B-T", "B-LT", "B-LTA"] as const)("at %s, and its level is told", async (level) => {
    const report = signed.validate(await signed.sign(undefined, level));
    const modification = level === "B-B" || level === "B-T" ? "unchanged" : "extended";
    expect(inShort(report)).toEqual([`TOTAL_PASSED ${modification}`]);
    expect(report.signatures[0]!.level).toBe(level);
  });

  test("and so do those of all who sign in turn, each over what the ones before had made of the document", async () => {
    const names = ["Ada Lovelace", "Grace Hopper", "Mary Somerville"];
    let pdf: Uint8Array = contract;
    for (const name of names)
      pdf = await signed.sign(pdf, "B-T", { signer: await signed.authorities.oneTimeSigner(name) });
    const report = signed.validate(pdf);
    expect(report.signatures.map(({ path }) => path[0]!.subjectCommonName)).toEqual(names);
    expect(inShort(report)).toEqual([
      "TOTAL_PASSED extended",
      "TOTAL_PASSED extended",
      "TOTAL_PASSED unchanged",
    ]);
    expect(Buffer.from(report.original).equals(contract)).toBe(true);
  });
});

test("a document without a signature has a report that is empty, and does not pass", () => {
  expect(signed.validate(contract)).toMatchObject({
    signatures: [],
    timestamps: [],
    indication: "TOTAL_FAILED",
  });
});

test("the signed documents that one carries are found at any depth that is allowed, and named", async () => {
  const wrapped = async (inner: Uint8Array, name: string) => {
    const outer = await PDFDocument.create();
    outer.addPage();
    await outer.attach(inner, name, { mimeType: "application/pdf" });
    await outer.attach(Buffer.from("no PDF"), "note.txt");
    return outer.save();
  };
  const inner = await signed.sign(contract, "B-B");
  const outer = await wrapped(await wrapped(inner, "inner.pdf"), "between.pdf");
  const { roots: trustAnchors, crls } = signed.authorities;
  const options = { trustAnchors, known: { crls }, time: new Date() };
  expect(validateAttached(outer, options)).toMatchObject([
    { names: ["between.pdf", "inner.pdf"], report: { indication: "TOTAL_PASSED" } },
  ]);
  expect(validateAttached(outer, options, { depth: 1, files: 50 })).toEqual([]);
  expect(validateAttached(outer, options, { depth: 3, files: 1 })).toEqual([]);
});

test("more signatures than are allowed are refused before any is looked at", async () => {
  const pdf = await signed.sign(await signed.sign(contract, "B-B"), "B-B");
  expect(() => signed.validate(pdf, { maxSignatures: 1 })).toThrow(
    expect.objectContaining({ code: "pdf_limit_exceeded" }),
  );
});
