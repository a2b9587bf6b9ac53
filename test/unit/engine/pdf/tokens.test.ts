import { fail } from "node:assert/strict";
import fc from "fast-check";
import { EngineError } from "../../../../engine/error.js";
import { ByteSink } from "../../../../engine/pdf/byteSink.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { encipherWrittenStrings } from "../../../../engine/pdf/encryption/writtenStrings.js";
import { Lexer } from "../../../../engine/pdf/lexer.js";
import { DEFAULT_PDF_LIMITS } from "../../../../engine/pdf/limits.js";
import { PdfName, type PdfObject, PdfRef, PdfString } from "../../../../engine/pdf/objects.js";
import { countPages } from "../../../../engine/pdf/pageTree.js";
import { Parser } from "../../../../engine/pdf/parser.js";
import { ReadBudget } from "../../../../engine/pdf/readBudget.js";
import { writeObject } from "../../../../engine/pdf/serialize.js";
import { dictionaryHasKey } from "../../../../engine/pdf/skim.js";
import { bytesOf } from "./handWritten.js";

const latin1 = fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString("latin1"));
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -6400, max: 6400 }).map((n) => n / 64),
);
const reference = fc.tuple(fc.nat(), fc.nat(65535)).map(([num, gen]) => new PdfRef(num, gen));
const string = fc
  .tuple(fc.uint8Array({ maxLength: 40 }), fc.boolean())
  .map(([bytes, hex]) => new PdfString(bytes, hex));

/** Any object of ISO 32000-2 7.3 but a stream. */
const { object } = fc.letrec<{ object: PdfObject }>((tie) => ({
  object: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    number,
    latin1.map((name) => new PdfName(name)),
    string,
    reference,
    fc.array(tie("object"), { maxLength: 6 }),
    fc
      .array(fc.tuple(latin1, tie("object")), { maxLength: 6 })
      .map((entries) => new Map(entries.filter(([, value]) => value !== null))),
  ),
}));

/** Text made of what tokens are made of. */
const tokens = fc
  .array(
    fc.constantFrom(
      ...[
        "<<",
        ">>",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "/",
        "/N",
        "%",
        "\\",
        "\n",
        " ",
        "R",
        "obj",
        "stream",
        "endobj",
      ],
      ...["0", "1 0 R", "-", ".", "+5", "1.5.5", "null", "true", "#41", "\0", "\xff", "{", "}", "41>", "(a)"],
    ),
    { maxLength: 60 },
  )
  .map((parts) => bytesOf(parts.join("")));

function written(value: PdfObject): Uint8Array {
  const sink = new ByteSink();
  writeObject(sink, value);
  return sink.join();
}

function parserOf(bytes: Uint8Array): Parser {
  return new Parser(new Lexer(bytes, 0), new ReadBudget(DEFAULT_PDF_LIMITS, bytes.length));
}

/** Strings compare by their bytes, whatever kind of array holds them. */
function comparable(value: PdfObject): unknown {
  if (value instanceof PdfString) return `${value.hex} ${Buffer.from(value.bytes).toString("hex")}`;
  if (value instanceof Map) return [...value].map(([key, entry]) => [key, comparable(entry)]);
  return Array.isArray(value) ? value.map(comparable) : value;
}

describe("any object", () => {
  test("that is written is read as the same, with nothing left behind it", () => {
    fc.assert(
      fc.property(object, (value) => {
        const bytes = written(value);
        const parser = parserOf(bytes);
        expect(comparable(parser.object())).toEqual(comparable(value));
        expect(parser.lexer.at).toBe(bytes.length);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  test("has the entries that a glance at its bytes finds", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(latin1, object), { maxLength: 8 }), latin1, (entries, other) => {
        const dict = new Map<string, PdfObject>(entries);
        const bytes = written(dict);
        for (const key of [...dict.keys(), other])
          expect(dictionaryHasKey(new Lexer(bytes, 0), key)).toBe(dict.has(key));
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  test("changes only its strings when they are enciphered where they are written", () => {
    const reversed = (bytes: Uint8Array) => bytes.slice().reverse();
    const inHex = (value: PdfObject): PdfObject => {
      if (value instanceof PdfString) return new PdfString(reversed(value.bytes), true);
      if (value instanceof Map) return new Map([...value].map(([key, entry]) => [key, inHex(entry)]));
      return Array.isArray(value) ? value.map(inHex) : value;
    };
    fc.assert(
      fc.property(object, (value) => {
        const enciphered = parserOf(encipherWrittenStrings(written(value), reversed)).object();
        expect(comparable(enciphered)).toEqual(comparable(inHex(value)));
      }),
      { numRuns: 500, seed: 3 },
    );
  });
});

describe("any bytes", () => {
  test("are read token by token to their end, or refused: the reader never stands still", () => {
    fc.assert(
      fc.property(fc.oneof(tokens, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        const parser = parserOf(bytes);
        for (let before = -1; parser.lexer.at < bytes.length; ) {
          if (parser.lexer.at <= before) fail("the position did not move");
          before = parser.lexer.at;
          try {
            parser.object();
          } catch (error) {
            if (!(error instanceof EngineError)) throw error;
            return;
          }
        }
      }),
      { numRuns: 3000, seed: 4 },
    );
  });

  test("are a document, or refused with a reason", () => {
    const inFile = tokens.map((body) =>
      Buffer.concat([bytesOf("%PDF-1.7\n1 0 obj\n"), body, bytesOf("\nendobj\ntrailer\n<</Root 1 0 R>>\n")]),
    );
    fc.assert(
      fc.property(fc.oneof(inFile, tokens, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        try {
          countPages(openPdf(bytes));
        } catch (error) {
          if (!(error instanceof EngineError)) throw error;
        }
      }),
      { numRuns: 2000, seed: 5 },
    );
  });
});
