import { createHash } from "node:crypto";
import { lineFontNames } from "../../../../../api/dialects/certsign/documents/lineFonts.js";
import { readDocuments } from "../../../../../api/dialects/certsign/documents/readDocument.js";

const content = Buffer.from("%PDF-1.7 and so on");
const toSignContent = content.toString("base64");

function read(more: object) {
  return readDocuments([{ toSignContent, ...more }])[0]!;
}

function lines(pdfSignatureOptions: object) {
  return read({ pdfSignatureOptions }).look.appearance!.lines;
}

describe("what a signature looks like", () => {
  test("is an image in the lower left of a page, counted from below, and lines over it", () => {
    const image = Buffer.from("89504e47", "hex");
    const { look } = read({
      pdfSignatureOptions: {
        signatureImageContent: image.toString("base64").replace(/(.{4})/g, "$1\r\n"),
        signaturePosX: "10.1",
        signaturePosY: 20,
        signaturePage: "2",
        linesOptions: [
          {
            lineContent: "one",
            lineColor: 16711680,
            lineFontSize: 12,
            lineFont: "Times_roman",
            linePosXInImage: 15,
            linePosYInImage: 85,
          },
          { lineContent: "two" },
        ],
      },
    });
    expect(look).toEqual({
      place: { by: "bottom_left", page: 2, x: 10.1, y: 20, size: null },
      appearance: {
        image,
        lines: [
          { text: "one", color: 0xff0000, fontSize: 12, font: "times", embedded: true, x: 15, y: 85 },
          { text: "two", color: 0, fontSize: 10, font: "helvetica", embedded: true, x: 2, y: 2 },
        ],
      },
    });
  });

  test.each<[string, object]>([
    ["nothing is said of it", {}],
    ["null is said of it", { pdfSignatureOptions: null }],
    [
      "there is neither image nor text",
      { pdfSignatureOptions: { signaturePosX: 1, signaturePage: 1, linesOptions: null } },
    ],
    [
      "the text is empty",
      { pdfSignatureOptions: { signatureText: "", signatureTextColor: "0000", fontFamily: "Courier" } },
    ],
  ])("is nothing where %s", (_, more) => {
    expect(read(more).look).toEqual({ place: { by: "invisible" }, appearance: null });
  });

  test("text of the older fields stands in its font and colour from the lower left, the last line lowest", () => {
    const drawn = lines({
      signatureText: "22-11-2026 18:30\nParis",
      signatureTextColor: 8998,
      signatureTextFontSize: "12",
      fontFamily: "Courier",
      fontStyle: "Bold",
    });
    expect(drawn).toEqual([
      {
        text: "22-11-2026 18:30",
        color: 8998,
        fontSize: 12,
        font: "courier_bold",
        embedded: true,
        x: 2,
        y: 16.4,
      },
      { text: "Paris", color: 8998, fontSize: 12, font: "courier_bold", embedded: true, x: 2, y: 2 },
    ]);
  });

  test("a colour as Java writes it is taken without its opacity", () => {
    expect(lines({ linesOptions: [{ lineContent: "a", lineColor: -65536 }] })[0]!.color).toBe(0xff0000);
  });

  test("a line may be empty, which keeps it free", () => {
    const drawn = lines({ linesOptions: [{ lineContent: "" }, { lineContent: "b" }] });
    expect(drawn.map(({ text }) => text)).toEqual(["", "b"]);
  });

  test.each(lineFontNames)("%s is a font, embedded unless its name says otherwise", (lineFont) => {
    const [line] = lines({ linesOptions: [{ lineContent: "a", lineFont }] });
    expect(line!.embedded).toBe(!lineFont.endsWith("_not_archived"));
  });
});

