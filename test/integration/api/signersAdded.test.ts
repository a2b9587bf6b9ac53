import type { OrderView } from "../../../api/orders/orderViews.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";
import { at, refusal, untouched } from "../../support/signerChanges.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const grace = { given_name: "Grace", surname: "Hopper", email: "grace@example.org" };
const box = { page: 1, x: 72, y: 72, width: 180, height: 56 };

describe("adding a signer to a running order", () => {
  test("puts them into the group whose turn it is, invites them, and they sign like the others", async () => {
    const order = await desk.order([ada, { ...charles, group: 2 }]);
    await desk.browser(order, 0).sign();
    const after = await untouched(desk, order, [0, 1], async () => {
      const added = await desk.client.post<OrderView>(at(order), { ...grace, placements: [box] });
      expect(added.status).toBe(201);
    });
    expect(after.signers[2]).toMatchObject({
      ...grace,
      group: 2,
      turn: "now",
      invited_at: expect.any(String),
    });
    expect((await desk.browser(after, 2).sign()).status).toBe(200);
    expect((await desk.browser(after, 1).sign()).body.all_signed).toBe(true);
    expect((await desk.read(order)).documents[0]!.signatures).toBe(3);
  });

  test("puts them into a later group, who then wait for their turn", async () => {
    const order = await desk.order([ada]);
    const { body } = await desk.client.post<OrderView>(at(order), { ...grace, group: 4 });
    expect(body.signers[1]).toMatchObject({ turn: "later", invited_at: null });
    expect((await desk.browser(order, 0).sign()).body.all_signed).toBe(false);
    expect((await desk.browser(body, 1).sign()).body.all_signed).toBe(true);
  });

  test("adds a witness of a signer by their id, who is in the signer's group", async () => {
    const order = await desk.order([{ ...ada, group: 2 }]);
    const request = { ...grace, role: "witness", witness_of: order.signers[0]!.id };
    const { body } = await desk.client.post<OrderView>(at(order), request);
    expect(body.signers[1]).toMatchObject({
      role: "witness",
      group: 2,
      witness_of: order.signers[0]!.id,
      turn: "later",
    });
  });

  test("once with an Idempotency-Key, however often it is asked for", async () => {
    const order = await desk.order([ada]);
    const key = { "Idempotency-Key": `add-${order.id}` };
    const first = await desk.client.post<OrderView>(at(order), grace, key);
    const again = await desk.client.post<OrderView>(at(order), grace, key);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("Idempotent-Replayed")).toBe("true");
    expect((await desk.read(order)).signers).toHaveLength(2);
  });

  test("is refused for a group whose turn is over, a stranger as witnessed, and fields after the first signature", async () => {
    const order = await desk.order([ada, { ...charles, group: 2 }]);
    await desk.browser(order, 0).sign();
    expect(await refusal(desk, "POST", at(order), { ...grace, group: 1 })).toEqual([
      422,
      "field_invalid",
      "group",
    ]);
    const other = await desk.order([ada]);
    const witness = { ...grace, role: "witness", witness_of: other.signers[0]!.id };
    expect(await refusal(desk, "POST", at(order), witness)).toEqual([422, "field_invalid", "witness_of"]);
    const text = { ...box, kind: "text" };
    expect(await refusal(desk, "POST", at(order), { ...grace, placements: [text] })).toEqual([
      422,
      "placement_invalid",
      "placements[0]",
    ]);
    expect((await desk.read(order)).signers).toHaveLength(2);
  });

  test("is refused once all are done, and in an order that has ended", async () => {
    const order = await desk.order([ada]);
    await desk.client.post(`/v1/orders/${order.id}/cancel`);
    expect(await refusal(desk, "POST", at(order), grace)).toEqual([409, "order_state_conflict"]);
  });
});
