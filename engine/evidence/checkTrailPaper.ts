import type { Certificate } from "../x509/parseCertificate.js";
import { requireSeal } from "./checkSeal.js";
import { judgePdfSignatures } from "./pdfSignatures.js";
import type { Section } from "./reportWriter.js";
import { type ProofEnd, sameRoot, type Verification } from "./verification.js";

export const TRAIL_PAPER = "audit/audit-trail.pdf";

/** Checks the seal on the audit trail for people: the service's, and under the same root as the container's. */
export function checkTrailPaper(
  verification: Verification,
  section: Section,
  { root, until }: { readonly root: Certificate | null; readonly until: ProofEnd },
): void {
  const { files } = verification;
  if (files.bytes(TRAIL_PAPER) === undefined) {
    section.fault("file_missing", "The audit trail for people is not there.", TRAIL_PAPER);
    return;
  }
  const found = judgePdfSignatures(verification, section, TRAIL_PAPER, { from: 0, until });
  if (found === null) return;
  if (found.signatures.length === 0) {
    section.fault("signature_missing", "The audit trail for people has no seal that is good.", TRAIL_PAPER);
  }
  for (const { signer, root: own } of found.signatures) {
    requireSeal(signer, section, TRAIL_PAPER);
    if (root !== null && own !== null && !sameRoot(root, own)) {
      section.fault(
        "root_differs",
        "The seal leads to another root than the one over the container.",
        TRAIL_PAPER,
      );
    }
  }
  section.tell(`Sealed by the service at the level ${found.signatures[0]?.level ?? "none"}.`);
}
