import { measureDeliveries } from "./deliveries.js";
import { measureLatency } from "./latency.js";
import { measureQueue } from "./queue.js";
import { deliveriesTable, latencyTable, queueTable, tellingTable } from "./tables.js";
import { measureTelling } from "./telling.js";

/** What the suite is asked for on the command line. */
export interface WebhooksArguments {
  readonly json: boolean;
  /** Deliveries that are counted. */
  readonly deliveries: number;
  /** Deliveries that wait for ten endpoints, of which some are not well. */
  readonly queued: number;
  /** Part of the name of what alone is measured: deliveries, latency, queue, telling. */
  readonly only: string | undefined;
  /** Directory for CPU profiles of the service while it delivers. */
  readonly profile: string | null;
}

const changes = 250;
const rounds = 6;

/** `npm run bench -- webhooks`: what telling costs, how soon it is done, and what endpoints that are not well do to others. */
export async function webhooksSuite(given: WebhooksArguments): Promise<void> {
  const { json, only = "" } = given;
  const results: Record<string, unknown> = { node: process.version };
  const measured = async <T>(name: string, measure: () => Promise<T>, table: (result: T) => string) => {
    if (!name.includes(only)) return;
    const result = await measure();
    results[name] = result;
    if (!json) process.stdout.write(`${table(result)}\n`);
  };
  await measured("deliveries", () => measureDeliveries(given.deliveries, given.profile), deliveriesTable);
  await measured(
    "latency",
    async () => [await measureLatency(changes, false), await measureLatency(changes, true)],
    latencyTable,
  );
  await measured("queue", () => measureQueue(given.queued), queueTable);
  await measured("telling", () => measureTelling(rounds), tellingTable);
  if (json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
}
