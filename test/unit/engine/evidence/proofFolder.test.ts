import { createHash } from "node:crypto";
import {
  checkProofFolder,
  hasProofFolder,
  PROOF_FOLDER,
} from "../../../../engine/evidence/checkProofFolder.js";
import { EvidenceFiles } from "../../../../engine/evidence/evidenceFiles.js";
import { ReportWriter } from "../../../../engine/evidence/reportWriter.js";
import type { AuditExport } from "../../../../engine/hashchain/auditExport.js";

const folder = Buffer.from("PK and so on");
const sha256 = createHash("sha256").update(folder).digest("hex");

/** A chain whose order was made with this proof folder. */
function chain(proof_folder: unknown): AuditExport {
  const data = proof_folder === undefined ? {} : { proof_folder };
  return { events: [{ body: { type: "order.created", data } }] } as unknown as AuditExport;
}

function faults(files: Record<string, Uint8Array>, audit: AuditExport): string[] {
  const writer = new ReportWriter();
  const evidence = new EvidenceFiles(new Map(Object.entries(files)));
  if (hasProofFolder(evidence, audit)) {
    writer.check("proof folder", PROOF_FOLDER, (section) => checkProofFolder(evidence, audit, section));
  }
  return writer.report().faults.map(({ code }) => code);
}

describe("a proof folder in an evidence file", () => {
  test("is good where it is the one that the chain tells of, and nothing is asked where there is none", () => {
    expect(faults({ [PROOF_FOLDER]: folder }, chain({ sha256 }))).toEqual([]);
    expect(faults({}, chain(undefined))).toEqual([]);
  });

  test.each<[string, Record<string, Uint8Array>, unknown, string]>([
    ["is another", { [PROOF_FOLDER]: Buffer.from("another") }, { sha256 }, "statement_mismatch"],
    ["is gone", {}, { sha256 }, "file_missing"],
    ["was put there afterwards", { [PROOF_FOLDER]: folder }, undefined, "statement_mismatch"],
    [
      "stands beside a chain that says nothing sensible",
      { [PROOF_FOLDER]: folder },
      [sha256],
      "statement_mismatch",
    ],
  ])("that %s is a fault", (_, files, stated, fault) => {
    expect(faults(files, chain(stated))).toEqual([fault]);
  });
});
