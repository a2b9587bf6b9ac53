import type { OrderAnswer } from "../../../../api/dialects/certsign/orders/presentOrder.js";
import { CertSignDesk } from "./certSignDesk.js";

let desk: CertSignDesk;
beforeAll(async () => {
  desk = await CertSignDesk.open();
});
afterAll(() => desk.close());

/** An order with a document, and what can be done to it. */
async function ready() {
  const order = await desk.order();
  const [item] = (await desk.addDocuments(order)).body;
  const { orderRequestId: id } = order;
  return {
    order,
    sign: (more?: string) => desk.sign(order, more),
    remove: () => desk.call("DELETE", `/ephemeral/orders/?id=${id}`),
    refuse: () =>
      desk.call("PATCH", `/ephemeral/signatures/?id=${item!.signatureRequestId}`, { status: "REFUSED" }),
    add: () => desk.addDocuments(order),
  };
}

/** How it ended, and how often somebody's key signed for it. */
async function ending({ orderRequestId: id }: OrderAnswer): Promise<{ status: string; signed: number }> {
  const { body } = await desk.call<OrderAnswer>("GET", `/ephemeral/orders/?id=${id}`);
  const { body: items } = await desk.call<{ status: string }[]>(
    "GET",
    `/ephemeral/signatures/search/?orderRequestId=${id}`,
  );
  return { status: body.status, signed: items.filter(({ status }) => status === "SIGNED").length };
}

const rounds = Array.from({ length: 8 }, (_, index) => index);

describe("of two who come at once, one is first and the other is told so", () => {
  test.each(rounds)("signing and deleting, round %d", async () => {
    const { order, sign, remove } = await ready();
    const [signed, removed] = await Promise.all([sign(), remove()]);
    const end = await ending(order);
    if (signed.status === 200 && end.status === "CLOSED") {
      expect([removed.status, end]).toEqual([409, { status: "CLOSED", signed: 1 }]);
    } else {
      expect([removed.status, end]).toEqual([204, { status: "DISCARDED", signed: 0 }]);
    }
  });

  test.each(rounds)("signing and refusing, round %d", async () => {
    const { order, sign, refuse } = await ready();
    const [signed, refused] = await Promise.all([sign(), refuse()]);
    const end = await ending(order);
    expect([signed.status, refused.status].filter((status) => status >= 500)).toEqual([]);
    expect(["CLOSED", "DISCARDED"]).toContain(end.status);
    expect(end.signed).toBe(end.status === "CLOSED" ? 1 : 0);
    expect(refused.status === 204).toBe(end.status === "DISCARDED");
  });

  test.each(rounds)("signing twice, and adding a document, round %d", async () => {
    const { order, sign, add } = await ready();
    const [one, other, added] = await Promise.all([sign(), sign("mode=ASYNC"), add()]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect([200, 409]).toContain(added.status);
    const end = await desk.sign(order);
    const statuses = end.body.map(({ status }) => status);
    expect(statuses).toEqual(added.status === 200 ? ["SIGNED", "SIGNED"] : ["SIGNED"]);
  });
});
