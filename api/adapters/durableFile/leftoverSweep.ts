import { readdir, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { isSystemError } from "./createWhole.js";

const hour = 3_600_000;

/**
 * Removes what killed processes left behind half written.
 *
 * A leftover cannot be told from a file that another process is writing right now but by its age, so only what has
 * not been touched for an hour goes; and the directory is looked through at most once an hour.
 *
 * @param directory holds nothing but files being written
 * @returns call it before each write
 */
export function leftoverSweep(directory: string): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = Date.now();
    if (now - last < hour) return;
    last = now;
    for (const name of await readdir(directory)) {
      const path = join(directory, name);
      try {
        if (now - (await stat(path)).mtimeMs > hour) await unlink(path);
      } catch (error) {
        // Its writer, or another process that sweeps, was faster.
        if (!isSystemError(error, "ENOENT")) throw error;
      }
    }
  };
}
