import type { EvidenceFiles } from "./evidenceFiles.js";
import type { Section } from "./reportWriter.js";

const SUMS = "sha256sums.txt";
/** A line for each file that a container can have. */
const MAX_BYTES = 8 * 1024 * 1024;

/** What `sha256sum -c` is told of the files (GNU coreutils: a hash, two blanks, a name) is what they are. */
export function checkSums(files: EvidenceFiles, section: Section): void {
  const bytes = files.bytes(SUMS) ?? new Uint8Array(0);
  if (bytes.length > MAX_BYTES) {
    section.fault("limit_exceeded", `The file has more than ${MAX_BYTES} bytes.`, SUMS);
    return;
  }
  for (const line of Buffer.from(bytes).toString("utf8").split("\n")) {
    if (line === "") continue;
    const [, sha256, name = ""] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (files.bytes(name) !== undefined && files.sha256(name) === sha256) continue;
    section.fault("statement_mismatch", "A sum is of no file that is here, or of another one.", SUMS);
  }
}
