import { deflateSync } from "node:zlib";
import { findText } from "../../../../../engine/pdf/text/findText.js";
import { describeWith } from "../../../../support/judges.js";
import { stream, textPdf } from "./textPages.js";
import { wordBoxes } from "./wordBoxes.js";

const CONTENT = `BT /F 10 Tf 10 20 Td (${"signature ".repeat(60)}) Tj ET`;

/** LZW codes (ISO 32000-2 7.4.4.2), as writers make them: growing one code early or not, cleared when the table is full. */
function lzw(text: string, early: 0 | 1): string {
  let table = new Map<string, number>();
  const bits: string[] = [];
  let free = 258;
  let width = 9;
  const put = (code: number) => bits.push(code.toString(2).padStart(width, "0"));
  const codeOf = (word: string) => (word.length === 1 ? word.charCodeAt(0) : table.get(word));
  put(256);
  let word = "";
  for (const character of text) {
    if (codeOf(word + character) !== undefined) word += character;
    else {
      put(codeOf(word)!);
      table.set(word + character, free++);
      if (free + early > 1 << width) width++;
      if (free === 4094) {
        put(256);
        table = new Map();
        free = 258;
        width = 9;
      }
      word = character;
    }
  }
  put(codeOf(word)!);
  if (free + early >= 1 << width) width++;
  put(257);
  return (bits.join("").match(/.{1,8}/g) ?? [])
    .map((byte) => String.fromCharCode(Number.parseInt(byte.padEnd(8, "0"), 2)))
    .join("");
}

function runLength(text: string): string {
  const runs = text.match(/(.)\1+|.{1,100}?(?=(.)\2|$)|.{1,100}/gs) ?? [];
  return `${runs
    .map((run) =>
      /^(.)\1+$/s.test(run) && run.length <= 128
        ? String.fromCharCode(257 - run.length) + run[0]
        : String.fromCharCode(run.length - 1) + run,
    )
    .join("")}\x80`;
}

const varied = Array.from({ length: 9000 }, (_, i) => `${(i * 7919) % 10007}`).join(" ");

describeWith(["pdftotext"], "content is read as poppler reads it through", () => {
  test.each([
    ["LZWDecode", stream(lzw(CONTENT, 1), "/Filter /LZWDecode")],
    [
      "LZWDecode that does not grow early",
      stream(lzw(CONTENT, 0), "/Filter /LZWDecode /DecodeParms << /EarlyChange 0 >>"),
    ],
    ["LZWDecode of more than a full table", stream(lzw(`% ${varied}\n${CONTENT}`, 1), "/Filter /LZWDecode")],
    ["RunLengthDecode", stream(runLength(`${CONTENT}${" ".repeat(300)}`), "/Filter /RunLengthDecode")],
    ["ASCIIHexDecode", stream(`${Buffer.from(CONTENT).toString("hex")}>`, "/Filter /ASCIIHexDecode")],
    [
      "two filters",
      stream(
        `${deflateSync(Buffer.from(CONTENT)).toString("hex")}>`,
        "/Filter [/ASCIIHexDecode /FlateDecode]",
      ),
    ],
    [
      "FlateDecode cut short",
      stream(
        deflateSync(Buffer.from(`${CONTENT} ${varied}`))
          .toString("latin1")
          .slice(0, 3000),
        "/Filter /FlateDecode",
      ),
    ],
  ])("%s", (_, content) => {
    const pdf = textPdf({ contents: content, page: "/MediaBox [0 0 5000 200]" });
    expect(wordBoxes(pdf)[0]!.filter(({ text }) => text === "signature")).toHaveLength(60);
    expect(findText(pdf, { text: "signature" })).toHaveLength(60);
  });
});
