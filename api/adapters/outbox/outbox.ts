import { createHash } from "node:crypto";
import { readdir, readFile, unlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Clock } from "../../ports/clock.js";
import type { OutboxMessage } from "../../ports/outbox.js";
import { createWhole, isSystemError, makeDirectory } from "../durableFile/createWhole.js";
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

/**
 * An outbox in a directory: one JSON file a message, named after its id. Processes may share it.
 * @param directory made when missing
 */
export function fileOutbox(directory: string, clock: Clock): Outbox {
  const messages = join(resolve(directory), "messages");
  const incoming = join(resolve(directory), "incoming");
  const sweep = leftoverSweep(incoming);

  return {
    async keep(message) {
      await makeDirectory(messages);
      await makeDirectory(incoming);
      await sweep();
      const name = `${createHash("sha256").update(message.id).digest("hex")}.json`;
      const stored: StoredMessage = {
        message: { ...message, sentAt: clock.now().toISOString() },
        storedAt: performance.timeOrigin + performance.now(),
      };
      await createWhole(join(messages, name), Buffer.from(JSON.stringify(stored)), incoming);
      const names = await readdir(messages);
      if (names.length > kept + slack) await removeOldest(messages);
    },

    async list({ to, limit }) {
      if (!Number.isInteger(limit) || limit < 1 || limit > kept) {
        throw new RangeError(`limit must be an integer from 1 to ${kept}`);
      }
      const newest = (await readNewestFirst(messages)).slice(0, kept).map(({ stored }) => stored.message);
      const wanted = to?.toLowerCase();
      return newest.filter((one) => wanted === undefined || one.to.toLowerCase() === wanted).slice(0, limit);
    },
  };
}

async function readNewestFirst(directory: string): Promise<{ path: string; stored: StoredMessage }[]> {
  const found: { path: string; stored: StoredMessage }[] = [];
  for (const name of await namesIn(directory)) {
    const path = join(directory, name);
    try {
      found.push({ path, stored: JSON.parse(await readFile(path, "utf8")) });
    } catch (error) {
      // Another process removed it as one of the oldest.
      if (!isSystemError(error, "ENOENT")) throw error;
    }
  }
  return found.sort(
    ({ stored: a }, { stored: b }) =>
      Date.parse(b.message.sentAt) - Date.parse(a.message.sentAt) || b.storedAt - a.storedAt,
  );
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (isSystemError(error, "ENOENT")) return [];
    throw error;
  }
}

async function removeOldest(directory: string): Promise<void> {
  for (const { path } of (await readNewestFirst(directory)).slice(kept)) {
    try {
      await unlink(path);
    } catch (error) {
      if (!isSystemError(error, "ENOENT")) throw error;
    }
  }
}
