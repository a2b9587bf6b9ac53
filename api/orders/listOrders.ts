import type { Caller } from "../apiKeys/caller.js";
import type { Platform } from "../platform.js";
import type { OrderWithParts } from "./order.js";
import { listOrderRows, readOrder, withParts } from "./orderRows.js";
import type { OrderState } from "./state.js";

export interface OrderFilter {
  readonly state: OrderState | null;
  readonly externalId: string | null;
  /** UUID of the order after which the page begins. */
  readonly before: string | null;
  /** 1 to 100. */
  readonly limit: number;
}

/** A page of orders, newest first, and whether there are more. */
export async function listOrders(
  platform: Pick<Platform, "database">,
  caller: Caller,
  filter: OrderFilter,
): Promise<{ orders: OrderWithParts[]; hasMore: boolean }> {
  return platform.database.withTenant(caller.tenantId, async (transaction) => {
    const rows = await listOrderRows(transaction, { ...filter, mode: caller.mode, limit: filter.limit + 1 });
    const orders = await withParts(transaction, rows.slice(0, filter.limit));
    return { orders, hasMore: rows.length > filter.limit };
  });
}

/** One order with its parts. @throws Failure `not_found` */
export async function getOrder(
  platform: Pick<Platform, "database">,
  caller: Caller,
  orderId: string,
): Promise<OrderWithParts> {
  return platform.database.withTenant(caller.tenantId, async (transaction) => {
    const [order] = await withParts(transaction, [await readOrder(transaction, orderId, caller.mode)]);
    return order!;
  });
}
