import { readCheckpointNote } from "./checkpointNote.js";
import { isId, isPath, isRecord } from "./fileMembers.js";
import { verifyConsistencyProof } from "./verifyMerkleProof.js";

/** That a log at one checkpoint is the beginning of the same log at a later one, as a file that can be checked alone. */
export interface ConsistencyFile {
  readonly format: "paraph-consistency/1";
  /** The log's public id. */
  readonly log: string;
  /** Text of the earlier checkpoint (C2SP tlog-checkpoint). */
  readonly from: string;
  /** Text of the later checkpoint. */
  readonly to: string;
  /** Hashes of RFC 6962 2.1.2, base64. */
  readonly path: readonly string[];
}

/** What is wrong with a consistency proof, or with the checkpoints that it is held against. */
export interface ConsistencyFault {
  readonly code: "format_unknown" | "note_malformed" | "log_mismatch" | "note_mismatch" | "history_changed";
  readonly message: string;
}

/**
 * Checks that nothing of a log was changed, taken out or put in between two checkpoints (RFC 9162 2.1.4.2). The
 * checkpoints' signatures are left to the caller.
 * @param file parsed JSON of the format "paraph-consistency/1"; anything at all is taken
 * @param kept texts of the checkpoints as the caller kept them, when they were published: what the file says of them
 * counts for nothing
 * @returns faults; none when the later log begins with the earlier
 */
export function verifyConsistency(
  file: unknown,
  kept: { readonly from: string; readonly to: string },
): ConsistencyFault[] {
  if (!isConsistencyFile(file)) {
    const message = 'The file is not a consistency proof of the format "paraph-consistency/1".';
    return [{ code: "format_unknown", message }];
  }
  const [from, to] = [readCheckpointNote(kept.from), readCheckpointNote(kept.to)];
  if (from === null || to === null) {
    return [{ code: "note_malformed", message: "The text of a checkpoint is not of the expected form." }];
  }
  if (from.log !== file.log || to.log !== file.log) {
    const message = `The checkpoints are of ${from.log} and ${to.log}, and the proof is of ${file.log}.`;
    return [{ code: "log_mismatch", message }];
  }
  if (file.from !== kept.from || file.to !== kept.to) {
    const message = "The log has other checkpoints now than those that were kept.";
    return [{ code: "note_mismatch", message }];
  }
  const isBeginning = verifyConsistencyProof({
    first: from.size,
    second: to.size,
    firstRoot: from.root,
    secondRoot: to.root,
    path: file.path.map((node) => Buffer.from(node, "base64")),
  });
  if (isBeginning) return [];
  const message = `The log's first ${from.size} leaves are not what they were: it was changed between the checkpoints.`;
  return [{ code: "history_changed", message }];
}

function isConsistencyFile(value: unknown): value is ConsistencyFile {
  return (
    isRecord(value, ["format", "log", "from", "to", "path"]) &&
    value["format"] === "paraph-consistency/1" &&
    isId(value["log"], "log") &&
    typeof value["from"] === "string" &&
    typeof value["to"] === "string" &&
    isPath(value["path"])
  );
}
