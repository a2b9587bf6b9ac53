import { type AuditExport, isAuditExport, isExportedEvent } from "../hashchain/auditExport.js";
import { type ChainVerdict, verifyAuditExport } from "../hashchain/verify.js";
import type { EvidenceFiles } from "./evidenceFiles.js";
import type { Section } from "./reportWriter.js";

/** The chain of an order, whose events all have the form of one; whether it is whole is another matter. */
export interface ReadChain {
  readonly audit: AuditExport;
  readonly verdict: ChainVerdict;
}

/** Checks `audit/audit.json`: each hash, each link, the numbering, the commitments, the head. @returns null after a fault */
export function checkChain(files: EvidenceFiles, name: string, section: Section): ReadChain | null {
  const file = files.json(name, section);
  if (file === undefined) return null;
  const verdict = verifyAuditExport(file);
  for (const { code, message } of verdict.faults) section.fault(`chain_${code}`, message, name);
  if (!isAuditExport(file) || !file.events.every(isExportedEvent)) return null;
  return { audit: file as AuditExport, verdict };
}
