import { deflateSync } from "node:zlib";
import { decodeStream } from "../../../../engine/pdf/filters/decodeStream.js";
import { DEFAULT_PDF_LIMITS } from "../../../../engine/pdf/limits.js";
import { PdfName, type PdfObject, PdfStream, pdfDict } from "../../../../engine/pdf/objects.js";
import { ReadBudget } from "../../../../engine/pdf/readBudget.js";
import { seededRandom } from "../../../support/seededRandom.js";
import { bytesOf, predict } from "./handWritten.js";

const decode = (raw: Uint8Array, filters: string[], parameters?: PdfObject, limits = {}) =>
  decodeStream(
    new PdfStream(
      pdfDict({ Filter: filters.map((name) => new PdfName(name)), DecodeParms: parameters }),
      raw,
    ),
    0,
    new ReadBudget({ ...DEFAULT_PDF_LIMITS, ...limits }, raw.length),
    (object) => object ?? undefined,
  );

describe("filters of ISO 32000-2 7.4", () => {
  test("a chain of filters is undone in order", () => {
    const hex = deflateSync(bytesOf("structure")).toString("hex");
    expect(decode(bytesOf(`${hex}>`), ["ASCIIHexDecode", "FlateDecode"])).toEqual(Buffer.from("structure"));
  });

  test("ASCII85 gives back what it encodes, with z, white space and a short last group", () => {
    const encoded = bytesOf("9jqo^Bl\nbD-BleB1DJ+*+F(f,qz/\nKF~>");
    expect(Buffer.from(decode(encoded, ["ASCII85Decode"])).toString("latin1")).toMatch(
      /^Man is distinguished\0{4}/,
    );
  });

  test("deflate data cut short, or with a wrong checksum, gives what it holds", () => {
    const whole = deflateSync(Buffer.alloc(5000, "abcdefgh"));
    const checksum = Buffer.from(whole).fill(0, whole.length - 4);
    expect(decode(checksum, ["FlateDecode"])).toHaveLength(5000);
    expect(decode(whole.subarray(0, whole.length - 6), ["FlateDecode"]).length).toBeGreaterThan(0);
  });

  test("the TIFF predictor is undone row by row", () => {
    const parameters = pdfDict({ Predictor: 2, Columns: 3 });
    const raw = deflateSync(Uint8Array.from([1, 1, 1, 5, 0, 255]));
    expect([...decode(raw, ["FlateDecode"], [parameters])]).toEqual([1, 2, 3, 5, 5, 4]);
  });

  test.each([0, 1, 2, 3, 4])("the PNG predictor %i is undone, row by row", (type) => {
    const random = seededRandom(type);
    const rows = Array.from({ length: 50 }, () => Array.from({ length: 20 }, () => random(256)));
    const raw = deflateSync(predict(rows, type));
    const decoded = decode(raw, ["FlateDecode"], [pdfDict({ Predictor: 15, Columns: 20 })]);
    expect([...decoded]).toEqual(rows.flat());
  });

  test("a stream that inflates beyond the limit is refused before it is inflated", () => {
    const bomb = deflateSync(Buffer.alloc(50_000_000));
    const before = process.memoryUsage().arrayBuffers;
    expect(() => decode(bomb, ["FlateDecode"], undefined, { maxInflatedBytes: 1_000_000 })).toThrow(
      expect.objectContaining({
        code: "pdf_limit_exceeded",
        message: expect.stringContaining("maxInflatedBytes is 1000000"),
      }),
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  test("what cannot be decoded is refused: no deflate data, bad digits, bad parameters, a filter it does not know", () => {
    const damaged = expect.objectContaining({ code: "pdf_damaged" });
    expect(() => decode(bytesOf("no deflate data"), ["FlateDecode"])).toThrow(damaged);
    expect(() => decode(bytesOf("0g>"), ["ASCIIHexDecode"])).toThrow(damaged);
    expect(() => decode(bytesOf("{}~>"), ["ASCII85Decode"])).toThrow(damaged);
    expect(() =>
      decode(deflateSync(bytesOf("\x09rows")), ["FlateDecode"], pdfDict({ Predictor: 12 })),
    ).toThrow(damaged);
    expect(() => decode(bytesOf(""), Array(9).fill("ASCIIHexDecode"))).toThrow(damaged);
    expect(() => decode(bytesOf(""), ["JBIG2Decode"])).toThrow(
      expect.objectContaining({ code: "pdf_unsupported" }),
    );
  });
});
