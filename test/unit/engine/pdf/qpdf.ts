import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What `qpdf --check` has to say against a document; empty when it is clean. @param password of an encrypted one */
export function qpdfComplaints(pdf: Uint8Array, password?: string): string {
  return inDirectory((directory) => {
    const file = join(directory, "document.pdf");
    writeFileSync(file, pdf);
    const unlock = password === undefined ? [] : [`--password=${password}`];
    const { status, stdout, stderr } = spawnSync("qpdf", ["--check", ...unlock, file], {
      encoding: "latin1",
    });
    return status === 0 ? "" : `exit ${status}\n${stdout}${stderr}`.replaceAll(file, "document.pdf");
  });
}

/** A document as qpdf makes it anew, with these options. @throws Error with what qpdf has to say */
export function madeByQpdf(pdf: Uint8Array, options: readonly string[]): Uint8Array {
  return inDirectory((directory) => {
    writeFileSync(join(directory, "in.pdf"), pdf);
    const { status, stderr } = spawnSync("qpdf", [...options, "in.pdf", "out.pdf"], {
      cwd: directory,
      encoding: "latin1",
    });
    if (status !== 0 && status !== 3) throw new Error(`qpdf: exit ${status}: ${stderr}`);
    return readFileSync(join(directory, "out.pdf"));
  });
}

function inDirectory<T>(work: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), "paraph-qpdf-"));
  try {
    return work(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
