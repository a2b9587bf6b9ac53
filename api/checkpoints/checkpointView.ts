import { readCheckpointNote } from "../../engine/hashchain/checkpointNote.js";
import type { StoredCheckpoint } from "./checkpointRows.js";

/** The signed and time-stamped head of a log, without its signature. */
export interface CheckpointView {
  object: "checkpoint";
  log: string;
  /** Leaves of the log; names the checkpoint. */
  size: number;
  /** Hash of the tree (RFC 6962 2.1), base64. */
  root: string;
  created_at: string;
  stored_at: string;
  /** Until when the store itself refuses to delete it; null where it does not promise that. */
  locked_until: string | null;
  /** The text that is signed (C2SP tlog-checkpoint). */
  note: string;
}

/** A checkpoint with all that is needed to check it. */
export interface SignedCheckpointView extends CheckpointView {
  /** Detached CAdES over the note's UTF-8 bytes (DER), with its time-stamp, base64. */
  signature: string;
}

/** Sizes, as paths and cursors have them. @returns null for what is none */
export function readSize(text: string): number | null {
  if (!/^[1-9][0-9]{0,15}$/.test(text)) return null;
  const size = Number(text);
  return Number.isSafeInteger(size) ? size : null;
}

export function presentCheckpoint(checkpoint: StoredCheckpoint): CheckpointView {
  const { size, root, note, createdAt, storedAt, lockedUntil } = checkpoint;
  return {
    object: "checkpoint",
    log: readCheckpointNote(note)?.log ?? "",
    size,
    root: Buffer.from(root).toString("base64"),
    created_at: createdAt.toISOString(),
    stored_at: storedAt.toISOString(),
    locked_until: lockedUntil?.toISOString() ?? null,
    note,
  };
}

export function presentSigned(checkpoint: StoredCheckpoint): SignedCheckpointView {
  const signature = Buffer.from(checkpoint.signature).toString("base64");
  return { ...presentCheckpoint(checkpoint), signature };
}
