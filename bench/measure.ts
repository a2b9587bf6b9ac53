/** What one operation costs. */
export interface Cost {
  readonly name: string;
  /** Median CPU time of one operation, in milliseconds, user and system. */
  readonly cpuMs: number;
  /** Operations in a second of CPU time. */
  readonly perSecond: number;
  /** Spread between the rounds, of which the outer quarters are left out: (highest - lowest) / median. */
  readonly noise: number;
}

/** One thing to measure; `run` does it once. */
export interface Subject {
  readonly name: string;
  readonly run: () => unknown;
}

/** CPU time that one round of a subject should last, in milliseconds: long enough for its share of garbage collection. */
const ROUND_MS = 200;
const ROUNDS = 11;
const WARM_UP_MS = 300;

/**
 * Measures several subjects in one process, in turns, so that a slow moment of the machine falls on all of them.
 * @param rounds how many times each subject has its turn
 */
export async function measure(subjects: readonly Subject[], rounds = ROUNDS): Promise<Cost[]> {
  const turns: { subject: Subject; perRound: number; times: number[] }[] = [];
  for (const subject of subjects) turns.push({ subject, perRound: await warmUp(subject), times: [] });
  for (let round = 0; round < rounds; round++) {
    for (const { subject, perRound, times } of turns) {
      // The first runs sweep up after the one before, and are not counted.
      await cpuMsOf(subject, Math.ceil(perRound / 4));
      times.push((await cpuMsOf(subject, perRound)) / perRound);
    }
  }
  return turns.map(({ subject, times }) => {
    const sorted = times.sort((one, other) => one - other);
    const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))]!;
    const cpuMs = at(0.5);
    return { name: subject.name, cpuMs, perSecond: 1000 / cpuMs, noise: (at(0.75) - at(0.25)) / cpuMs };
  });
}

/** Runs a subject until it is compiled. @returns how many times it fits into a round */
async function warmUp(subject: Subject): Promise<number> {
  let count = 0;
  let spent = 0;
  while (spent < WARM_UP_MS) {
    spent += await cpuMsOf(subject, 1);
    count++;
  }
  const last = await cpuMsOf(subject, Math.max(1, Math.round(count / 4)));
  return Math.max(1, Math.round((ROUND_MS * Math.max(1, Math.round(count / 4))) / last));
}

async function cpuMsOf(subject: Subject, times: number): Promise<number> {
  const before = process.cpuUsage();
  for (let count = 0; count < times; count++) await subject.run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
