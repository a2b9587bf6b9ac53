import { deflateSync } from "node:zlib";

/** The objects of a document of one page, by number; the catalog is object 1. */
export const ONE_PAGE: Readonly<Record<number, string>> = {
  1: "<< /Type /Catalog /Pages 2 0 R >>",
  2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R >>",
  4: "<< /Length 26 >>\nstream\n0 0 1 rg 20 20 100 50 re f\nendstream",
};

export interface HandWritten {
  /** The end of line between all parts. */
  readonly eol?: string;
  /** Bytes before the header. */
  readonly junk?: string;
  /** What offsets are counted from. */
  readonly offsetsFrom?: "header" | "file";
  /** What each cross-reference entry ends with: two characters make it regular. */
  readonly entryEnd?: string;
  /** What the head of the only subsection says, in place of `0`. */
  readonly firstNumber?: number;
  /** What the trailer's /Size says, in place of the truth. */
  readonly size?: number;
  /** More trailer entries. */
  readonly trailer?: string;
  /** What startxref says, in place of the truth. */
  readonly startxref?: number;
  /** What follows %%EOF. */
  readonly behind?: string;
}

/** A document with a cross-reference table, its objects numbered from 1 without a gap. */
export function handWrittenPdf(objects: Readonly<Record<number, string>>, how: HandWritten = {}): Uint8Array {
  const { eol = "\n", junk = "", entryEnd = " \n", firstNumber = 0, trailer = "" } = how;
  const shift = how.offsetsFrom === "file" ? 0 : junk.length;
  const numbers = Object.keys(objects).map(Number);
  let file = `${junk}%PDF-1.7${eol}%\xe2\xe3\xcf\xd3${eol}`;
  let entries = `0000000000 65535 f${entryEnd}`;
  for (const num of numbers) {
    entries += `${digits(file.length - shift, 10)} 00000 n${entryEnd}`;
    file += `${num} 0 obj${eol}${objects[num]}${eol}endobj${eol}`;
  }
  const at = how.startxref ?? file.length - shift;
  file += `xref${eol}${firstNumber} ${numbers.length + 1}${eol}${entries}`;
  file += `trailer${eol}<< /Size ${how.size ?? numbers.length + 1} /Root 1 0 R ${trailer} >>${eol}`;
  file += `startxref${eol}${at}${eol}%%EOF${eol}${how.behind ?? ""}`;
  return bytesOf(file);
}

export interface StreamWritten {
  /** The numbers of the objects that go into one object stream. */
  readonly compressed?: readonly number[];
  /** The PNG predictor of the cross-reference stream: the type byte of every row. */
  readonly pngRow?: 0 | 1 | 2 | 3 | 4;
  /** More entries of the cross-reference stream's dictionary. */
  readonly trailer?: string;
}

/** A document with a cross-reference stream, and an object stream where one is asked for. */
export function streamWrittenPdf(
  objects: Readonly<Record<number, string>>,
  how: StreamWritten = {},
): Uint8Array {
  const compressed = how.compressed ?? [];
  const numbers = Object.keys(objects).map(Number);
  const container = Math.max(...numbers) + 1;
  let file = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  const rows: number[][] = [row(0, 0, 255)];
  for (const num of numbers) {
    const index = compressed.indexOf(num);
    rows.push(index < 0 ? row(1, file.length, 0) : row(2, container, index));
    if (index < 0) file += `${num} 0 obj\n${objects[num]}\nendobj\n`;
  }
  rows.push(row(1, file.length, 0));
  const bodies = compressed.map((num) => objects[num] ?? "null");
  const head = compressed
    .map((num, i) => `${num} ${bodies.slice(0, i).join(" ").length + (i > 0 ? 1 : 0)}`)
    .join(" ");
  const data = deflateSync(bytesOf(`${head}\n${bodies.join(" ")}`)).toString("latin1");
  const holds = `/N ${compressed.length} /First ${head.length + 1}`;
  file += `${container} 0 obj\n<< /Type /ObjStm ${holds} /Filter /FlateDecode /Length ${data.length} >>\n`;
  file += `stream\n${data}\nendstream\nendobj\n`;
  const at = file.length;
  rows.push(row(1, at, 0));
  const table = deflateSync(predict(rows, how.pngRow)).toString("latin1");
  const parameters = how.pngRow === undefined ? "" : "/DecodeParms << /Predictor 12 /Columns 5 >>";
  file += `${container + 1} 0 obj\n<< /Type /XRef /Size ${container + 2} /W [1 3 1] /Root 1 0 R ${parameters} `;
  file += `${how.trailer ?? ""} /Filter /FlateDecode /Length ${table.length} >>\nstream\n${table}\nendstream\nendobj\n`;
  return bytesOf(`${file}startxref\n${at}\n%%EOF\n`);
}

