import type { Cluster } from "./cluster.js";
import { readPostmaster } from "./postmaster.js";
import { isAlive } from "./processes.js";

/** How often it is looked whether the server's process is still there; a look is one signal that is not sent. */
const everyMs = 500;

/** Starts a server again that died without being asked to. */
export interface Watch {
  /** Resolves when the watch is over, and no start of its own is under way. */
  end(): Promise<void>;
}

/**
 * Watches the server of a cluster. Any number of processes may watch one: the first start wins.
 * @param run starts the server, or finds it running
 */
export function watchServer(cluster: Cluster, run: () => Promise<unknown>): Watch {
  let looking: Promise<void> = Promise.resolve();
  let busy = false;
  const look = async () => {
    const running = await readPostmaster(cluster);
    // Without the file it was stopped in order, by whoever was the last to need it.
    if (running !== null && !isAlive(running.pid)) await run();
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    // What fails shows where the database is used; it is tried again.
    looking = look()
      .catch(() => undefined)
      .finally(() => {
        busy = false;
      });
  }, everyMs);
  timer.unref();
  return {
    async end() {
      clearInterval(timer);
      await looking;
    },
  };
}
