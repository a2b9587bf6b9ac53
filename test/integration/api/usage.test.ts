import type { UsageEventView } from "../../../api/usage/usageController.js";
import { ada, charles, OrderDesk, uuidOf } from "../../support/orderDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const usage = async () => (await desk.client.get<{ data: UsageEventView[] }>("/v1/usage")).body.data;

test("each signer's signature writes one usage event with mode, order, signer and labels; a refusal writes none", async () => {
  const order = await desk.order([ada, charles], { labels: ["north"] });
  await desk.browser(order).sign();
  const browser = desk.browser(order, 1);
  await browser.open();
  await browser.client.post(`${browser.path}/refuse`, { reason: "No." });
  const events = (await usage()).filter((event) => event.order === order.id);
  expect(events).toEqual([
    {
      id: expect.stringMatching(/^usg_/),
      object: "usage_event",
      mode: "test",
      order: order.id,
      signer: order.signers[0]!.id,
      profile: null,
      labels: ["north"],
      occurred_at: expect.any(String),
    },
  ]);
});

test("the events of a span of time can be asked for, a month's among them", async () => {
  const order = await desk.order();
  await desk.browser(order).sign();
  const { occurred_at } = (await usage()).find((event) => event.order === order.id)!;
  const at = (milliseconds: number) => new Date(Date.parse(occurred_at) + milliseconds).toISOString();
  const found = async (query: string) =>
    (await desk.client.get<{ data: UsageEventView[] }>(`/v1/usage?${query}`)).body.data.some(
      (event) => event.order === order.id,
    );
  expect(await found(`occurred_from=${at(0)}&occurred_to=${at(60_000)}`)).toBe(true);
  expect(await found(`occurred_from=${at(60_000)}`)).toBe(false);
  expect(await found(`occurred_to=${at(0)}`)).toBe(false);
});

test("a usage event can be neither changed nor deleted by the service", async () => {
  const order = await desk.order();
  await desk.browser(order).sign();
  const { database } = desk.service.platform;
  for (const statement of ["UPDATE usage_events SET labels = '{}'", "DELETE FROM usage_events"]) {
    await expect(
      database.withTenant(desk.tenantId, (transaction) => transaction.query(statement)),
    ).rejects.toThrow(/permission denied/);
  }
  const [row] = await desk.sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM usage_events WHERE order_id = '${uuidOf(order.id)}'`,
  );
  expect(row).toEqual({ count: 1 });
});
