import pg from "pg";
import { parsePublicId } from "../../api/ids/id.js";
import { documents } from "../documents.js";
import { HttpClient } from "../orders/httpClient.js";
import { PlanReader } from "../orders/plans.js";
import { newTraveller, wholeRoad } from "../orders/road.js";
import { BenchService } from "../orders/service.js";
import { fillLog, fillTenants } from "./fillLog.js";

/** What one request costs a tenant with few events and leaves, and one with many. */
export interface LogCost {
  readonly request: string;
  /** CPU milliseconds of one request, service and PostgreSQL together. */
  readonly few: number;
  readonly many: number;
  /** Pages of 8 kB that PostgreSQL looks at for it. */
  readonly fewBuffers: number;
  readonly manyBuffers: number;
}

export interface LogResult {
  readonly fewEvents: number;
  readonly manyEvents: number;
  readonly fillSeconds: number;
  readonly costs: readonly LogCost[];
  /** The look for due checkpoints, where so many tenants have something new: of the worker, once a minute. */
  readonly look: { readonly tenants: number; readonly ms: number; readonly buffers: number };
}

interface FilledTenant {
  readonly headers: Record<string, string>;
  readonly order: string;
}

const blocks = 6;
const perBlock = 60;
const tenantsWithChanges = 1000;

/** Each request, by what it asks for. @param round makes each one a change */
const requests: Readonly<
  Record<string, (client: HttpClient, tenant: FilledTenant, round: number) => Promise<unknown>>
> = {
  "append an event (labels of the order changed)": (client, { headers, order }, round) =>
    client.call("PATCH", `/v1/orders/${order}`, { headers, body: { labels: [`round-${round}`] } }),
  "prove that an order's trail is in the log": (client, { headers, order }) =>
    client.call("GET", `/v1/orders/${order}/inclusion-proof`, { headers }),
};

/**
 * Measures the same requests of a tenant with few events, in a database that holds nothing else, and of one with many,
 * in the same database afterwards.
 * @param fewEvents events, and leaves of the log @param manyEvents the same
 */
export async function measureLog(fewEvents: number, manyEvents: number): Promise<LogResult> {
  const service = await BenchService.start({ checkout: "." });
  const client = new HttpClient(service.baseUrl, 4);
  try {
    const few = await measured(service, client, fewEvents);
    const started = performance.now();
    const many = await measured(service, client, manyEvents);
    const fillSeconds = (performance.now() - started) / 1000;
    const costs = Object.keys(requests).map((request, index) => ({
      request,
      few: few.costs[index]!.ms,
      many: many.costs[index]!.ms,
      fewBuffers: few.costs[index]!.buffers,
      manyBuffers: many.costs[index]!.buffers,
    }));
    const look = await measureLook(service, many.orderUuid);
    return { fewEvents, manyEvents, fillSeconds, costs, look };
  } finally {
    client.close();
    await service.stop();
  }
}

async function measured(service: BenchService, client: HttpClient, events: number) {
  const { tenantId, apiKey } = await service.tenant("live");
  const headers = { Authorization: `Bearer ${apiKey}` };
  const document = documents.hundredKilobytes();
  const order = newTraveller(document.pages);
  const [create] = wholeRoad(client, { headers }, document.pdf);
  await create!.run(order);
  const orderUuid = parsePublicId("ord", order.id)!;
  await fillLog(service.adminUrl, tenantId, "live", orderUuid, events);
  const tenant: FilledTenant = { headers, order: order.id };
  let round = 0;
  const costs: { ms: number; buffers: number }[] = [];
  for (const ask of Object.values(requests)) {
    let ms = 0;
    for (let block = -1; block < blocks; block++) {
      const before = service.processorTime();
      for (let time = 0; time < perBlock; time++) await ask(client, tenant, round++);
      const after = service.processorTime();
      // The first block is for compiling, planning and the caches.
      if (block >= 0) ms += after.server + after.postgres - before.server - before.postgres;
    }
    costs.push({ ms: ms / (blocks * perBlock), buffers: 0 });
  }
  const plans = await PlanReader.start(service);
  try {
    for (const [index, ask] of Object.values(requests).entries()) {
      // Once for the planner, which reads the catalog and the ends of indexes.
      for (let time = 0; time < 8; time++) await ask(client, tenant, round++);
      await plans.take();
      const taken: number[] = [];
      // The worker's own work may fall into one of them.
      for (let time = 0; time < 5; time++) {
        await ask(client, tenant, round++);
        taken.push((await plans.take()).reduce((sum, { buffers }) => sum + buffers, 0));
      }
      costs[index]!.buffers = taken.sort((a, b) => a - b)[2]!;
    }
  } finally {
    await plans.stop();
  }
  return { costs, orderUuid };
}

async function measureLook(service: BenchService, orderUuid: string): Promise<LogResult["look"]> {
  await fillTenants(service.adminUrl, orderUuid, tenantsWithChanges);
  const client = new pg.Client({ connectionString: service.adminUrl });
  await client.connect();
  try {
    const times: number[] = [];
    let buffers = 0;
    for (let time = 0; time < 20; time++) {
      const { rows } = await client.query<{ "QUERY PLAN": [ExplainedPlan] }>(
        "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM due_checkpoints(date_trunc('hour', now()), 1000)",
      );
      const [explained] = rows[0]!["QUERY PLAN"];
      times.push(explained["Execution Time"]);
      buffers = explained.Plan["Shared Hit Blocks"] + explained.Plan["Shared Read Blocks"];
    }
    times.sort((a, b) => a - b);
    return { tenants: tenantsWithChanges, ms: times[times.length / 2]!, buffers };
  } finally {
    await client.end();
  }
}

interface ExplainedPlan {
  readonly "Execution Time": number;
  readonly Plan: { readonly "Shared Hit Blocks": number; readonly "Shared Read Blocks": number };
}

/** The result as lines of a table. */
export function logTable({ fewEvents, manyEvents, fillSeconds, costs, look }: LogResult): string {
  const row = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(48)} ${cells.map((cell) => cell.padStart(12)).join(" ")}`;
  const times = (many: number, few: number) => `${(many / few).toFixed(2)}x`;
  return [
    `A tenant with ${fewEvents} events and leaves and one with ${manyEvents}, filled in ${fillSeconds.toFixed(0)} s; CPU time of a request in ms, service and PostgreSQL together`,
    row("request", ["few", "many", "many/few", "buffers few", "many", "many/few"]),
    ...costs.map(({ request, few, many, fewBuffers, manyBuffers }) =>
      row(request, [
        few.toFixed(2),
        many.toFixed(2),
        times(many, few),
        String(fewBuffers),
        String(manyBuffers),
        times(manyBuffers, fewBuffers),
      ]),
    ),
    `The look for due checkpoints, ${look.tenants} tenants with changed trails: ${look.ms.toFixed(1)} ms, ${look.buffers} buffers, once a minute`,
    "",
  ].join("\n");
}
