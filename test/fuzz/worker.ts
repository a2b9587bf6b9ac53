import { parentPort, workerData } from "node:worker_threads";
import { newHierarchy, newSigner } from "../unit/engine/x509/hierarchy.js";
import { FuzzCases } from "./cases.js";
import { exercise } from "./exercise.js";

/** What the worker is told: which cases to try. */
export interface FuzzWork {
  readonly seed: number;
  readonly first: number;
  readonly until: number;
}

/** What it tells after each case. */
export interface FuzzReport {
  readonly number: number;
  readonly outcome: string;
  /** Set when something happened that must not. */
  readonly failure?: string;
  readonly milliseconds: number;
  /** By how much the memory in use grew, in bytes. */
  readonly grown: number;
}

const { seed, first, until } = workerData as FuzzWork;
const { signers } = await newHierarchy();
const certificates = [(await newSigner(signers)).certificate.der];
const cases = new FuzzCases(seed);
for (let number = first; Date.now() < until; number++) {
  const pdf = cases.document(number);
  const before = inUse();
  const started = performance.now();
  let outcome = "failed";
  let failure: string | undefined;
  try {
    outcome = exercise(pdf, certificates);
  } catch (error) {
    failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const report: FuzzReport = {
    ...{ number, outcome, milliseconds: performance.now() - started, grown: inUse() - before },
    ...(failure !== undefined && { failure }),
  };
  parentPort?.postMessage(report);
}

function inUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
