import { existsSync, readFileSync } from "node:fs";

export const MEGABYTE = 1024 * 1024;

/** A document with a stream of so many bytes. */
export function largeDocument(size: number): Uint8Array {
  const head = `%PDF-1.7
1 0 obj
<</Pages 2 0 R>>
endobj
2 0 obj
<</Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</MediaBox[0 0 9 9]/Parent 2 0 R>>
endobj
4 0 obj
<</Length ${size}>>
stream
`;
  const xrefAt = head.length + size + "\nendstream\nendobj\n".length;
  const offsets = [1, 2, 3, 4].map((num) => String(head.indexOf(`${num} 0 obj`)).padStart(10, "0"));
  const tail = `
endstream
endobj
xref
1 4
${offsets.map((offset) => `${offset} 00000 n\r\n`).join("")}trailer
<</Size 5/Root 1 0 R>>
startxref
${xrefAt}
%%EOF
`;
  const pdf = Buffer.alloc(head.length + size + tail.length, 0x20);
  pdf.write(head, 0, "latin1");
  pdf.write(tail, head.length + size, "latin1");
  return pdf;
}

/** The most memory that this process has held. On Linux maxRSS begins with what the parent held before exec. */
export function peakKilobytes(): number {
  const status = "/proc/self/status";
  if (!existsSync(status)) return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(status, "utf8"))?.[1]);
}