describe("documents", () => {
  test.each<[string, object, string]>([
    ["SHA256", {}, "SHA-256"],
    ["SHA512", {}, "SHA-512"],
    // In one of the two published schemas.
    ["SHA224", {}, "SHA-256"],
  ])("asked for %s are signed with nothing weaker", (digestAlgorithmName, more, digest) => {
    expect(read({ signatureOptions: { digestAlgorithmName, ...more } }).input.digestAlgorithm).toBe(digest);
  });

  test("with their own SHA-1 are taken, in either case", () => {
    const hash = createHash("sha1").update(content).digest("hex");
    for (const written of [hash, hash.toUpperCase(), ""])
      expect(read({ hash: written }).input.name).toBe("document-1.pdf");
  });

  test("have a file's name, whatever their own id holds", () => {
    const { input } = read({ externalSignatureRequestId: "../a\\b\r\nBcc: c.pdf" });
    expect(input.name).toBe(".._a_b__Bcc: c.pdf");
  });

  test.each<[unknown, boolean]>([
    [true, true],
    ["TRUE", true],
    ["1", true],
    [1, true],
    ["0", false],
    [0, false],
    ["", false],
  ])("are archived with enableArchive %j: %j", (enableArchive, archive) => {
    expect(read({ enableArchive }).archive).toBe(archive);
  });

  test.each<[string, unknown, string, string | undefined]>([
    ["no list", { toSignContent }, "BODY_INVALID", undefined],
    ["none", [], "BODY_INVALID", undefined],
    ["one that is text", ["a"], "FIELD_INVALID", "[0]"],
    ["one without content", [{}], "FIELD_MISSING", "[0].toSignContent"],
    [
      "another hash",
      [{ toSignContent, hash: "716884d4ae421e4e6a57d0e106b85508d39d8ce3" }],
      "HASH_DIFFERS",
      "[0].hash",
    ],
    [
      "an unknown level",
      [{ toSignContent, signatureOptions: { signatureType: "XAdES_BASELINE_B" } }],
      "FIELD_INVALID",
      "[0].signatureOptions.signatureType",
    ],
    [
      "an unknown digest",
      [{ toSignContent, signatureOptions: { digestAlgorithmName: "MD5" } }],
      "FIELD_INVALID",
      "[0].signatureOptions.digestAlgorithmName",
    ],
    [
      "another packaging",
      [{ toSignContent, signatureOptions: { signaturePackagingType: "DETACHED" } }],
      "FIELD_INVALID",
      "[0].signatureOptions.signaturePackagingType",
    ],
    [
      "another type",
      [{ toSignContent, signatureOptions: { documentType: "URL" } }],
      "FIELD_INVALID",
      "[0].signatureOptions.documentType",
    ],
    [
      "an unknown font",
      [{ toSignContent, pdfSignatureOptions: { linesOptions: [{ lineContent: "a", lineFont: "Arial" }] } }],
      "FIELD_INVALID",
      "[0].pdfSignatureOptions.linesOptions[0].lineFont",
    ],
    [
      "a line without text",
      [{ toSignContent, pdfSignatureOptions: { linesOptions: [{}] } }],
      "FIELD_MISSING",
      "[0].pdfSignatureOptions.linesOptions[0].lineContent",
    ],
    [
      "page 0",
      [{ toSignContent, pdfSignatureOptions: { signaturePage: 0 } }],
      "FIELD_INVALID",
      "[0].pdfSignatureOptions.signaturePage",
    ],
    ["a misspelt field", [{ toSignContent }, { toSignContent, keyword: [] }], "FIELD_UNKNOWN", "[1].keyword"],
    [
      "two of one external id",
      [
        { toSignContent, externalSignatureRequestId: "a" },
        { toSignContent, externalSignatureRequestId: "a" },
      ],
      "EXTERNAL_ID_TAKEN",
      "externalSignatureRequestId",
    ],
  ])("%s: refused", (_, body, errorCode, param) => {
    expect.assertions(1);
    try {
      readDocuments(body);
    } catch (error) {
      expect(error).toMatchObject({ errorCode, ...(param !== undefined && { param }) });
    }
  });
});
