import type { OrderView } from "../../../../api/orders/orderViews.js";
import { asOrder, EuSesCaller } from "../../../support/euSesCaller.js";
import { letTheHourPass, sweepDry } from "../../../support/evidenceMaking.js";
import { OrderDesk } from "../../../support/orderDesk.js";
import { advance, day } from "../../api/retention/retentionDesk.js";
import { leastRequest } from "./requests.js";

let desk: OrderDesk;
let caller: EuSesCaller;

beforeAll(async () => {
  desk = await OrderDesk.open();
  caller = new EuSesCaller(desk.service.baseUrl, desk.client.apiKey);
});
afterAll(() => desk.close());

const remove = (id: string) =>
  caller.request<{ message: string; data: { state: string; errorMessage: string } }>(
    "DELETE",
    `/signatures/${id}/`,
  );

test("an order that is not done is cancelled, and its links lead to nobody's signature any more", async () => {
  const order = await caller.create(leastRequest(desk));
  const { status, body } = await remove(order.id);
  expect([status, body.message, body.data.state, body.data.errorMessage]).toEqual([
    200,
    "Deleted",
    "ERROR",
    "cancelled",
  ]);
  const browser = desk.browser(asOrder(order));
  expect((await browser.client.post(`${browser.path}/send-otp`)).status).toBe(409);
  expect((await caller.refused("GET", `/signatures/${order.id}/signedDocument`))[0]).toBe(409);
});

test("of one that is done the documents go at once, and the audit stays", async () => {
  const order = await caller.create(leastRequest(desk, { title: "Gone" }));
  await desk.browser(asOrder(order)).sign();
  const keys = async () => (await desk.objectKeys()).filter((key) => key.includes(uuid(order.id)));
  const before = await keys();
  // Its evidence file is to be made of them first.
  expect((await remove(order.id)).status).toBe(409);
  await letTheHourPass(desk);
  await sweepDry(desk);
  const answer = await remove(order.id);
  expect([answer.status, answer.body.data.state]).toEqual([200, "DONE"]);
  expect((await keys()).length).toBeLessThan(before.length);
  expect(await caller.refused("GET", `/signatures/${order.id}/signedDocument`)).toEqual([
    410,
    { success: false, message: expect.any(String), error: 410 },
  ]);
  expect((await caller.request("GET", `/signatures/${order.id}/audit`)).status).toBe(200);
  const { signedDocument } = (await caller.detail(order.id)).document;
  expect(signedDocument).toHaveProperty("size");
  expect(signedDocument).not.toHaveProperty("md5");
});

test("a legal hold keeps them", async () => {
  const order = await caller.create(leastRequest(desk, { title: "Held" }));
  await desk.browser(asOrder(order)).sign();
  const [made] = (await desk.client.get<{ data: OrderView[] }>("/v1/orders?text=Held")).body.data;
  await desk.client.post(`/v1/orders/${made!.id}/legal-holds`, { reason: "Court" });
  const { status, body } = await remove(order.id);
  expect([status, body]).toMatchObject([409, { success: false, error: 409 }]);
  expect((await caller.request("GET", `/signatures/${order.id}/signedDocument`)).status).toBe(200);
});

test("what it was asked with goes with its evidence, ten years later", async () => {
  const order = await caller.create(leastRequest(desk, { title: "Later" }));
  await remove(order.id);
  const [made] = (await desk.client.get<{ data: OrderView[] }>("/v1/orders?text=Later")).body.data;
  const asked = () => desk.sql(`SELECT FROM eu_ses_orders WHERE order_id::text LIKE '${uuid(order.id)}%'`);
  expect(await asked()).toHaveLength(1);
  for (let years = 0; years < 11 && (await asked()).length > 0; years += 1) {
    await advance(desk, made!, 366 * day);
    await sweepDry(desk);
  }
  expect(await asked()).toEqual([]);
  expect(await caller.detail(order.id)).toMatchObject({
    document: { title: "erased" },
    signers: [{ language: "browser" }],
  });
});

/** How the object store's keys name an order: its UUID, which begins so. */
function uuid(id: string): string {
  return [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join("-");
}
