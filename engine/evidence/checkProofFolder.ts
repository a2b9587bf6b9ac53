import type { AuditExport } from "../hashchain/auditExport.js";
import type { EvidenceFiles } from "./evidenceFiles.js";
import type { Section } from "./reportWriter.js";

/** What the sender gave to be kept with the order. */
export const PROOF_FOLDER = "proof-folder/proof-folder.zip";

/** Whether there is one to be checked, by the file or by what the chain says. */
export function hasProofFolder(files: EvidenceFiles, audit: AuditExport): boolean {
  return files.bytes(PROOF_FOLDER) !== undefined || statedHash(audit) !== null;
}

/** Holds the sender's own file against the hash that the chain told of when the order was made; it is not opened. */
export function checkProofFolder(files: EvidenceFiles, audit: AuditExport, section: Section): void {
  const stated = statedHash(audit);
  if (files.bytes(PROOF_FOLDER) === undefined) {
    section.fault("file_missing", "The chain tells of a proof folder, which is not there.", PROOF_FOLDER);
  } else if (stated !== files.sha256(PROOF_FOLDER)) {
    const message = "The proof folder is not the one that the chain tells of.";
    section.fault("statement_mismatch", message, PROOF_FOLDER);
  }
  section.tell(
    "It is the one that the sender gave when the order was made. What is in it is the sender's word.",
  );
}

/** SHA-256, hexadecimal; null: the order was made without one. */
function statedHash({ events }: AuditExport): string | null {
  const stated = events.find(({ body }) => body.type === "order.created")?.body.data["proof_folder"];
  if (typeof stated !== "object" || stated === null || Array.isArray(stated)) return null;
  const { sha256 } = stated as { readonly sha256?: unknown };
  return typeof sha256 === "string" ? sha256 : null;
}
