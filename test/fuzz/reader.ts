import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { FuzzCases } from "./cases.js";
import type { FuzzReport, FuzzWork } from "./worker.js";

/*
 * Run as a program: hurts documents and reads and signs them, for so many minutes. Whatever is no refusal, takes too
 * long or too much memory is written to var/fuzz with its seed and number, and the program then ends with 1.
 *   --minutes 10   how long
 *   --seed 1       which cases; the same seed makes the same cases
 *   --first 0      the number of the first case, to repeat one
 *   --seconds 5    what one case may take
 *   --megabytes 512  what one case may hold
 */
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    first: { type: "string", default: "0" },
    seconds: { type: "string", default: "5" },
    megabytes: { type: "string", default: "512" },
  },
});
const seed = Number(values.seed);
const limits = { milliseconds: 1000 * Number(values.seconds), bytes: 1024 * 1024 * Number(values.megabytes) };
const until = Date.now() + 60_000 * Number(values.minutes);
const directory = join("var", "fuzz");
const outcomes = new Map<string, number>();
let findings = 0;
let next = Number(values.first);
while (Date.now() < until) next = await tryFrom(next);
report();
process.exitCode = findings > 0 ? 1 : 0;

/** Tries cases until the time is over or one hangs or ends its worker. @returns the number to go on with */
function tryFrom(first: number): Promise<number> {
  const work: FuzzWork = { seed, first, until };
  const worker = new Worker(new URL("worker.js", import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: 4 * Number(values.megabytes) },
  });
  let number = first;
  let started = Date.now();
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (Date.now() - started < 10 * limits.milliseconds) return;
      keep(number++, "it did not end");
      void worker.terminate();
    }, 1000);
    worker.on("message", (message: FuzzReport) => {
      judge(message);
      number = message.number + 1;
      started = Date.now();
    });
    worker.on("error", (error) => keep(number++, String(error.stack)));
    worker.on("exit", () => {
      clearInterval(watch);
      resolve(number);
    });
  });
}

function judge({ number, outcome, failure, milliseconds, grown }: FuzzReport): void {
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  if (failure !== undefined) keep(number, failure);
  else if (milliseconds > limits.milliseconds) keep(number, `it took ${Math.round(milliseconds)} ms`);
  else if (grown > limits.bytes) keep(number, `it held ${Math.round(grown / 1024 / 1024)} MB`);
}

function keep(number: number, reason: string): void {
  findings++;
  mkdirSync(directory, { recursive: true });
  const name = join(directory, `seed-${seed}-case-${number}`);
  writeFileSync(`${name}.pdf`, new FuzzCases(seed).document(number));
  writeFileSync(`${name}.txt`, `${reason}\n`);
  console.log(`${name}: ${reason.split("\n")[0]}`);
}

function report(): void {
  const tried = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  console.log(`seed ${seed}: ${tried} documents, ${findings} findings`);
  for (const [outcome, count] of [...outcomes].sort((a, b) => b[1] - a[1]))
    console.log(`${count}\t${outcome}`);
}
