import { type InclusionFault, type InclusionVerdict, verifyInclusion } from "../hashchain/verifyInclusion.js";
import { quoted } from "../validation/finding.js";
import { digestBy } from "../validation/timestampToken.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { judgeSignature, requireSeal } from "./checkSeal.js";
import type { EvidenceFaultCode } from "./faultCodes.js";
import type { Statement } from "./readStatement.js";
import type { Section } from "./reportWriter.js";
import { type ProofEnd, sameRoot, type Verification } from "./verification.js";

export const CHECKPOINT = {
  note: "checkpoint/checkpoint.txt",
  signature: "checkpoint/checkpoint.p7s",
  inclusion: "checkpoint/inclusion.json",
} as const;

const codes: Readonly<Record<InclusionFault["code"], EvidenceFaultCode>> = {
  format_unknown: "inclusion_malformed",
  note_malformed: "inclusion_malformed",
  log_mismatch: "checkpoint_foreign",
  size_mismatch: "inclusion_mismatch",
  root_mismatch: "inclusion_mismatch",
  chain_unreadable: "inclusion_mismatch",
  order_mismatch: "checkpoint_foreign",
  chain_truncated: "trail_cut_off",
  chain_changed: "trail_changed",
};

/** What a proof is held against. */
export interface ProofContext {
  /** Parsed JSON of the chain; anything at all. */
  readonly chain: unknown;
  /** To which the signature over the container leads, and the checkpoint's has to lead; null where that is not known. */
  readonly root: Certificate | null;
  readonly until: ProofEnd;
  /** True where the caller says which roots are the service's, and nothing else vouches for the checkpoint. */
  readonly trustedOnly?: boolean;
}

/**
 * Checks that an order's chain stood in its tenant's log (RFC 6962): the proof, the note that it leads to, and that the
 * service signed the note.
 * @param proof parsed JSON: anything at all
 * @param file its name, for what is found
 */
export function checkInclusion(
  verification: Verification,
  section: Section,
  proof: unknown,
  { chain, root, until, trustedOnly = false }: ProofContext,
  file: string,
): InclusionVerdict {
  const verdict = verifyInclusion(proof, chain);
  const { faults, note, noteBytes, signature, covered, uncovered } = verdict;
  for (const { code, message } of faults) section.fault(codes[code], message, file);
  if (noteBytes === null || signature === null) return verdict;
  const judged = judgeSignature(verification, section, signature, digestBy(noteBytes), file, until);
  if (judged !== null) {
    requireSeal(judged.certificate, section, file);
    const { root: own, trusted } = judged.verdict;
    const isForeign = trustedOnly ? !trusted : root !== null && !sameRoot(root, own);
    if (own !== null && isForeign) {
      const expected = trustedOnly ? "those that are trusted" : "the container's";
      const message = `The checkpoint's signature leads to another root than ${expected}: somebody else signed it.`;
      section.fault("checkpoint_foreign", message, file);
    }
  }
  if (uncovered > 0 && covered > 0) {
    const all = covered + uncovered;
    section.open(
      `Whether events were cut off behind event ${all}: the checkpoint vouches for the first ${covered}, and ${uncovered} came later.`,
      false,
    );
  }
  section.tell(
    `The first ${covered} events stood in the log ${note?.log ?? ""}, in its checkpoint of ${note?.time ?? ""}${judged === null ? "" : `, which is proven for ${judged.time.toISOString()}`}.`,
  );
  return verdict;
}

/** Checks the place in the log that a container's files prove. */
export function checkCheckpoint(
  verification: Verification,
  section: Section,
  statement: Statement,
  context: ProofContext,
): void {
  const { files } = verification;
  if (statement.log === null) {
    for (const name of files.matching("checkpoint/", "")) {
      section.fault("statement_mismatch", "evidence.json says that there is no proof from the log.", name);
    }
    const why = statement.logMissing === null ? "" : ` It says: ${quoted(statement.logMissing)}.`;
    section.open(
      `Whether events were cut off at the end of the chain: there is no proof from the log.${why}`,
      false,
    );
    return;
  }
  const proof = files.json(CHECKPOINT.inclusion, section);
  if (proof === undefined) return;
  const { noteBytes, signature } = checkInclusion(
    verification,
    section,
    proof,
    context,
    CHECKPOINT.inclusion,
  );
  requireStated(statement, proof, section);
  if (noteBytes === null || signature === null) return;
  const beside = [
    [CHECKPOINT.note, noteBytes],
    [CHECKPOINT.signature, signature],
  ] as const;
  for (const [name, expected] of beside) {
    const bytes = files.bytes(name);
    if (bytes === undefined) section.fault("file_missing", `The file ${name} is not there.`, name);
    else if (Buffer.compare(bytes, expected) !== 0) {
      section.fault(
        "checkpoint_mismatch",
        "The checkpoint beside the proof is another than the one in it.",
        name,
      );
    }
  }
}

/** `evidence.json` and the proof tell of one place in one log. */
function requireStated({ log, order }: Statement, proof: unknown, section: Section): void {
  if (log === null || typeof proof !== "object" || proof === null) return;
  const stated = {
    log: log.log,
    order,
    tree_size: log.treeSize,
    index: log.index,
    length: log.length,
    head: log.head,
  };
  const { leaf, ...rest } = proof as Record<string, unknown>;
  const found: Record<string, unknown> = { ...rest, ...(typeof leaf === "object" ? leaf : {}) };
  for (const [member, value] of Object.entries(stated)) {
    if (found[member] === value) continue;
    const code = member === "log" || member === "order" ? "checkpoint_foreign" : "statement_mismatch";
    section.fault(code, `evidence.json and the inclusion proof differ in ${member}.`, CHECKPOINT.inclusion);
  }
}
