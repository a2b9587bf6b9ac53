import type { OrderView } from "../../../api/orders/orderViews.js";
import { sweep } from "../../../api/work/sweeper.js";
import { ApiClient } from "../../support/apiClient.js";
import { OrderDesk } from "../../support/orderDesk.js";

const day = 86_400;
let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const advance = (order: OrderView, seconds: number) =>
  desk.client.post<OrderView>(`/v1/orders/${order.id}/test-clock`, { seconds });

test("a test order whose time is moved past its end is ended by the next sweep, and others are not", async () => {
  const order = await desk.order();
  const other = await desk.order();
  expect((await advance(order, 29 * day)).status).toBe(200);
  await sweep(desk.service.platform);
  expect((await desk.read(order)).state).toBe("ready");
  await advance(order, 2 * day);
  await sweep(desk.service.platform);
  expect((await desk.read(order)).state).toBe("expired");
  expect((await desk.read(other)).state).toBe("ready");
});

test("moving the time on is told in the audit trail, with how far and to when", async () => {
  const order = await desk.order();
  await advance(order, 3600);
  const told = (await desk.events(order)).find((event) => event.type === "clock.advanced")!;
  const now = desk.service.clock.now().getTime();
  expect(told.data).toEqual({ seconds: 3600, now: new Date(now + 3_600_000).toISOString() });
});

test("nobody can sign an order whose own time is over, swept or not", async () => {
  const order = await desk.order();
  await advance(order, 31 * day);
  const browser = desk.browser(order);
  const refused = await browser.client.refused("POST", `${browser.path}/send-otp`);
  expect([refused.status, refused.body.code]).toEqual([409, "order_state_conflict"]);
});

test("a live order has no other time than ours", async () => {
  const { apiKey } = await desk.service.tenant("Live", "live");
  const live = new ApiClient(desk.service.baseUrl, apiKey);
  const order = await live.createOrder({
    title: "Lease",
    notify: false,
    documents: [{ name: "lease.pdf", content: desk.content }],
    signers: [{ given_name: "Ada", surname: "Lovelace", email: "ada@example.org" }],
  });
  const refused = await live.refused("POST", `/v1/orders/${order.id}/test-clock`, { seconds: 60 });
  expect([refused.status, refused.body.code, refused.body.param]).toEqual([422, "field_invalid", "seconds"]);
});

test("an order's time can be moved on by a bounded number of seconds, and never back", async () => {
  const order = await desk.order();
  await advance(order, 345_600_000);
  for (const seconds of [1, 0, -60]) {
    const refused = await desk.client.refused("POST", `/v1/orders/${order.id}/test-clock`, { seconds });
    expect([refused.status, refused.body.param]).toEqual([422, "seconds"]);
  }
});
