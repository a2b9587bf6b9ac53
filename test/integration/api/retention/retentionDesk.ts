import { createHash } from "node:crypto";
import { evidenceKey } from "../../../../api/evidence/evidenceKey.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import type { PurgeView } from "../../../../api/retention/purgeView.js";
import { sweep } from "../../../../api/work/sweeper.js";
import { ada, type OrderDesk, uuidOf } from "../../../support/orderDesk.js";

export const day = 86_400;

/** An order that its signer has signed, and whose evidence file is stored. */
export async function provenOrder(desk: OrderDesk, more: object = {}): Promise<OrderView> {
  const order = await desk.order([ada], more);
  await desk.browser(order).sign();
  await makeEvidence(desk, order);
  return desk.read(order);
}

/** Stores some bytes as the evidence of an order that has ended: what is in them is of no concern here. */
export async function makeEvidence(desk: OrderDesk, order: OrderView): Promise<void> {
  const orderId = uuidOf(order.id);
  const key = evidenceKey(desk.tenantId, orderId, 1);
  const bytes = Buffer.from(`evidence of ${order.id}`);
  await desk.service.platform.objectStore.put(key, bytes, "application/octet-stream");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const now = desk.service.clock.now().toISOString();
  await desk.sql(
    `WITH stored AS (
       UPDATE evidence_files SET state = 'stored', revision = 1, stored_at = '${now}', renew_at = NULL
       WHERE order_id = '${orderId}' RETURNING tenant_id, order_id
     )
     INSERT INTO evidence_revisions (tenant_id, order_id, revision, object_key, bytes, sha256, created_at)
     SELECT tenant_id, order_id, 1, '${key}', ${bytes.length}, '\\x${sha256}', '${now}' FROM stored`,
  );
}

/** An order that ended before anybody did anything: there is nothing to prove. */
export async function cancelledOrder(desk: OrderDesk, more: object = {}): Promise<OrderView> {
  const order = await desk.order([ada], more);
  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "not wanted" });
  return desk.read(order);
}

/** Moves an order's own time on. */
export async function advance(desk: OrderDesk, order: OrderView, seconds: number): Promise<void> {
  const { status } = await desk.client.post(`/v1/orders/${order.id}/test-clock`, { seconds });
  if (status !== 200) throw new Error(`The order's time was not moved on: ${status}`);
}

/** A sweep or two. */
export async function sweepTwice(desk: OrderDesk): Promise<void> {
  await sweep(desk.service.platform);
  await sweep(desk.service.platform);
}

export async function purgesOf(desk: OrderDesk, order: OrderView): Promise<PurgeView[]> {
  const { body } = await desk.client.get<{ data: PurgeView[] }>(`/v1/orders/${order.id}/purges`);
  return body.data;
}

/** Asks for an order's documents to be removed. */
export async function remove(desk: OrderDesk, order: OrderView): Promise<PurgeView> {
  const { status, body } = await desk.client.request<PurgeView>("DELETE", `/v1/orders/${order.id}/documents`);
  if (status !== 200) throw new Error(`Not removed: ${JSON.stringify(body)}`);
  return body;
}

/** Keys in the object store that belong to an order: its documents, or its evidence. */
export async function objectsOf(
  desk: OrderDesk,
  order: OrderView,
  folder: "orders" | "evidence" = "orders",
): Promise<string[]> {
  const keys = await desk.objectKeys();
  return keys.filter((key) => key.includes(`/${folder}/${uuidOf(order.id)}/`));
}
