import { createHash, randomUUID } from "node:crypto";
import { existsSync, linkSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { readdir, unlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Clock } from "../../ports/clock.js";
import type { OutboxMessage } from "../../ports/outbox.js";
import { isSystemError, makeDirectory } from "../durableFile/createWhole.js";
import { leftoverSweep } from "../durableFile/leftoverSweep.js";

/** How many messages are kept. */
const kept = 500;
/** How many more may lie there before the oldest are removed, so that not every message costs a look at them all. */
const slack = 50;

/** Where messages go, to be read by the developer, when no provider is configured. */
export interface Outbox {
  /** Keeps a message. One with an id that is kept already changes nothing. */
  keep(message: Omit<OutboxMessage, "sentAt">): Promise<void>;
  /**
   * @param query.to only messages to this address or number, whatever its case
   * @param query.limit 1 to 500
   * @returns newest first
   */
  list(query: { to?: string; limit: number }): Promise<OutboxMessage[]>;
}

/** `storedAt` (milliseconds since 1970, with fractions) orders messages of the same `sentAt`. */
interface StoredMessage {
  readonly message: OutboxMessage;
  readonly storedAt: number;
}

/** A message that was read from its file; `sentAt` is in milliseconds since 1970. */
interface Kept {
  readonly name: string;
  readonly message: OutboxMessage;
  readonly sentAt: number;
  readonly storedAt: number;
}

/**
 * An outbox in a directory: one JSON file a message, named after its id. Processes may share it.
 * @param directory made when missing
 */
export function fileOutbox(directory: string, clock: Clock): Outbox {
  const messages = join(resolve(directory), "messages");
  const incoming = join(resolve(directory), "incoming");
  const sweep = leftoverSweep(incoming);
  const read = new Map<string, Kept>();
  /** How many lie there as far as this process knows; others' are counted when it looks. */
  let lying = kept + slack;

  return {
    async keep(message) {
      if (!existsSync(messages)) await makeDirectory(messages);
      if (!existsSync(incoming)) await makeDirectory(incoming);
      await sweep();
      const name = `${createHash("sha256").update(message.id).digest("hex")}.json`;
      const stored: StoredMessage = {
        message: { ...message, sentAt: clock.now().toISOString() },
        storedAt: performance.timeOrigin + performance.now(),
      };
      place(join(messages, name), JSON.stringify(stored), incoming);
      lying += 1;
      if (lying > kept + slack) lying = await removeOldest(messages, read);
    },

    async list({ to, limit }) {
      if (!Number.isInteger(limit) || limit < 1 || limit > kept) {
        throw new RangeError(`limit must be an integer from 1 to ${kept}`);
      }
      const newest = (await newestFirst(messages, read)).slice(0, kept).map(({ message }) => message);
      const wanted = to?.toLowerCase();
      return newest.filter((one) => wanted === undefined || one.to.toLowerCase() === wanted).slice(0, limit);
    },
  };
}

/**
 * Gives a message its name, whole, unless it has it already. Not flushed: this stands for a provider, and what a power
 * failure takes away can be sent again. So it touches no disk either, and is done at once, not by a thread of the pool.
 */
function place(path: string, text: string, incoming: string): void {
  const staged = join(incoming, randomUUID());
  writeFileSync(staged, text, { flag: "wx", mode: 0o600 });
  try {
    linkSync(staged, path);
  } catch (error) {
    if (!isSystemError(error, "EEXIST")) throw error;
  } finally {
    unlinkSync(staged);
  }
}

/**
 * Lists the directory, and reads the files that have not been read before: one that is there never changes.
 * @param read what has been read, by file name; what lies there no more is taken out
 */
async function newestFirst(directory: string, read: Map<string, Kept>): Promise<Kept[]> {
  const names = new Set(await namesIn(directory));
  for (const name of read.keys()) if (!names.has(name)) read.delete(name);
  for (const name of names) {
    if (read.has(name)) continue;
    try {
      const { message, storedAt }: StoredMessage = JSON.parse(readFileSync(join(directory, name), "utf8"));
      read.set(name, { name, message, sentAt: Date.parse(message.sentAt), storedAt });
    } catch (error) {
      // Another process removed it as one of the oldest; or a power failure left it empty, until it is one of them.
      if (!isSystemError(error, "ENOENT") && !(error instanceof SyntaxError)) throw error;
    }
  }
  return [...read.values()].sort((a, b) => b.sentAt - a.sentAt || b.storedAt - a.storedAt);
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (isSystemError(error, "ENOENT")) return [];
    throw error;
  }
}

/** @returns how many are left */
async function removeOldest(directory: string, read: Map<string, Kept>): Promise<number> {
  const all = await newestFirst(directory, read);
  for (const { name } of all.slice(kept)) {
    try {
      await unlink(join(directory, name));
    } catch (error) {
      if (!isSystemError(error, "ENOENT")) throw error;
    }
  }
  return Math.min(all.length, kept);
}
