import type { OrderView } from "../../../../api/orders/orderViews.js";
import { operations } from "../../../support/openApi.js";
import type { OrderDesk } from "../../../support/orderDesk.js";

/** How each call of the API answers that reads an order, or something of it. */
export async function readEverything(desk: OrderDesk, order: OrderView): Promise<Record<string, number>> {
  const ids: Record<string, string> = {
    order: order.id,
    signer: order.signers[0]!.id,
    document: order.documents[0]!.id,
  };
  const answers: Record<string, number> = {};
  for (const { method, path } of operations) {
    if (method !== "GET" || !path.startsWith("/v1/orders/{order}")) continue;
    const { status } = await desk.client.get(path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name]!));
    answers[path] = status;
  }
  return answers;
}
