import type { ContainerFile } from "../../../engine/asic/containerFile.js";

const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.7\n% ${text}\n`);

/** What an evidence file may have: names with blanks, umlauts and in Arabic, an empty file, one of 5 MB, texts. */
export const files: readonly ContainerFile[] = [
  { name: "evidence.json", bytes: Buffer.from('{"format":"sample"}\n'), mediaType: "application/json" },
  { name: "README.txt", bytes: Buffer.from("What is in here.\n".repeat(100)), mediaType: "text/plain" },
  { name: "documents/01-Prüfbericht & Maße (Süd).pdf", bytes: pdf("1"), mediaType: "application/pdf" },
  { name: "documents/02-عقد الإيجار.pdf", bytes: pdf("2"), mediaType: "application/pdf" },
  { name: "documents/03-it's 100% + more; really!.pdf", bytes: pdf("3"), mediaType: "application/pdf" },
  { name: "documents/04-契約.pdf", bytes: pdf("4"), mediaType: "application/pdf" },
  { name: "documents/05-empty.txt", bytes: new Uint8Array(0), mediaType: "text/plain" },
  { name: "documents/06-large.bin", bytes: noise(5_000_000), mediaType: "application/octet-stream" },
  ...Array.from({ length: 12 }, (_, index) => ({
    name: `certificates/sgr_${index}.cer`,
    bytes: noise(700 + index),
    mediaType: "application/pkix-cert",
  })),
];

/** Bytes that do not compress, the same each time. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 0x2545f491;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}