/**
 * A hybrid document: object 3, its page, stands in a cross-reference stream only, and in the table as free. Readers
 * that know no streams see a document without a page.
 */
export function hybridPdf(): Uint8Array {
  let file = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
  const offsets: number[] = [];
  for (const num of [1, 2, 3, 4]) {
    offsets[num] = file.length;
    file += `${num} 0 obj\n${ONE_PAGE[num]}\nendobj\n`;
  }
  const beside = file.length;
  const data = Buffer.from([1, 0, offsets[3]! >> 8, offsets[3]! & 0xff, 0]).toString("latin1");
  file += "5 0 obj\n<< /Type /XRef /Size 6 /W [1 3 1] /Index [3 1] /Root 1 0 R /Length 5 >>\n";
  file += `stream\n${data}\nendstream\nendobj\n`;
  const at = file.length;
  const entry = (num: number) => `${digits(offsets[num]!, 10)} 00000 n\r\n`;
  file += `xref\n0 5\n0000000003 65535 f\r\n${entry(1)}${entry(2)}0000000000 00000 f\r\n${entry(4)}`;
  file += `trailer\n<< /Size 6 /Root 1 0 R /XRefStm ${beside} >>\nstartxref\n${at}\n%%EOF\n`;
  return bytesOf(file);
}

/** Appends a revision with a cross-reference table that writes objects anew. */
export function revisedPdf(
  pdf: Uint8Array,
  objects: Readonly<Record<number, string>>,
  trailer = "",
): Uint8Array {
  const text = Buffer.from(pdf).toString("latin1");
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  let file = text;
  let table = "xref\n";
  for (const [num, body] of Object.entries(objects)) {
    table += `${num} 1\n${digits(file.length, 10)} 00000 n\r\n`;
    file += `${num} 0 obj\n${body}\nendobj\n`;
  }
  const at = file.length;
  const size = Math.max(10, ...Object.keys(objects).map((num) => Number(num) + 1));
  file += `${table}trailer\n<< /Size ${size} /Root 1 0 R /Prev ${previous} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return bytesOf(file);
}

export function bytesOf(latin1: string): Uint8Array {
  return Buffer.from(latin1, "latin1");
}

function row(type: number, second: number, third: number): number[] {
  return [type, second >> 16, (second >> 8) & 0xff, second & 0xff, third];
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, "0");
}

/** Applies a PNG filter (W3C PNG, clause 9) to rows of one-byte pixels; without a type, just joins them. */
export function predict(rows: readonly number[][], type: number | undefined): Uint8Array {
  if (type === undefined) return Uint8Array.from(rows.flat());
  return Uint8Array.from(
    rows.flatMap((bytes, y) => [
      type,
      ...bytes.map((byte, x) => {
        const left = bytes[x - 1] ?? 0;
        const up = rows[y - 1]?.[x] ?? 0;
        const upLeft = rows[y - 1]?.[x - 1] ?? 0;
        const paeth = [left, up, upLeft].reduce((best, candidate) => {
          const distance = (value: number) => Math.abs(left + up - upLeft - value);
          return distance(candidate) < distance(best) ? candidate : best;
        });
        return byte - [0, left, up, (left + up) >> 1, paeth][type]!;
      }),
    ]),
  );
}
