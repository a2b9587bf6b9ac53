import type { Mode } from "../apiKeys/caller.js";
import { publicId } from "../ids/id.js";
import type { EvidenceFileRow, EvidenceRevisionRow } from "./evidenceRows.js";

/** The evidence file of an order: whether it is stored, and for how long. */
export interface EvidenceFileView {
  object: "evidence_file";
  order: string;
  /**
   * `running`: the order has not ended. `pending`: it is being made, or waits for the hourly checkpoint of the log.
   * `none`: nobody signed, approved or refused, or its term is over; nothing is stored.
   */
  state: "running" | "pending" | "stored" | "none";
  /** Whether it is deposited with the documents in it. */
  archive: boolean;
  /** When it was stored first. */
  stored_at: string | null;
  /** When its time-stamps are renewed. */
  renew_at: string | null;
  /** Why the last try failed, where one did. */
  cause: string | null;
  /** Each renewal of the time-stamps adds one; the newest is the last. */
  revisions: EvidenceRevisionView[];
}

export interface EvidenceRevisionView {
  /** Counted from 1. */
  revision: number;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
  stored_at: string;
  /** Until when the store itself refuses to delete it; null: it keeps no such promise. */
  locked_until: string | null;
  /** The same in words. */
  lock: string;
}

/** @param file null: the order has not ended */
export function presentEvidenceFile(
  orderId: string,
  mode: Mode,
  file: EvidenceFileRow | null,
  revisions: readonly EvidenceRevisionRow[],
): EvidenceFileView {
  return {
    object: "evidence_file",
    order: publicId("ord", orderId),
    state: file?.state ?? "running",
    archive: file?.archive ?? false,
    stored_at: file?.storedAt?.toISOString() ?? null,
    renew_at: file?.renewAt?.toISOString() ?? null,
    cause: file?.lastError ?? null,
    revisions: revisions.map((revision) => presentRevision(mode, revision)),
  };
}

export function presentRevision(
  mode: Mode,
  { revision, bytes, sha256, createdAt, lockedUntil }: EvidenceRevisionRow,
): EvidenceRevisionView {
  return {
    revision,
    bytes,
    sha256: Buffer.from(sha256).toString("hex"),
    stored_at: createdAt.toISOString(),
    locked_until: lockedUntil?.toISOString() ?? null,
    lock: lockInWords(mode, lockedUntil),
  };
}

function lockInWords(mode: Mode, lockedUntil: Date | null): string {
  if (lockedUntil !== null) return "The store refuses to delete it before then, whoever asks.";
  if (mode === "test") return "A test order's evidence is not locked.";
  return "The store keeps no locks: whoever may delete its objects can delete this one.";
}
