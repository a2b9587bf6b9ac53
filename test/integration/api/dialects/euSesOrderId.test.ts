import { euSesOrderId, findEuSesOrder } from "../../../../api/dialects/euSes/orderId.js";
import { OrderDesk, uuidOf } from "../../../support/orderDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const find = (id: string, mode: "test" | "live" = "test", tenantId = desk.tenantId) =>
  desk.service.platform.database.withTenant(tenantId, (transaction) => findEuSesOrder(transaction, mode, id));

test("an order is found by its id of the dialect, by its own tenant, in its own mode, and by nothing else", async () => {
  const orders = [await desk.order(), await desk.order(), await desk.order()].map(({ id }) => uuidOf(id));
  for (const order of orders) expect(await find(euSesOrderId(order))).toBe(order);
  const id = euSesOrderId(orders[1]!);
  const { tenantId } = await desk.service.tenant("Another");
  expect(await find(id, "test", tenantId)).toBeNull();
  expect(await find(id, "live")).toBeNull();
  for (const text of [
    "",
    id.slice(1),
    `${id}0`,
    id.toUpperCase(),
    "f".repeat(24),
    orders[1]!,
    `${id.slice(0, 23)}%`,
  ]) {
    expect(await find(text)).toBeNull();
  }
});

test("of two orders that have the same neither is found, rather than the wrong one", async () => {
  const order = uuidOf((await desk.order()).id);
  const twin = order.replace(/.{8}$/, (end) => (end === "00000000" ? "00000001" : "00000000"));
  await desk.sql(
    `INSERT INTO orders SELECT (jsonb_populate_record(o, jsonb_build_object('id', '${twin}'))).* FROM orders o
     WHERE id = '${order}'`,
  );
  expect(euSesOrderId(twin)).toBe(euSesOrderId(order));
  expect(await find(euSesOrderId(order))).toBeNull();
});
