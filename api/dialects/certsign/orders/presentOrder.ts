import { decimalId } from "../decimalId.js";
import { orderStatus } from "../states/orderStatus.js";
import type { Standing } from "../states/standing.js";
import type { OrderStatus } from "../states/statuses.js";

/** An order as this dialect shows it. */
export interface OrderAnswer {
  readonly orderRequestId: string;
  readonly externalOrderRequestId: string | null;
  readonly status: OrderStatus;
}

export function presentOrder(standing: Standing): OrderAnswer {
  const { id, externalId } = standing.order;
  return { orderRequestId: decimalId(id), externalOrderRequestId: externalId, status: orderStatus(standing) };
}
