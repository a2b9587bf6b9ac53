import type { Caller } from "../apiKeys/caller.js";
import { listOrders } from "../orders/listOrders.js";
import { presentOrder } from "../orders/orderViews.js";
import type { Platform } from "../platform.js";
import type { OrderFilter } from "../search/findOrders.js";
import { csvHead, csvLine, jsonLine } from "./orderLines.js";

/** Orders that are read at once; whoever reads slowly holds up no transaction. */
const atOnce = 100;

/** The orders that a filter finds, line by line, newest first, as fast as they are taken. */
export async function* exportOrders(
  platform: Pick<Platform, "database" | "secretBox" | "publicUrl">,
  caller: Caller,
  filter: Omit<OrderFilter, "before" | "limit">,
  format: "csv" | "jsonl",
): AsyncGenerator<string> {
  if (format === "csv") yield csvHead();
  const line = format === "csv" ? csvLine : jsonLine;
  let before: string | null = null;
  do {
    const { orders, next } = await listOrders(platform, caller, { ...filter, before, limit: atOnce });
    if (orders.length > 0) yield orders.map((order) => line(presentOrder(platform, order))).join("");
    before = next;
  } while (before !== null);
}
