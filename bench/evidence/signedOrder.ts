import { parsePublicId } from "../../api/ids/id.js";
import { ada, charles, type OrderDesk } from "../../test/support/orderDesk.js";
import { documents } from "../documents.js";

/** An order that has ended, in a service of this process. */
export interface EndedOrder {
  readonly desk: OrderDesk;
  /** UUID. */
  readonly orderId: string;
}

const grace = { given_name: "Grace", surname: "Hopper", email: "grace@example.org", country: "US" };
const count = 3;

/** Three people have signed three documents of 0.1 MB and 23 pages; all is sealed. */
export async function signedOrder(desk: OrderDesk): Promise<EndedOrder> {
  const content = Buffer.from(documents.hundredKilobytes().pdf).toString("base64");
  const names = Array.from({ length: count }, (_, index) => `agreement-${index + 1}.pdf`);
  const order = await desk.order([ada, charles, grace], {
    documents: names.map((name) => ({ name, content })),
  });
  for (let index = 0; index < count; index++) {
    const { status } = await desk.browser(order, index).sign();
    if (status !== 200) throw new Error(`Signing was answered ${status}.`);
  }
  const { state } = await desk.read(order);
  if (state !== "completed") throw new Error(`The order is ${state}.`);
  return { desk, orderId: parsePublicId("ord", order.id)! };
}
