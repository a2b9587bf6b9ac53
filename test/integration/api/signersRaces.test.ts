import type { OrderView } from "../../../api/orders/orderViews.js";
import { ObjectStoreError } from "../../../api/ports/objectStore.js";
import { sweep } from "../../../api/work/sweeper.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const grace = { given_name: "Grace", surname: "Hopper", email: "grace@example.org" };
const remove = (order: OrderView, index: number) =>
  desk.client.request("DELETE", `/v1/orders/${order.id}/signers/${order.signers[index]!.id}`);

/** A signer with everything done but the last step. @returns what presses "sign" */
async function readyToSign(order: OrderView, index: number) {
  const browser = desk.browser(order, index);
  await browser.read();
  const { consent } = await browser.status();
  const headers = { Authorization: `Bearer ${await browser.session()}` };
  return () => browser.client.post(`${browser.path}/sign`, { consentText: consent.text }, headers);
}

test("of signing and being removed at once, one happens, and the order ends by whoever is left", async () => {
  for (let round = 0; round < 5; round++) {
    const order = await desk.order([ada, charles]);
    const sign = await readyToSign(order, 0);
    const [signed, removed] = await Promise.all([sign(), remove(order, 0)]);
    expect([signed.status === 200, removed.status === 200].filter(Boolean)).toHaveLength(1);
    const after = await desk.read(order);
    expect(after.signers[0]!.state).toBe(signed.status === 200 ? "signed" : "removed");
    expect(after.documents[0]!.signatures).toBe(signed.status === 200 ? 1 : 0);
    expect((await desk.browser(order, 1).sign()).body.all_signed).toBe(true);
    expect((await desk.read(order)).state).toBe("completed");
  }
});

test("of two removals at once, one leaves a signer: an order never loses its last", async () => {
  for (let round = 0; round < 5; round++) {
    const order = await desk.order([ada, charles]);
    const answers = await Promise.all([remove(order, 0), remove(order, 1)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await desk.read(order)).signers.filter(({ turn }) => turn === "now")).toHaveLength(1);
  }
});

test("of delegating and signing at once, one happens, and one person can act afterwards", async () => {
  for (let round = 0; round < 5; round++) {
    const order = await desk.order([ada, charles], { allow_delegation: true });
    const sign = await readyToSign(order, 0);
    const { client, path } = desk.browser(order, 0);
    const [signed, delegated] = await Promise.all([
      sign(),
      client.post(`${path}/delegate`, { ...grace, reason: "away" }),
    ]);
    expect([signed.status === 200, delegated.status === 200].filter(Boolean)).toHaveLength(1);
    const after = await desk.read(order);
    const acting = after.signers.filter(({ turn }) => turn === "now" || turn === "done");
    expect(acting).toHaveLength(2);
    expect(after.signers).toHaveLength(signed.status === 200 ? 2 : 3);
  }
});

test("of two delegations at once, one happens", async () => {
  const order = await desk.order([ada], { allow_delegation: true });
  const { client, path } = desk.browser(order, 0);
  const ask = (given_name: string) =>
    client.post(`${path}/delegate`, { ...grace, given_name, reason: "away" });
  const answers = await Promise.all([ask("One"), ask("Two")]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  expect((await desk.read(order)).signers).toHaveLength(2);
});

test("the last signer of a group and one who is added to it at once: nobody is left behind", async () => {
  for (let round = 0; round < 5; round++) {
    const order = await desk.order([ada]);
    const sign = await readyToSign(order, 0);
    const [signed, added] = await Promise.all([
      sign(),
      desk.client.post<OrderView>(`/v1/orders/${order.id}/signers`, grace),
    ]);
    expect(signed.status).toBe(200);
    const after = await desk.read(order);
    expect(after.state).toBe(added.status === 201 ? "in_progress" : "completed");
    if (added.status === 201) expect((await desk.browser(after, 1).sign()).body.all_signed).toBe(true);
  }
});

test("a process that dies between the last approval and the seal leaves an order that is completed later", async () => {
  const order = await desk.order([ada, { ...charles, role: "approver", group: 2 }]);
  await desk.browser(order, 0).sign();
  const browser = desk.browser(order, 1);
  await browser.read();
  const { consent } = await browser.status();
  const headers = { Authorization: `Bearer ${await browser.session()}` };
  const { objectStore } = desk.service.platform;
  const unreachable = {
    put: objectStore.put.bind(objectStore),
    delete: objectStore.delete.bind(objectStore),
    probe: objectStore.probe.bind(objectStore),
    get: () => Promise.reject(new ObjectStoreError("unavailable", "No way to the store.")),
  };
  const approved = await desk.replacing({ objectStore: unreachable }, () =>
    browser.client.post(`${browser.path}/approve`, { consentText: consent.text }, headers),
  );
  expect(approved.body).toMatchObject({ all_signed: true });
  expect((await desk.read(order)).state).toBe("in_progress");
  const path = `/v1/orders/${order.id}`;
  const changes: [string, string, object?][] = [
    ["POST", `${path}/cancel`],
    ["POST", `${path}/signers`, grace],
    ["POST", `${path}/extend`, { expires_at: order.expires_at }],
    ["PATCH", path, { labels: ["x"] }],
  ];
  for (const [method, call, body] of changes) {
    expect((await desk.client.refused(method, call, body)).body.code).toBe("order_state_conflict");
  }
  desk.service.clock.advance(3600);
  await sweep(desk.service.platform);
  expect((await desk.read(order)).state).toBe("completed");
});
