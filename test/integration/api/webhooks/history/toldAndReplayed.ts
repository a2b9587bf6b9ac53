import type { OrderView } from "../../../../../api/orders/orderViews.js";
import type { ApiClient } from "../../../../support/apiClient.js";

/** Every call about what was told, once: lists, tests, and replays of one and of a time. Nobody listens there. */
export async function toldAndReplayed(
  client: ApiClient,
  make: (more: object) => Promise<OrderView>,
): Promise<void> {
  const url = "http://127.0.0.1:2/hook";
  const { id } = (await client.post<{ id: string }>("/v1/webhook-endpoints", { url })).body;
  const endpoint = `/v1/webhook-endpoints/${id}`;
  const order = await make({ callback: { url, events: ["*"] } });
  const { data } = (await client.get<{ data: { id: string }[] }>(`/v1/notifications?order=${order.id}`)).body;
  const [notification] = data;
  await client.get(`/v1/notifications/${notification!.id}`);
  await client.post(`${endpoint}/test`, { type: "order.completed" });
  for (const at of [endpoint, `/v1/orders/${order.id}/callback`]) {
    await client.get(`${at}/deliveries?limit=1`);
    await client.post(`${at}/deliveries/${notification!.id}/replay`);
    await client.get(`${at}/deliveries/${notification!.id}`);
  }
  const from = new Date(Date.parse(order.created_at) - 1000).toISOString();
  const replay = (await client.post<{ id: string }>(`${endpoint}/replays`, { from, only: "missed" })).body;
  await client.get(`${endpoint}/replays?limit=1`);
  await client.get(`${endpoint}/replays/${replay.id}`);
  await client.request("DELETE", endpoint);
}
