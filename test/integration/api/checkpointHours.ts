import type { CheckpointView } from "../../../api/checkpoints/checkpointView.js";
import { makeDueCheckpoints } from "../../../api/checkpoints/dueCheckpoints.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import type { Page } from "../../../api/request/page.js";
import type { ApiClient } from "../../support/apiClient.js";
import { ada, type OrderDesk } from "../../support/orderDesk.js";

/** In the middle of the next hour, so that a test does not cross into another one by itself. */
export function toHalfPast(desk: OrderDesk): void {
  const seconds = desk.service.clock.now().getTime() / 1000;
  desk.service.clock.advance(3600 - (seconds % 3600) + 1800);
}

/** An hour later, all that is due is made. @returns how many checkpoints */
export async function nextHour(desk: OrderDesk): Promise<number> {
  desk.service.clock.advance(3600);
  return (await makeDueCheckpoints(desk.service.platform)).made;
}

export function orders(desk: OrderDesk, count: number): Promise<OrderView[]> {
  return Promise.all(Array.from({ length: count }, () => desk.order([ada])));
}

/** A page of checkpoints. */
export async function list(client: ApiClient, query = ""): Promise<Page<CheckpointView>> {
  return (await client.get<Page<CheckpointView>>(`/v1/checkpoints${query}`)).body;
}
