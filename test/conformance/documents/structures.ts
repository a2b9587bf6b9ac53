import {
  handWrittenPdf,
  hybridPdf,
  ONE_PAGE,
  revisedPdf,
  streamWrittenPdf,
} from "../../unit/engine/pdf/handWritten.js";
import type { Kind } from "./kind.js";
import { classicPdf, manyPagesPdf, objectStreamPdf } from "./laidOut.js";
import { qpdfWritten } from "./qpdfWritten.js";

const ID = "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]";

/** Files that differ in how they are put together. */
export const structures: Readonly<Record<string, Kind>> = {
  "under 2 kB": { make: () => handWrittenPdf(ONE_PAGE, { trailer: ID }) },
  "without an /ID": { make: () => handWrittenPdf(ONE_PAGE) },
  "cross-reference table": { make: classicPdf },
  "cross-reference stream": { make: () => streamWrittenPdf(ONE_PAGE, { trailer: ID }) },
  "object streams": { make: objectStreamPdf },
  "hybrid cross-reference": { make: hybridPdf },
  linearized: {
    make: async () => qpdfWritten(await classicPdf(), "--linearize", "--object-streams=disable"),
  },
  "linearized with object streams": {
    make: async () => qpdfWritten(await classicPdf(), "--linearize", "--object-streams=generate"),
  },
  "three revisions": { make: threeRevisions },
  "junk before the header": {
    make: () => handWrittenPdf(ONE_PAGE, { trailer: ID, junk: "\r\nHTTP/1.1\r\n" }),
    unreadableTo: ["dss", "pyhanko"],
  },
  "junk after the end": { make: () => handWrittenPdf(ONE_PAGE, { trailer: ID, behind: "\r\n\0\0\0" }) },
  "300 pages": { make: manyPagesPdf },
};

function threeRevisions(): Uint8Array {
  const revise = (pdf: Uint8Array, content: string) => revisedPdf(pdf, { 4: content, 9: "null" }, ID);
  const red = "<< /Length 26 >>\nstream\n1 0 0 rg 20 20 100 50 re f\nendstream";
  return revise(revise(handWrittenPdf(ONE_PAGE, { trailer: ID }), red), ONE_PAGE[4]!);
}
