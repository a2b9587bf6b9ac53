import type { OrderView } from "../../../api/orders/orderViews.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const grace = { given_name: "Grace", surname: "Hopper", email: "grace@example.org" };
const allowed = { allow_delegation: true };

async function delegate(order: OrderView, index: number, to: object = grace) {
  const { client, path } = desk.browser(order, index);
  return client.post(`${path}/delegate`, { ...to, reason: "On holiday" });
}

test("a signer names somebody else, who signs in their place with a link of their own", async () => {
  const order = await desk.order([ada, charles], allowed);
  expect((await desk.browser(order, 0).status()).signer.can_delegate).toBe(true);
  await desk.browser(order, 0).open();
  expect((await delegate(order, 0)).status).toBe(200);
  const after = await desk.read(order);
  const [before, other, next] = after.signers;
  expect(before).toMatchObject({ state: "delegated", replaced_by: next!.id, delegated_by: null });
  expect(next).toMatchObject({
    ...grace,
    delegated_by: before!.id,
    turn: "now",
    invited_at: expect.any(String),
  });
  expect(other!.signing_url).toBe(order.signers[1]!.signing_url);
  expect(await desk.count(order, "signer.delegated", "signer.added")).toEqual([1, 3]);
  const old = desk.browser(order, 0);
  expect((await old.client.refused("GET", `${old.path}/status`)).body).toMatchObject({
    code: "signer_removed",
    state: "delegated",
  });
  expect((await desk.browser(after, 2).sign()).status).toBe(200);
  expect((await desk.browser(after, 1).sign()).body.all_signed).toBe(true);
});

test("the reason is kept sealed, and named in the trail of the one who gave it", async () => {
  const order = await desk.order([ada], allowed);
  await delegate(order, 0);
  const event = (await desk.events(order)).find(({ type }) => type === "signer.delegated");
  expect(event).toMatchObject({ personal: { reason: "On holiday" } });
  expect(JSON.stringify(event?.data)).not.toContain("holiday");
});

test("codes that the one before was sent are worth nothing to anybody", async () => {
  const order = await desk.order([ada], allowed);
  await desk.browser(order, 0).read();
  const otp = await desk.browser(order, 0).receiveCode();
  await delegate(order, 0);
  const after = await desk.read(order);
  const next = desk.browser(after, 1);
  expect((await next.client.refused("POST", `${next.path}/verify-otp`, { otp })).body.code).toBe(
    "otp_missing",
  );
  expect((await next.status()).signer.state).toBe("waiting");
});

test("whoever the caller had authenticated itself is succeeded by somebody who is sent a code", async () => {
  const order = await desk.order([{ ...ada, authentication: "none" }], allowed);
  await delegate(order, 0);
  expect((await desk.read(order)).signers[1]!.authentication).toBe("email");
  const nowhere = await desk.order([{ ...ada, authentication: "none" }], allowed);
  const { client, path } = desk.browser(nowhere, 0);
  const person = { given_name: "Grace", surname: "Hopper", reason: "away" };
  expect((await client.refused("POST", `${path}/delegate`, person)).body).toMatchObject({
    code: "field_invalid",
    param: "email",
  });
});

test("a place is handed on three times at most", async () => {
  let order = await desk.order([ada], allowed);
  for (const index of [0, 1, 2]) {
    expect(
      (await delegate(order, index, { ...charles, given_name: `Charles ${"I".repeat(index + 1)}` })).status,
    ).toBe(200);
    order = await desk.read(order);
  }
  const last = desk.browser(order, 3);
  expect((await last.status()).signer.can_delegate).toBe(false);
  const refused = await last.client.refused("POST", `${last.path}/delegate`, { ...grace, reason: "no" });
  expect([refused.status, refused.body.code]).toEqual([409, "delegation_not_allowed"]);
  expect((await last.sign()).body.all_signed).toBe(true);
});

test("is refused where the order does not allow it, before the signer's turn, and after they have signed", async () => {
  const without = await desk.order([ada]);
  expect((await delegate(without, 0)).body["code"]).toBe("delegation_not_allowed");
  expect((await desk.browser(without, 0).status()).signer.can_delegate).toBe(false);
  const order = await desk.order([ada, { ...charles, group: 2 }], allowed);
  expect((await delegate(order, 1)).body["code"]).toBe("signer_not_yet");
  await desk.browser(order, 0).sign();
  expect((await delegate(order, 0)).body["code"]).toBe("signer_already_signed");
  expect(await desk.count(order, "signer.delegated")).toEqual([0]);
});
