import type { Caller } from "../apiKeys/caller.js";
import type { Platform } from "../platform.js";
import { findOrders, type OrderFilter } from "../search/findOrders.js";
import type { OrderWithParts } from "./order.js";
import { readOrder, withParts } from "./orderRows.js";

/** A page of orders, newest first. */
export interface OrderPage {
  readonly orders: OrderWithParts[];
  /** UUID of the order after which the next page begins; null: there are no more. */
  readonly next: string | null;
}

/** A page of the orders of the caller's mode. */
export async function listOrders(
  platform: Pick<Platform, "database">,
  caller: Caller,
  filter: OrderFilter,
): Promise<OrderPage> {
  return platform.database.withTenant(caller.tenantId, async (transaction) => {
    const { orders, next } = await findOrders(transaction, caller.mode, filter);
    return { orders: await withParts(transaction, orders), next };
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
