import { isAuditExport, isExportedEvent } from "./auditExport.js";
import { type CheckpointNote, readCheckpointNote } from "./checkpointNote.js";
import { eventHash } from "./event.js";
import { type InclusionFile, readInclusionFile } from "./inclusionFile.js";
import { leafBytes } from "./logLeaf.js";
import { leafHash } from "./merkleTree.js";
import { verifyInclusionProof } from "./verifyMerkleProof.js";

/** What is wrong with an inclusion proof, or with the chain that it is held against. */
export interface InclusionFault {
  readonly code:
    | "format_unknown"
    | "note_malformed"
    | "log_mismatch"
    | "size_mismatch"
    | "root_mismatch"
    | "chain_unreadable"
    | "order_mismatch"
    | "chain_truncated"
    | "chain_changed";
  readonly message: string;
}

export interface InclusionVerdict {
  readonly faults: readonly InclusionFault[];
  /** What the checkpoint says, as far as it could be read. */
  readonly note: CheckpointNote | null;
  /** The bytes that its signature stands over. */
  readonly noteBytes: Uint8Array | null;
  /** Its detached CAdES signature (DER), which has not been looked at. */
  readonly signature: Uint8Array | null;
  /** How many events, from the first on, the checkpoint vouches for; 0 where there is a fault. */
  readonly covered: number;
  /** Events of the chain that came after it. */
  readonly uncovered: number;
}

/**
 * Checks that an order's chain stood in a checkpoint: the leaf says how it stood, the path leads from the leaf to the
 * checkpoint's root (RFC 9162 2.1.3.2), and the chain has the event that the leaf names. The checkpoint's signature is
 * left to the caller, and so are the events before the one that is named: `verifyAuditExport` follows their links.
 * @param file parsed JSON of the format "paraph-inclusion/1"; anything at all is taken
 * @param chain parsed JSON of the format "paraph-audit/1"; anything at all is taken
 */
export function verifyInclusion(file: unknown, chain: unknown): InclusionVerdict {
  const proof = readInclusionFile(file);
  if (proof === null) {
    const message = 'The file is not an inclusion proof of the format "paraph-inclusion/1".';
    const nothing = { note: null, noteBytes: null, signature: null, covered: 0, uncovered: 0 };
    return { faults: [{ code: "format_unknown", message }], ...nothing };
  }
  const note = readCheckpointNote(proof.checkpoint.note);
  const faults = [...checkpointFaults(proof, note), ...chainFaults(proof, chain)];
  const events = isAuditExport(chain) ? chain.events.length : 0;
  const covered = faults.length === 0 ? proof.leaf.length : 0;
  return {
    faults,
    note,
    noteBytes: Buffer.from(proof.checkpoint.note, "utf8"),
    signature: Buffer.from(proof.checkpoint.signature, "base64"),
    covered,
    uncovered: events - covered,
  };
}

function checkpointFaults(proof: InclusionFile, note: CheckpointNote | null): InclusionFault[] {
  if (note === null) {
    return [{ code: "note_malformed", message: "The text of the checkpoint is not of the expected form." }];
  }
  const { log, order, leaf, tree_size: size } = proof;
  const faults: InclusionFault[] = [];
  if (note.log !== log) {
    faults.push({
      code: "log_mismatch",
      message: `The checkpoint is of the log ${note.log}, and not ${log}.`,
    });
  }
  if (note.size !== size) {
    const message = `The checkpoint is of a tree of ${note.size} leaves, and the path leads through one of ${size}.`;
    faults.push({ code: "size_mismatch", message });
  }
  const { length, head, index } = leaf;
  const leads = verifyInclusionProof({
    index,
    size,
    leafHash: leafHash(leafBytes({ log, order, length, head })),
    path: proof.path.map((node) => Buffer.from(node, "base64")),
    root: note.root,
  });
  if (!leads) {
    const message =
      "What the proof says of the order does not lead to the checkpoint: it is not in this tree.";
    faults.push({ code: "root_mismatch", message });
  }
  return faults;
}

function chainFaults({ order, leaf }: InclusionFile, chain: unknown): InclusionFault[] {
  if (!isAuditExport(chain)) {
    return [{ code: "chain_unreadable", message: 'The chain is not of the format "paraph-audit/1".' }];
  }
  if (chain.order !== order) {
    return [
      { code: "order_mismatch", message: `The proof is of ${order}, and the chain of ${chain.order}.` },
    ];
  }
  if (chain.events.length < leaf.length) {
    const message = `The chain has ${chain.events.length} events, and had ${leaf.length} when it was logged: it was cut off.`;
    return [{ code: "chain_truncated", message }];
  }
  const event = chain.events[leaf.length - 1];
  if (isExportedEvent(event) && event.body.order === order && hashOf(event.body) === leaf.head) return [];
  const message = `The chain is not the one that was logged: one of its first ${leaf.length} events is another.`;
  return [{ code: "chain_changed", message }];
}

function hashOf(body: Parameters<typeof eventHash>[0]): string | null {
  try {
    return eventHash(body);
  } catch {
    // A body without a canonical form (a lone surrogate, say) was never hashed by us.
    return null;
  }
}
