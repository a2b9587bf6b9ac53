import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A document as qpdf writes it anew. @param options of qpdf: `--linearize` */
export function qpdfWritten(pdf: Uint8Array, ...options: string[]): Uint8Array {
  const directory = mkdtempSync(join(tmpdir(), "paraph-qpdf-"));
  try {
    const [before, after] = [join(directory, "before.pdf"), join(directory, "after.pdf")];
    writeFileSync(before, pdf);
    execFileSync("qpdf", [...options, before, after], { stdio: "pipe" });
    return readFileSync(after);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** How qpdf is asked for each revision of the standard security handler; the user's password is empty. */
const encryptions = {
  R2: ["--allow-weak-crypto", "--encrypt", "", "owner", "40", "--"],
  R3: ["--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=n", "--"],
  "R4 with RC4": ["--allow-weak-crypto", "--encrypt", "", "owner", "128", "--force-V4", "--use-aes=n", "--"],
  "R4 with AES": ["--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=y", "--"],
  R5: ["--allow-weak-crypto", "--encrypt", "", "owner", "256", "--force-R5", "--"],
  R6: ["--encrypt", "", "owner", "256", "--"],
} as const;

export type Encryption = keyof typeof encryptions;
export const encryptionNames = Object.keys(encryptions) as Encryption[];

/** A document that opens without a password, and is encrypted all the same. */
export function encryptedPdf(pdf: Uint8Array, encryption: Encryption): Uint8Array {
  return qpdfWritten(pdf, ...encryptions[encryption]);
}
