import { handWrittenPdf, ONE_PAGE } from "./handWritten.js";

const numbers = [0, 1, 2, 3, 4];
const references = numbers.map((number) => `${number + 5} 0 R`).join(" ");

/** A document with five fields F0 to F4 that wait for a visible signature each. */
export const waitingFields = handWrittenPdf(
  {
    ...ONE_PAGE,
    1: `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${references}] >> >>`,
    3: ONE_PAGE[3]!.replace("/Contents", `/Resources << >> /Annots [${references}] /Contents`),
    ...Object.fromEntries(numbers.map((number) => [number + 5, field(number)])),
  },
  { trailer: "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]" },
);

function field(number: number): string {
  const rect = `[20 ${30 * number} 90 ${30 * number + 25}]`;
  return `<< /Type /Annot /Subtype /Widget /FT /Sig /T (F${number}) /F 4 /P 3 0 R /Rect ${rect} >>`;
}
