import { hasAmbiguousSection } from "../../../../../engine/pades/changes/ambiguousSections.js";
import { openPdf } from "../../../../../engine/pdf/document.js";
import { bytesOf, handWrittenPdf, ONE_PAGE } from "../../pdf/handWritten.js";

const before = handWrittenPdf(ONE_PAGE);
const number = (value: number, bytes: number) =>
  String.fromCharCode(
    ...Array.from({ length: bytes }, (_, index) => (value >> (8 * (bytes - 1 - index))) & 255),
  );

/** A later revision with a table and a stream beside it, which have object 9 at places of their own. */
function hybridRevision(
  inStream: "the same place" | "another place" | "a place",
  inTable = true,
): Uint8Array {
  let text = Buffer.from(before).toString("latin1");
  const startxref = /startxref\s+(\d+)/.exec(text)![1]!;
  const places = ["(one)", "(two)"].map((content) => {
    const at = text.length;
    text += `9 0 obj\n${content}\nendobj\n`;
    return at;
  });
  const streamAt = text.length;
  const place = inStream === "the same place" ? places[0]! : places[1]!;
  const entries = `\u0001${number(place, 4)}\u0000\u0000`;
  text += `10 0 obj\n<< /Type /XRef /W [1 4 2] /Index [9 1] /Size 11 /Length ${entries.length} /Root 1 0 R >>\nstream\n${entries}\nendstream\nendobj\n`;
  const tableAt = text.length;
  const offset = String(places[0]!).padStart(10, "0");
  const entry = inTable ? `${offset} 00000 n \n` : "0000000000 00000 f \n";
  text += `xref\n9 1\n${entry}trailer\n<< /Size 11 /Root 1 0 R /Prev ${startxref} /XRefStm ${streamAt} >>\nstartxref\n${tableAt}\n%%EOF\n`;
  return bytesOf(text);
}

const isAmbiguous = (after: Uint8Array) => hasAmbiguousSection(openPdf(before), openPdf(after));

test("a table and the stream beside it may say the same of an object, or one of them something", () => {
  expect(isAmbiguous(hybridRevision("the same place"))).toBe(false);
  expect(isAmbiguous(hybridRevision("a place", false))).toBe(false);
});

test("a table and the stream beside it that say two things are two documents", () => {
  expect(isAmbiguous(hybridRevision("another place"))).toBe(true);
});
