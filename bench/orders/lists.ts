import type { Mode } from "../../api/apiKeys/caller.js";
import { parsePublicId } from "../../api/ids/id.js";
import { documents } from "../documents.js";
import { fillTenant } from "./fillTenant.js";
import { HttpClient, jsonOf } from "./httpClient.js";
import { PlanReader } from "./plans.js";
import { newTraveller, wholeRoad } from "./road.js";
import { BenchService } from "./service.js";

/** What one request costs a tenant with few orders and one with many. */
export interface ListCost {
  readonly request: string;
  /** CPU milliseconds of one request, service and PostgreSQL together. */
  readonly few: number;
  readonly many: number;
  /** Pages of 8 kB that PostgreSQL looks at for it. */
  readonly fewBuffers: number;
  readonly manyBuffers: number;
}

export interface ListsResult {
  readonly fewOrders: number;
  readonly manyOrders: number;
  readonly fillSeconds: number;
  readonly costs: readonly ListCost[];
}

interface FilledTenant {
  readonly headers: { readonly Authorization: string };
  readonly orders: number;
  /** A page in the middle of the list: its cursor, and an order on it. */
  readonly middle: {
    readonly cursor: string;
    readonly id: string;
    readonly createdAt: string;
    readonly number: number;
  };
}

/** Each request, by what it asks for. */
const requests: Readonly<Record<string, (tenant: FilledTenant) => string>> = {
  "first page": () => "/v1/orders?limit=20",
  "a page from the middle, by cursor": ({ middle }) => `/v1/orders?limit=20&cursor=${middle.cursor}`,
  "by state, one in four": () => "/v1/orders?limit=20&state=cancelled",
  "by the caller's own id": ({ middle }) => `/v1/orders?external_id=copy-${middle.number}`,
  "by label, one in four": () => "/v1/orders?limit=20&label=spring",
  "by a word that all have": () => "/v1/orders?limit=20&text=agreement",
  "by two words, one in four": () => "/v1/orders?limit=20&text=agreement%20spring",
  "by a signer's address": ({ middle }) =>
    `/v1/orders?signer=${encodeURIComponent(`signer-${middle.number}@example.org`)}`,
  "by date, from the middle": ({ middle }) => `/v1/orders?limit=20&created_to=${middle.createdAt}`,
  "one order": ({ middle }) => `/v1/orders/${middle.id}`,
  "an order's events": ({ middle }) => `/v1/orders/${middle.id}/events`,
};

const blocks = 5;
const perBlock = 60;

/** Measures the same requests for a tenant with few orders and for one with many, in turns, in one service. */
export async function measureLists(mode: Mode, fewOrders: number, manyOrders: number): Promise<ListsResult> {
  const service = await BenchService.start({ checkout: "." });
  const client = new HttpClient(service.baseUrl, 4);
  try {
    const started = performance.now();
    const few = await filledTenant(service, client, mode, fewOrders);
    const many = await filledTenant(service, client, mode, manyOrders);
    const fillSeconds = (performance.now() - started) / 1000;
    const costs: ListCost[] = [];
    for (const [request, pathOf] of Object.entries(requests)) {
      const times = { few: 0, many: 0 };
      for (let block = -1; block < blocks; block++) {
        for (const [name, tenant] of [
          ["few", few],
          ["many", many],
        ] as const) {
          const ms = await cpuOf(service, client, tenant, pathOf(tenant));
          // The first block is for compiling, planning and the caches.
          if (block >= 0) times[name] += ms / (blocks * perBlock);
        }
      }
      costs.push({ request, ...times, fewBuffers: 0, manyBuffers: 0 });
    }
    const plans = await PlanReader.start(service);
    try {
      const buffersOf = async (tenant: FilledTenant, path: string) => {
        // Once for the planner, which reads the catalog and the ends of indexes.
        for (let time = 0; time < 8; time++) await client.call("GET", path, { headers: tenant.headers });
        await plans.take();
        await client.call("GET", path, { headers: tenant.headers });
        return (await plans.take()).reduce((sum, { buffers }) => sum + buffers, 0);
      };
      const counted: ListCost[] = [];
      for (const cost of costs) {
        const pathOf = requests[cost.request]!;
        counted.push({
          ...cost,
          fewBuffers: await buffersOf(few, pathOf(few)),
          manyBuffers: await buffersOf(many, pathOf(many)),
        });
      }
      return { fewOrders, manyOrders, fillSeconds, costs: counted };
    } finally {
      await plans.stop();
    }
  } finally {
    client.close();
    await service.stop();
  }
}

/** A tenant with an order that went its whole road, and copies of it. */
async function filledTenant(
  service: BenchService,
  client: HttpClient,
  mode: Mode,
  orders: number,
): Promise<FilledTenant> {
  const { tenantId, apiKey } = await service.tenant(mode);
  const headers = { Authorization: `Bearer ${apiKey}` };
  const document = documents.hundredKilobytes();
  const order = newTraveller(document.pages);
  for (const step of wholeRoad(client, { headers }, document.pdf)) await step.run(order);
  await fillTenant(service.adminUrl, tenantId, parsePublicId("ord", order.id)!, orders - 1);
  const number = Math.floor(orders / 2);
  const found = await client.call("GET", `/v1/orders?external_id=copy-${number}`, { headers });
  const [middle] = jsonOf<{ data: { id: string; created_at: string }[] }>(found).data;
  if (!middle) throw new Error("The copies are not found.");
  return {
    headers,
    orders,
    middle: { cursor: middle.id, id: middle.id, createdAt: middle.created_at, number },
  };
}

async function cpuOf(
  service: BenchService,
  client: HttpClient,
  { headers }: FilledTenant,
  path: string,
): Promise<number> {
  const before = service.processorTime();
  for (let time = 0; time < perBlock; time++) await client.call("GET", path, { headers });
  const after = service.processorTime();
  return after.server + after.postgres - before.server - before.postgres;
}
