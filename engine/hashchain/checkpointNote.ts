/** The head of a log at one of its sizes: what a checkpoint's signature stands over. */
export interface CheckpointNote {
  /** The log's public id, `log_…`. */
  readonly log: string;
  /** Leaves of the tree, at least 1. */
  readonly size: number;
  /** Hash of the tree (RFC 6962 2.1), 32 bytes. */
  readonly root: Uint8Array;
  /** When it was made, ISO 8601, UTC, milliseconds. */
  readonly time: string;
}

const form =
  /^paraph\.log\/(log_[0-9a-hjkmnp-tv-z]{26})\n([1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\ntime (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)\n$/;

/**
 * Writes a note as C2SP tlog-checkpoint has its text: origin, size, base64 of the root, each on a line of its own, and
 * an extension line with the time. The signature stands beside it and not in it: it is CAdES.
 */
export function writeCheckpointNote({ log, size, root, time }: CheckpointNote): string {
  return `paraph.log/${log}\n${size}\n${Buffer.from(root).toString("base64")}\ntime ${time}\n`;
}

/** Reads a note. @returns null when the text is anything but what `writeCheckpointNote` writes */
export function readCheckpointNote(text: string): CheckpointNote | null {
  const [, log, digits, base64, time] = form.exec(text) ?? [];
  if (log === undefined || digits === undefined || base64 === undefined || time === undefined) return null;
  const note = { log, size: Number(digits), root: Buffer.from(base64, "base64"), time };
  if (!Number.isSafeInteger(note.size) || !isTime(time)) return null;
  // The last digit of base64 has two bits that say nothing: one value has one text.
  return writeCheckpointNote(note) === text ? note : null;
}

function isTime(text: string): boolean {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString() === text;
}
