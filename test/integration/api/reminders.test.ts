import type { MessageView } from "../../../api/messages/messageView.js";
import { deliverDueMessages } from "../../../api/messages/messenger.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { sweep } from "../../../api/work/sweeper.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";

const day = 86_400;
const reminders = { days: 3, count: 2 };

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

/** Days pass for one order. */
async function pass(order: OrderView, days: number): Promise<void> {
  await desk.client.post(`/v1/orders/${order.id}/test-clock`, { seconds: Math.round(days * day) });
  await sweep(desk.service.platform);
  await deliverDueMessages(desk.service.platform);
}

/** Who was reminded of an order, in the order of it. */
async function reminded(order: OrderView): Promise<string[]> {
  const { body } = await desk.client.get<{ data: MessageView[] }>(`/v1/orders/${order.id}/messages`);
  const names = new Map(order.signers.map(({ id, given_name }) => [id, given_name]));
  return body.data.filter(({ kind }) => kind === "reminder").map(({ signer }) => names.get(signer!)!);
}

const remind = (order: OrderView, index = 0, headers = {}) =>
  desk.client.post<MessageView>(
    `/v1/orders/${order.id}/signers/${order.signers[index]!.id}/remind`,
    undefined,
    headers,
  );

test("a signer whose turn it is is reminded after so many days, so many times and no more", async () => {
  const order = await desk.order([ada], { reminders });
  await pass(order, 2);
  expect(await reminded(order)).toEqual([]);
  for (const expected of [1, 2, 2, 2]) {
    await pass(order, 3);
    expect(await reminded(order)).toHaveLength(expected);
  }
  const events = (await desk.events(order)).filter(({ type }) => type === "reminder.sent");
  expect(events.map(({ data }) => data)).toEqual([
    { automatic: true, number: 1 },
    { automatic: true, number: 2 },
  ]);
  const [mail] = await desk.service.outbox.list({ to: ada.email, limit: 1 });
  expect(mail!.subject).toBe("Reminder, please sign: Agreement");
});

test("only those whose turn it is and who have not acted are reminded", async () => {
  const order = await desk.order([ada, charles, { ...charles, given_name: "Later", group: 2 }], {
    reminders,
  });
  await desk.browser(order).sign();
  await pass(order, 4);
  expect(await reminded(order)).toEqual(["Charles"]);
});

test("nobody is reminded of an order that has ended", async () => {
  const order = await desk.order([ada], { reminders });
  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "x" });
  await pass(order, 1).catch(() => undefined);
  desk.service.clock.advance(4 * day);
  await sweep(desk.service.platform);
  expect(await reminded(order)).toEqual([]);
});

test("reminders that are changed are counted from the invitation or the last one, in the order's own time", async () => {
  const order = await desk.order([ada], { reminders: { days: 10, count: 1 } });
  const change = (more: object) =>
    desk.client.request("PATCH", `/v1/orders/${order.id}`, { reminders: { days: 3, count: 2, ...more } });
  await pass(order, 5);
  await change({});
  await pass(order, 0.0001);
  expect(await reminded(order)).toHaveLength(1);
  await change({ days: 4 });
  await pass(order, 3.5);
  expect(await reminded(order)).toHaveLength(1);
  await pass(order, 1);
  expect(await reminded(order)).toHaveLength(2);
  // Whoever has had them all is reminded once more, and not at once.
  await change({ count: 3 });
  await pass(order, 2);
  expect(await reminded(order)).toHaveLength(2);
  await pass(order, 2);
  expect(await reminded(order)).toHaveLength(3);
});

test("two workers that find the same reminder send it once", async () => {
  const order = await desk.order([ada], { reminders });
  await desk.client.post(`/v1/orders/${order.id}/test-clock`, { seconds: 4 * day });
  await Promise.all([sweep(desk.service.platform), sweep(desk.service.platform)]);
  expect(await reminded(order)).toHaveLength(1);
});

test("a caller reminds a signer when it likes, once an hour", async () => {
  const order = await desk.order([ada], { title: "Asked" });
  const first = await remind(order, 0, { "Idempotency-Key": "remind-once" });
  expect(first).toMatchObject({ status: 202, body: { kind: "reminder", state: "pending" } });
  const again = await remind(order, 0, { "Idempotency-Key": "remind-once" });
  expect(again.body).toEqual(first.body);
  expect(await remind(order)).toMatchObject({
    status: 429,
    body: { code: "rate_limited", retry_after: expect.any(Number) },
  });
  desk.service.clock.advance(3601);
  expect((await remind(order)).status).toBe(202);
  expect(await reminded(order)).toHaveLength(2);
});

test("nobody can be reminded who may not act, who has no address, or where the caller writes itself", async () => {
  const later = await desk.order([ada, { ...charles, group: 2 }]);
  expect(await remind(later, 1)).toMatchObject({ status: 409, body: { code: "signer_not_yet" } });
  const silent = await desk.order([ada], { notify: false });
  expect(await remind(silent)).toMatchObject({ status: 409, body: { code: "order_state_conflict" } });
  const { email: _email, ...nowhere } = ada;
  const order = await desk.order([{ ...nowhere, authentication: "none" }]);
  expect(await remind(order)).toMatchObject({ status: 409, body: { code: "signer_not_signing" } });
});

test("a reminder on demand puts off the next one that goes by itself", async () => {
  const order = await desk.order([ada], { reminders });
  await desk.client.post(`/v1/orders/${order.id}/test-clock`, { seconds: 2 * day });
  await remind(order);
  await pass(order, 2);
  expect(await reminded(order)).toHaveLength(1);
  await pass(order, 1);
  expect(await reminded(order)).toHaveLength(2);
});
