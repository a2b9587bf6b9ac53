import type { Mode } from "../../api/apiKeys/caller.js";
import { OrdersBench, type OrdersResult } from "./measureOrders.js";
import { comparison, ordersTable } from "./ordersTable.js";

/** What the suite is asked for on the command line. */
export interface OrdersArguments {
  readonly json: boolean;
  readonly mode: Mode;
  readonly rounds: number;
  readonly concurrency: number;
  /** Another checkout, compiled, that is measured in turns with this one. */
  readonly against: string | null;
  /** Directory for a CPU profile of the service. */
  readonly profile: string | null;
  /** Whether to print what is said to PostgreSQL. */
  readonly statements: boolean;
}

/** Orders that a round takes to their end. */
const ordersPerRound = 40;

/**
 * `npm run bench -- orders`: what a whole order costs, over HTTP, against the embedded PostgreSQL, by step.
 * Services that are compared have their rounds in turns, so that a slow moment of the machine falls on both.
 */
export async function ordersSuite(given: OrdersArguments): Promise<void> {
  const { mode, concurrency, rounds } = given;
  const checkouts = [".", ...(given.against === null ? [] : [given.against])];
  const benches: OrdersBench[] = [];
  try {
    for (const [index, checkout] of checkouts.entries()) {
      const profile = index === 0 && given.profile !== null ? { profile: given.profile } : {};
      const options = { mode, concurrency, rounds, orders: ordersPerRound };
      benches.push(await OrdersBench.start({ checkout, ...profile }, options));
    }
    for (const bench of benches) await bench.warmUp();
    for (let round = 0; round < rounds; round++) {
      for (const bench of benches) await bench.wholeRound();
      for (const bench of benches) await bench.steppedRound();
    }
    for (const [index, bench] of benches.entries()) {
      const told = await bench.countStatements();
      if (given.statements && index === 0) tell(told);
    }
    print(
      given.json,
      benches.map((bench) => bench.result()),
    );
  } finally {
    for (const bench of benches) await bench.stop();
  }
}

function print(json: boolean, results: readonly OrdersResult[]): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ node: process.version, orders: results }, null, 2)}\n`);
    return;
  }
  for (const result of results) process.stdout.write(`${ordersTable(result)}\n`);
  const [here, there] = results;
  if (here && there) process.stdout.write(`${comparison(here, there)}\n`);
}

function tell(told: readonly { step: string; texts: readonly string[] }[]): void {
  for (const { step, texts } of told) {
    process.stderr.write(`${step}\n${texts.map((text) => `    ${text}\n`).join("")}`);
  }
}
