import { spawnSync } from "node:child_process";

/** The text that poppler's pdftotext finds in a document. @param password of an encrypted one */
export function textByPoppler(pdf: Uint8Array, password?: string): string {
  const unlock = password === undefined ? [] : ["-upw", password];
  const { stdout } = spawnSync("pdftotext", [...unlock, "-", "-"], { input: pdf, encoding: "utf8" });
  return stdout;
}
