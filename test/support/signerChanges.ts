import type { OrderView } from "../../api/orders/orderViews.js";
import type { SignerView } from "../../api/orders/signerView.js";
import type { OrderDesk } from "./orderDesk.js";

/** The path of an order's signers, or of one of them, or of something to be done with one. */
export function at(order: OrderView, signer?: SignerView, act = ""): string {
  return `/v1/orders/${order.id}/signers${signer ? `/${signer.id}${act}` : ""}`;
}

/**
 * Does something to an order, and expects the links and the states of some of its signers to stay as they are.
 * @param indexes of those signers
 * @returns the order as it is then
 */
export async function untouched(
  desk: OrderDesk,
  order: OrderView,
  indexes: readonly number[],
  change: () => Promise<unknown>,
): Promise<OrderView> {
  const before = await desk.read(order);
  await change();
  const after = await desk.read(order);
  for (const index of indexes) {
    const { id, state, email, signing_url } = before.signers[index]!;
    expect(after.signers[index]).toMatchObject({ id, state, email, signing_url });
    expect((await desk.browser(before, index).status()).signer.id).toBe(id);
  }
  return after;
}

/** What a request is refused with: status, code, and the field at fault where one is named. */
export async function refusal(
  desk: OrderDesk,
  method: string,
  path: string,
  body?: object,
): Promise<unknown[]> {
  const { status, body: problem } = await desk.client.refused(method, path, body);
  return [status, problem.code, ...(problem.param === undefined ? [] : [problem.param])];
}
