import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What `qpdf --check` has to say against a document; empty when it is clean. */
export function qpdfComplaints(pdf: Uint8Array): string {
  const directory = mkdtempSync(join(tmpdir(), "paraph-qpdf-"));
  try {
    const file = join(directory, "document.pdf");
    writeFileSync(file, pdf);
    const { status, stdout, stderr } = spawnSync("qpdf", ["--check", file], { encoding: "latin1" });
    return status === 0 ? "" : `exit ${status}\n${stdout}${stderr}`.replaceAll(file, "document.pdf");
  } finally {
    rmSync(directory, { recursive: true });
  }
}
