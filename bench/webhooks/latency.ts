import { setTimeout as wait } from "node:timers/promises";
import { publicId } from "../../api/ids/id.js";
import { documents } from "../documents.js";
import { toJson } from "../orders/httpClient.js";
import { newTraveller, wholeRoad } from "../orders/road.js";
import { BenchService } from "../orders/service.js";
import { Sink } from "./sink.js";
import { loopbackAllowed, ToldTenant } from "./toldTenant.js";

/** Milliseconds from PostgreSQL's commit of a change until the first request that tells of it has come. */
export interface Latency {
  readonly isApart: boolean;
  readonly changes: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

/** A change begins so many milliseconds after the one before has been answered: the service has little else to do. */
const pauseMs = 60;

/**
 * Changes an order again and again, and looks when its endpoint was told.
 * @param isApart whether the process that answers is another than the one that delivers
 */
export async function measureLatency(changes: number, isApart: boolean): Promise<Latency> {
  const sink = await Sink.start();
  const service = await BenchService.start({
    checkout: ".",
    env: loopbackAllowed,
    postgresSettings: ["track_commit_timestamp = on"],
    isApart,
  });
  const tenant = await ToldTenant.open(service);
  try {
    const { client, headers } = tenant;
    const document = documents.small();
    const order = newTraveller(document.pages);
    await wholeRoad(client, { headers }, document.pdf)[0]!.run(order);
    await tenant.endpoint(`${sink.origin}/ok/told`, ["order.changed"]);
    const change = async (round: number) => {
      const body = toJson({ labels: [`round-${round}`] });
      await client.call("PATCH", `/v1/orders/${order.id}`, { headers, body });
      await wait(pauseMs);
    };
    for (let round = 0; round < 20; round++) await change(-round);
    await wait(2000);
    await sink.take();
    for (let round = 0; round < changes; round++) await change(round + 1);
    await sink.hasCome(["/ok/told"], changes, 30_000);
    return { isApart, ...summary(await delays(tenant, (await sink.take())["/ok/told"]!)) };
  } finally {
    await tenant.close();
    await service.stop();
    await sink.stop();
  }
}

async function delays(
  tenant: ToldTenant,
  arrivals: readonly (readonly [id: string, at: number])[],
): Promise<number[]> {
  const rows = await tenant.sql<{ id: string; at: number }>(
    `SELECT id, extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 * 1000 AS at
     FROM notifications WHERE tenant_id = $1`,
    [tenant.tenantId],
  );
  const committed = new Map(rows.map(({ id, at }) => [publicId("ntf", id), at]));
  const first = new Map<string, number>();
  for (const [id, at] of arrivals) if (!first.has(id)) first.set(id, at);
  return [...first].map(([id, at]) => at - committed.get(id)!);
}

function summary(values: readonly number[]): Omit<Latency, "isApart"> {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))]!;
  return { changes: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}
