/** How often a piece of work is tried that seemed too slow: in a new process the compiler is at it for the first dozen. */
const TRIES = 20;

/**
 * The processor time of a piece of work, in milliseconds, at its quickest of up to twenty runs. It is run again only
 * while it took longer than `limit` milliseconds: what is slow by itself is slow each time, whereas a busy machine,
 * a compiler warming up or a collection of garbage slow down one run and not the next.
 */
export function quickestRun(limit: number, work: () => unknown): number {
  let quickest = Number.POSITIVE_INFINITY;
  for (let n = 0; n < TRIES && quickest > limit; n++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    quickest = Math.min(quickest, (user + system) / 1000);
  }
  return quickest;
}

/** As quickestRun, for work that has to be waited for. Nothing else may be under way meanwhile. */
export async function quickestWait(limit: number, work: () => Promise<unknown>): Promise<number> {
  let quickest = Number.POSITIVE_INFINITY;
  for (let n = 0; n < TRIES && quickest > limit; n++) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    quickest = Math.min(quickest, (user + system) / 1000);
  }
  return quickest;
}
