import { EngineError } from "../../../../../engine/error.js";
import type { PdfReport } from "../../../../../engine/validation/pdfReport.js";
import { damaged, seededRandom } from "../../../../support/seededRandom.js";
import { rawSignatures } from "../../../../support/signatureJudges.js";
import { contract } from "./contract.js";
import { Signed } from "./signedSample.js";

let signed: Signed;
let plain: Buffer;
let archived: Buffer;
beforeAll(async () => {
  signed = await Signed.open();
  plain = Buffer.from(await signed.sign(contract, "B-B"));
  archived = Buffer.from(await signed.sign(await signed.sign(contract, "B-T"), "B-LTA"));
});

/** Null where the file is refused. */
function judged(bytes: Uint8Array): PdfReport | null {
  try {
    return signed.validate(bytes);
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** What /ByteRange arrays of a file cover, by where they end: found by the text of the file, not by our own reader. */
function coveredIn(pdf: Buffer): Map<number, string> {
  const ranges = pdf.toString("latin1").matchAll(/\/ByteRange *\[0 (\d+) (\d+) (\d+) *\]/g);
  return new Map(
    Array.from(ranges, (match) => {
      const [length = 0, behind = 0, rest = 0] = match.slice(1).map(Number);
      const end = behind + rest;
      return [end, Buffer.concat([pdf.subarray(0, length), pdf.subarray(behind, end)]).toString("latin1")];
    }),
  );
}

/** Whether all that is said to be intact covers what it covered before. */
function expectCovered(original: Buffer, changed: Buffer, report: PdfReport): void {
  const was = coveredIn(original);
  const is = coveredIn(changed);
  for (const { intact, end, indication } of [...report.signatures, ...report.timestamps]) {
    if (!intact) expect(indication).not.toBe("TOTAL_PASSED");
    else expect(is.get(end!) === was.get(end!)).toBe(true);
  }
}

describe("no signature passes over bytes that were changed:", () => {
  test.each([1, 0x20, 0x80])("each of many single bytes, by %i", (bits) => {
    for (const original of [plain, archived]) {
      const step = Math.ceil(original.length / 150);
      for (let at = bits % step; at < original.length; at += step) {
        const copy = Buffer.from(original);
        copy[at]! ^= bits;
        const report = judged(copy);
        if (report !== null) expectCovered(original, copy, report);
      }
    }
  });

  test("files damaged at random, of which none breaks the validation", () => {
    const random = seededRandom(2026);
    for (let round = 0; round < 150; round++) {
      const original = random(2) === 0 ? plain : archived;
      const copy = Buffer.from(damaged(original, random));
      const report = judged(copy);
      if (report !== null) expectCovered(original, copy, report);
    }
  });
});

describe("what cannot be told from the rest is told apart:", () => {
  const words = ({ signatures: [signature] }: PdfReport) => ({
    indication: signature!.indication,
    why: signature!.subIndication,
    intact: signature!.intact,
  });

  test("content that was changed", () => {
    const copy = Buffer.from(plain);
    copy.write("9", copy.indexOf("Price: 100") + 7, "latin1");
    expect(words(signed.validate(copy))).toEqual({
      indication: "TOTAL_FAILED",
      why: "HASH_FAILURE",
      intact: false,
    });
  });

  test("a signature value that is another", () => {
    const copy = Buffer.from(plain);
    const { cms } = rawSignatures(copy)[0]!;
    // ECDSA's two numbers stand at the end.
    const at = copy.indexOf(cms.toString("hex")) + 2 * (cms.length - 10);
    copy.write(copy.toString("latin1", at, at + 1) === "0" ? "1" : "0", at, "latin1");
    expect(words(signed.validate(copy))).toEqual({
      indication: "TOTAL_FAILED",
      why: "SIG_CRYPTO_FAILURE",
      intact: false,
    });
  });

  test("a file that was cut short: what is left is an earlier revision, or none", () => {
    const { end } = signed.validate(archived).signatures[0]!;
    expect(signed.validate(archived.subarray(0, end!))).toMatchObject({
      signatures: [{ modification: "unchanged" }],
    });
    for (const less of [1, 7, 100, 1000]) {
      const report = judged(plain.subarray(0, plain.length - less));
      expect(report?.indication ?? "refused").not.toBe("TOTAL_PASSED");
    }
  });
});
