import type { Caller } from "../../../apiKeys/caller.js";
import type { Transaction } from "../../../database/transaction.js";
import type { Order } from "../../../orders/order.js";
import { listOrderRows, readOrder, withParts } from "../../../orders/orderRows.js";
import type { OrderState } from "../../../orders/state.js";
import type { Platform } from "../../../platform.js";
import type { Fields } from "../../reading/fields.js";
import { findOrder } from "../orders/findOrder.js";
import { orderNames, queryOf, readIds } from "../readIds.js";
import { type ResultItem, resultItems } from "../resultItems.js";
import { statesWith } from "../states/signatureStatus.js";
import { readStandings } from "../states/standing.js";
import { type SignatureStatus, signatureStatuses } from "../states/statuses.js";

/** Orders whose documents are looked at where no order is named, the newest, and items of an answer. */
const most = 100;

/**
 * searchSignatureRequests: those of an order; without one those of the newest orders.
 * @returns at most 100 where no order is named
 */
export async function searchRequests(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  query: unknown,
): Promise<ResultItem[]> {
  const fields = queryOf(query);
  const ids = readIds(fields, orderNames);
  const status = readStatus(fields);
  fields.refuseOthers();
  const isNamed = ids.id !== null || ids.externalId !== null;
  return platform.database.withTenant(tenantId, async (transaction) => {
    const orders = isNamed
      ? [await readOrder(transaction, await findOrder(transaction, mode, ids))]
      : await newestOrders(transaction, mode, status);
    const standings = await readStandings(transaction, await withParts(transaction, orders));
    const items = standings.flatMap(resultItems).filter((item) => status === null || item.status === status);
    return isNamed ? items : items.slice(0, most);
  });
}

/** `CREATED` is what the original's own example searches for: its list has no such word but `SIGN_CREATED`. */
function readStatus(fields: Fields): SignatureStatus | null {
  const status = fields.choice("status", [...signatureStatuses, "CREATED"]);
  return status === "CREATED" ? "SIGN_CREATED" : status;
}

/** The newest orders whose documents can have a status, each state's along its index. */
async function newestOrders(
  transaction: Transaction,
  mode: Caller["mode"],
  status: SignatureStatus | null,
): Promise<Order[]> {
  const states: readonly (OrderState | null)[] = status === null ? [null] : statesWith[status];
  const filter = { mode, externalId: null, below: null, from: null, limit: most };
  const found = await Promise.all(states.map((state) => listOrderRows(transaction, { ...filter, state })));
  return found
    .flat()
    .sort((one, other) => (one.id < other.id ? 1 : -1))
    .slice(0, most);
}
