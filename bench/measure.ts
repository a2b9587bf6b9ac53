/** What one operation costs. */
export interface Cost {
  readonly name: string;
  /** Median CPU time of one operation, in milliseconds, user and system. */
  readonly cpuMs: number;
  /** Spread between the rounds: (highest - lowest) / median. */
  readonly noise: number;
}

/** One thing to measure; `run` does it once. */
export interface Subject {
  readonly name: string;
  readonly run: () => unknown;
}

/**
 * Measures several subjects in one process, in turns, so that a slow moment of the machine falls on all of them.
 * @param perRound operations of each subject in a round, after a warm-up of as many
 * @param rounds how many times each subject has its turn
 */
export async function measure(subjects: readonly Subject[], perRound = 50, rounds = 9): Promise<Cost[]> {
  for (const { run } of subjects) for (let count = 0; count < perRound; count++) await run();
  const costs = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, run } of subjects) {
      const before = process.cpuUsage();
      for (let count = 0; count < perRound; count++) await run();
      const { user, system } = process.cpuUsage(before);
      costs.get(name)!.push((user + system) / 1000 / perRound);
    }
  }
  return [...costs].map(([name, values]) => {
    const sorted = values.sort((one, other) => one - other);
    const median = sorted[Math.floor(sorted.length / 2)]!;
    return { name, cpuMs: median, noise: (sorted.at(-1)! - sorted[0]!) / median };
  });
}
