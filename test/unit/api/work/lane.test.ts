import { Lane } from "../../../../api/work/lane.js";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const until = async (done: () => boolean) => {
  while (!done()) await wait(2);
};
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A lane whose rounds are counted. @param rounds what each gets done; nothing after the last */
function counted(rounds: (() => number | Promise<number>)[] = []) {
  const counts = { rounds: 0 };
  const lane = new Lane(async () => {
    counts.rounds += 1;
    return (await rounds.shift()?.()) ?? 0;
  }, log);
  return { lane, counts };
}

test("goes on while there is something to do, and rests when there is not", async () => {
  const { lane, counts } = counted([() => 3, () => 1]);
  lane.start();
  await until(() => counts.rounds >= 3);
  await wait(50);
  await lane.stop();
  expect(counts.rounds).toBe(3);
});

test("looks at once when it is woken, also while it is at a round", async () => {
  const { lane, counts } = counted([
    () => 0,
    () => {
      lane.wake();
      return 0;
    },
  ]);
  lane.start();
  await until(() => counts.rounds === 1);
  lane.wake();
  await until(() => counts.rounds >= 3);
  await lane.stop();
  expect(counts.rounds).toBe(3);
});

test("is not kept from looking by being woken all the time", async () => {
  const { lane, counts } = counted();
  lane.start();
  const stop = performance.now() + 200;
  while (performance.now() < stop) {
    lane.wake();
    await wait(1);
  }
  await lane.stop();
  expect(counts.rounds).toBeGreaterThan(3);
});

test("survives a round that fails, and stops while it rests", async () => {
  const { lane, counts } = counted([
    () => {
      throw new Error("fault");
    },
  ]);
  lane.start();
  await until(() => counts.rounds === 1);
  await lane.stop();
  expect(counts.rounds).toBe(1);
});
