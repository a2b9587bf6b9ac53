import { ApiClient } from "../../support/apiClient.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";
import { at, refusal, untouched } from "../../support/signerChanges.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const grace = { given_name: "Grace", surname: "Hopper", email: "grace@example.org" };
const box = { page: 1, x: 72, y: 72, width: 180, height: 56 };

describe("replacing a signer", () => {
  test("gives another person the place: group, role, placements and witness", async () => {
    const order = await desk.order([
      { ...ada, placements: [box], group: 2, external_id: "a-1" },
      { ...charles, role: "witness", witness_of: 0, group: 2 },
    ]);
    const after = await untouched(desk, order, [], async () => {
      await desk.client.post(at(order, order.signers[0], "/replace"), grace);
    });
    const [old, witness, next] = after.signers;
    expect(old).toMatchObject({
      state: "removed",
      replaced_by: next!.id,
      turn: "none",
      removed_at: expect.any(String),
    });
    expect(next).toMatchObject({ ...grace, group: 2, role: "signer", turn: "now", external_id: null });
    expect(witness).toMatchObject({ witness_of: next!.id, turn: "later" });
    const positions = await desk.browser(after, 2).client.get(`${desk.browser(after, 2).path}/positions`);
    expect(positions.body).toMatchObject([{ page: 1, x: 72, y: 72 }]);
    expect((await desk.browser(after, 2).sign()).status).toBe(200);
    expect((await desk.browser(after, 1).sign()).body.all_signed).toBe(true);
  });

  test("leaves nothing behind the old link: every call answers that it is no longer in use", async () => {
    const order = await desk.order([ada]);
    const { client, path } = desk.browser(order, 0);
    await desk.browser(order, 0).read();
    await desk.client.post(at(order, order.signers[0], "/replace"), grace);
    for (const [method, call] of [
      ["GET", "status"],
      ["GET", "pdf-url"],
      ["GET", "signed-documents"],
      ["POST", "send-otp"],
    ] as const) {
      const { status, body } = await client.refused(method, `${path}/${call}`);
      expect([status, body.code]).toEqual([410, "signer_removed"]);
    }
    expect((await desk.browser(order, 0).open()).status).toBe(404);
    expect(await refusal(desk, "POST", at(order, order.signers[0], "/otp"))).toEqual([410, "signer_removed"]);
  });
});

describe("removing a signer", () => {
  test("brings the next group's turn, when they were the last of theirs", async () => {
    const order = await desk.order([ada, { ...charles, group: 2 }]);
    const after = await untouched(desk, order, [1], async () => {
      expect((await desk.client.request("DELETE", at(order, order.signers[0]))).status).toBe(200);
    }).then(({ signers }) => signers);
    expect(after.map(({ state, turn }) => [state, turn])).toEqual([
      ["removed", "none"],
      ["waiting", "now"],
    ]);
  });

  test("completes the order when all others are done", async () => {
    const order = await desk.order([ada, charles]);
    await desk.browser(order, 0).sign();
    await desk.client.request("DELETE", at(order, order.signers[1]));
    expect(await desk.read(order)).toMatchObject({ state: "completed", documents: [{ signatures: 1 }] });
  });

  test("is refused for the last who signs, for one with a witness, and for one who has signed", async () => {
    const order = await desk.order([ada, { ...charles, role: "approver" }]);
    expect(await refusal(desk, "DELETE", at(order, order.signers[0]))).toEqual([409, "order_state_conflict"]);
    const witnessed = await desk.order([ada, charles, { ...grace, role: "witness", witness_of: 0 }]);
    expect(await refusal(desk, "DELETE", at(witnessed, witnessed.signers[0]))).toEqual([
      409,
      "order_state_conflict",
    ]);
    await desk.browser(witnessed, 1).sign();
    expect(await refusal(desk, "DELETE", at(witnessed, witnessed.signers[1]))).toEqual([
      409,
      "signer_already_signed",
    ]);
    expect((await desk.read(witnessed)).signers.map(({ state }) => state)).toEqual([
      "waiting",
      "signed",
      "waiting",
    ]);
  });

  test("works once; a second removal finds that they are gone", async () => {
    const order = await desk.order([ada, charles]);
    await desk.client.request("DELETE", at(order, order.signers[0]));
    expect(await refusal(desk, "DELETE", at(order, order.signers[0]))).toEqual([410, "signer_removed"]);
    expect(await refusal(desk, "DELETE", at(order, order.signers[1]))).toEqual([409, "order_state_conflict"]);
  });
});

test("a draft's signers are changed, added, replaced and removed as well, and nobody is invited", async () => {
  const order = await desk.order([ada, charles], { draft: true });
  await desk.client.post(at(order), { ...grace, group: 1 });
  await desk.client.request("PATCH", at(order, order.signers[0]), { email: "countess@example.org" });
  await desk.client.post(at(order, order.signers[1], "/replace"), { ...charles, given_name: "Henry" });
  const draft = await desk.read(order);
  await desk.client.request("DELETE", at(order, draft.signers[2]));
  const after = await desk.read(order);
  expect(after.state).toBe("draft");
  expect(after.signers.map(({ given_name, state }) => `${given_name} ${state}`)).toEqual([
    "Ada waiting",
    "Charles removed",
    "Grace removed",
    "Henry waiting",
  ]);
  expect(after.signers.every(({ invited_at }) => invited_at === null)).toBe(true);
  expect(
    await desk.sql(
      "SELECT count(*)::int AS messages FROM messages WHERE order_id IN (SELECT id FROM orders WHERE state = 'draft')",
    ),
  ).toEqual([{ messages: 0 }]);
});

test("another order's signer and another tenant's order are not there", async () => {
  const order = await desk.order([ada]);
  const other = await desk.order([charles]);
  expect(await refusal(desk, "DELETE", at(order, other.signers[0]))).toEqual([404, "not_found"]);
  expect(await refusal(desk, "PATCH", at(order, other.signers[0]), {})).toEqual([404, "not_found"]);
  const { apiKey } = await desk.service.tenant("Other Company");
  const stranger = new ApiClient(desk.service.baseUrl, apiKey);
  for (const [method, path, body] of [
    ["POST", at(order), { ...grace, placements: [box] }],
    ["PATCH", at(order, order.signers[0]), {}],
    ["POST", at(order, order.signers[0], "/replace"), grace],
    ["DELETE", at(order, order.signers[0]), undefined],
    ["POST", `/v1/orders/${order.id}/extend`, { expires_at: "2030-01-01T00:00:00Z" }],
    ["PATCH", `/v1/orders/${order.id}`, { labels: [] }],
  ] as const) {
    expect((await stranger.refused(method, path, body)).body.code).toBe("not_found");
  }
});
