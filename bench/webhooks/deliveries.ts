import { since } from "../orders/processorTime.js";
import { BenchService } from "../orders/service.js";
import { bareRequests } from "./bareRequests.js";
import { Sink } from "./sink.js";
import { loopbackAllowed, ToldTenant } from "./toldTenant.js";

/** What delivering costs, each figure for one delivery, in CPU milliseconds. */
export interface DeliveryCost {
  readonly endpoints: number;
  readonly deliveries: number;
  readonly server: number;
  readonly postgres: number;
  /** In a second of the clock. */
  readonly perSecond: number;
}

export interface DeliveriesResult {
  /** CPU milliseconds of a request of which nothing is kept. */
  readonly bare: number;
  readonly costs: readonly DeliveryCost[];
  /** The most memory that the service has had before and after, in megabytes. */
  readonly memory: { readonly before: number; readonly after: number };
}

const manyEndpoints = 10;

/**
 * Deliveries to a sink on this machine, of rows that lie there: CPU time of the whole service and of PostgreSQL, from
 * the look for what is due to the row of the attempt.
 */
export async function measureDeliveries(
  deliveries: number,
  profile: string | null,
): Promise<DeliveriesResult> {
  const sink = await Sink.start();
  const service = await BenchService.start({
    checkout: ".",
    env: loopbackAllowed,
    ...(profile !== null && { profile }),
  });
  const tenant = await ToldTenant.open(service);
  try {
    const paths = Array.from({ length: manyEndpoints }, (_, index) => `/ok/${index}`);
    const endpoints: string[] = [];
    for (const path of paths) endpoints.push(await tenant.endpoint(sink.origin + path));
    const bench = { service, tenant, sink, endpoints, paths };
    const [before] = await service.mostMemory();
    await delivered(bench, manyEndpoints, Math.ceil(deliveries / 2));
    const bare: number[] = [];
    const costs: DeliveryCost[] = [];
    for (const count of [1, manyEndpoints]) {
      bare.push(await bareRequests(sink.origin, deliveries));
      costs.push(await delivered(bench, count, deliveries));
    }
    const [after] = await service.mostMemory();
    return {
      bare: bare.reduce((sum, one) => sum + one, 0) / bare.length,
      costs,
      memory: { before: before!, after: after! },
    };
  } finally {
    await tenant.close();
    await service.stop();
    await sink.stop();
  }
}

interface Bench {
  readonly service: BenchService;
  readonly tenant: ToldTenant;
  readonly sink: Sink;
  readonly endpoints: readonly string[];
  readonly paths: readonly string[];
}

async function delivered(bench: Bench, count: number, deliveries: number): Promise<DeliveryCost> {
  const { service, tenant, sink } = bench;
  const endpoints = bench.endpoints.slice(0, count);
  const each = Math.ceil(deliveries / count);
  await tenant.hold(true);
  await tenant.owe(endpoints, each);
  await sink.take();
  const before = service.processorTime();
  const started = performance.now();
  await tenant.hold(false);
  await sink.hasCome(bench.paths.slice(0, count), each, 60_000 + 20 * deliveries);
  await tenant.isSettled(endpoints);
  const seconds = (performance.now() - started) / 1000;
  const { server, postgres } = since(before, service.processorTime());
  const all = each * count;
  return {
    endpoints: count,
    deliveries: all,
    server: server / all,
    postgres: postgres / all,
    perSecond: all / seconds,
  };
}
