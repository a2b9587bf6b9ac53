import type { SignatureFindingCode } from "../../../../../engine/validation/signatureFinding.js";
import { contract, drawing, revised, written } from "./contract.js";
import { signedAgain } from "./signedAgain.js";
import { Signed } from "./signedSample.js";

let signed: Signed;
let pdf: Buffer;
beforeAll(async () => {
  signed = await Signed.open();
  pdf = Buffer.from(await signed.sign(contract, "B-B"));
});

/** The number of the object that is the signature. */
const signatureNumber = () => Number(/\/V (\d+) 0 R/.exec(written(pdf, fieldNumber()))![1]);
const fieldNumber = () => Number(/\/Fields *\[.* (\d+) 0 R *\]/.exec(written(pdf, 5))![1]);
const byteRange = () => /\/ByteRange *\[[^\]]*\]/.exec(pdf.toString("latin1"))![0];

/** The file with a text in place of another of the same length: nothing moves. */
function exchanged(from: string, to: string): Buffer {
  expect(to.length).toBe(from.length);
  const at = pdf.lastIndexOf(from, undefined, "latin1");
  expect(at).toBeGreaterThan(0);
  const copy = Buffer.from(pdf);
  copy.write(to, at, "latin1");
  return copy;
}

function rangeOf(numbers: (was: number[]) => number[]): string {
  const was = byteRange();
  const text = `/ByteRange [${numbers([...was.matchAll(/\d+/g)].map(Number)).join(" ")}`;
  return `${text.padEnd(was.length - 1)}]`;
}

/** The signature dictionary as a later revision writes it. */
const rewritten = (change: (dict: string) => string) =>
  revised(pdf, { [signatureNumber()]: change(written(pdf, signatureNumber())) });

describe("a signature fails whose dictionary says something else than what was signed:", () => {
  test.each<[string, () => Uint8Array, SignatureFindingCode]>([
    [
      "a /ByteRange that covers nothing (universal forgery)",
      () =>
        exchanged(
          byteRange(),
          rangeOf(() => [0, 0, 0, 0]),
        ),
      "range_wrong",
    ],
    [
      "a /ByteRange of negative numbers",
      () =>
        exchanged(
          byteRange(),
          rangeOf(([a = 0, b = 0, c = 0]) => [a, b, c, -1]),
        ),
      "range_wrong",
    ],
    [
      "a /ByteRange behind the end",
      () =>
        exchanged(
          byteRange(),
          rangeOf(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d + 1]),
        ),
      "range_wrong",
    ],
    [
      "a /ByteRange that leaves out more",
      () =>
        exchanged(
          byteRange(),
          rangeOf(([a = 0, b = 0, c = 0, d = 0]) => [a, b - 8, c, d]),
        ),
      "range_wrong",
    ],
    [
      "a /ByteRange of three numbers",
      () =>
        exchanged(
          byteRange(),
          rangeOf(([a = 0, b = 0, c = 0]) => [a, b, c]),
        ),
      "range_wrong",
    ],
    ["no /ByteRange", () => exchanged("/ByteRange", "/ByteWrong"), "range_wrong"],
    ["no /Contents", () => exchanged("/Contents <", "/Contentz <"), "range_wrong"],
    [
      "a /Contents that is no signature",
      () => exchanged("/Contents <30", "/Contents <31"),
      "signature_malformed",
    ],
    [
      "a reason that a later revision gives",
      () => rewritten((dict) => dict.replace("/ByteRange", "/Reason (Bought) /ByteRange")),
      "dictionary_replaced",
    ],
    [
      "another time that a later revision gives",
      () => rewritten((dict) => dict.replace(/\(D:\d{4}/, "(D:1999")),
      "dictionary_replaced",
    ],
  ])("%s", (_what, bytes, code) => {
    const { signatures } = signed.validate(bytes());
    expect(signatures).toMatchObject([{ indication: "TOTAL_FAILED", subIndication: "FORMAT_FAILURE" }]);
    expect(signatures[0]!.findings.map((finding) => finding.code)).toContain(code);
  });

  test("a second /Contents, signed with the rest", async () => {
    const other = await signedAgain(signed, (text) =>
      text.replace("/Filter /Adobe.PPKLite", "/Contents <00>        "),
    );
    const [signature] = signed.validate(other).signatures;
    expect(signature).toMatchObject({ indication: "TOTAL_FAILED", intact: true });
    expect(signature!.findings.map(({ code }) => code)).toContain("entry_repeated");
  });

  test("a gap that is wider than the signature, though its value is right", async () => {
    const other = await signedAgain(signed, (text) => text, { less: 8 });
    expect(signed.validate(other).signatures[0]!.findings.map(({ code }) => code)).toContain("range_wrong");
  });
});

describe("signature wrapping:", () => {
  /** The signed bytes moved behind a wider gap, which holds another document's objects. */
  test("a gap that holds more than the signature is none", () => {
    const [, length = 0, behind = 0, rest = 0] = [...byteRange().matchAll(/\d+/g)].map((match) =>
      Number(match[0]),
    );
    const put = Buffer.from("\n4 0 obj\n<< >>\nendobj\n", "latin1");
    const wrapped = Buffer.concat([pdf.subarray(0, behind), put, pdf.subarray(behind)]);
    const range = byteRange();
    const moved = `/ByteRange [0 ${length} ${behind + put.length} ${rest}`.padEnd(range.length - 1);
    const at = wrapped.lastIndexOf(range, undefined, "latin1");
    wrapped.write(`${moved}]`, at, "latin1");
    expect(signed.validate(wrapped).indication).toBe("TOTAL_FAILED");
  });
});

describe("incremental saving:", () => {
  test("objects that follow the last cross-reference fail the signature: programs differ in whether they count", () => {
    const hidden = Buffer.concat([pdf, Buffer.from(`4 0 obj\n${drawing("Price: 900")}\nendobj\n`, "latin1")]);
    const { signatures } = signed.validate(hidden);
    expect(signatures).toMatchObject([{ indication: "TOTAL_FAILED", intact: false }]);
  });

  test("a revision without a cross-reference of its own fails it, too", () => {
    const hidden = Buffer.concat([
      pdf,
      Buffer.from(`4 0 obj\n${drawing("Price: 900")}\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`, "latin1"),
    ]);
    expect(signed.validate(hidden).indication).toBe("TOTAL_FAILED");
  });

  test("what follows and is none of the document changes nothing", () => {
    expect(signed.validate(Buffer.concat([pdf, Buffer.from("\n\r\n  ")]))).toMatchObject({
      indication: "TOTAL_PASSED",
      signatures: [{ modification: "unchanged", coversWhole: true }],
    });
  });
});

test("the same signature in two fields is one, and it is said", () => {
  const field = fieldNumber();
  const copy = written(pdf, field).replace(/\/T *\([^)]*\)/, "/T (copy)");
  const two = revised(pdf, { 5: written(pdf, 5).replace(`${field} 0 R`, `${field} 0 R 70 0 R`), 70: copy });
  const { signatures } = signed.validate(two);
  expect(signatures).toHaveLength(1);
  expect(signatures[0]!.findings.map(({ code }) => code)).toContain("field_shared");
});

test("a field whose signature a later revision takes from another field is not the one that was signed", () => {
  const field = fieldNumber();
  const renamed = written(pdf, field).replace(/\/T *\([^)]*\)/, "/T (Director)");
  const { signatures } = signed.validate(revised(pdf, { [field]: renamed }));
  expect(signatures).toMatchObject([{ fieldName: "Director", indication: "TOTAL_FAILED" }]);
});
