import { readOrder } from "../../../../../api/orders/orderRows.js";
import { recordUsage } from "../../../../../api/usage/usageEvents.js";
import { ApiClient } from "../../../../support/apiClient.js";
import { ada, charles, OrderDesk, uuidOf } from "../../../../support/orderDesk.js";
import { listen, toldOf } from "./listener.js";

let desk: OrderDesk;
beforeEach(async () => {
  desk = await OrderDesk.open();
  await listen(desk);
});
afterEach(() => desk.close());

const datas = async (...types: string[]) => (await toldOf(desk, ...types)).map(({ data }) => data);

describe("API keys", () => {
  const make = (body: object, once = "a") =>
    desk.client.post<{ id: string; secret: string }>("/v1/api-keys", body, { "Idempotency-Key": once });

  test("a new key is told of once, however often its request is repeated, and without its secret", async () => {
    const key = { name: "CRM", scopes: ["orders:read"], expires_at: "2090-01-01T00:00:00Z" };
    const [{ body }] = [await make(key), await make(key)];
    expect(await datas("key.created")).toEqual([
      {
        key: body.id,
        name: "CRM",
        scopes: ["orders:read"],
        expires_at: "2090-01-01T00:00:00.000Z",
        actor: { kind: "api_key", id: expect.stringMatching(/^key_/) },
      },
    ]);
  });

  test("its revocation is told of once, by whichever of two requests at once revoked it", async () => {
    const { body } = await make({ name: "CRM" });
    const revoke = () => desk.client.request("DELETE", `/v1/api-keys/${body.id}`);
    const answers = await Promise.all([revoke(), revoke(), revoke()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body: key }) => JSON.stringify(key))).size).toBe(1);
    expect(await datas("key.revoked")).toMatchObject([{ key: body.id }]);
  });

  test("nobody is told of a key that is not there, or that another tenant has", async () => {
    const { apiKey } = await desk.service.tenant("Other");
    const other = new ApiClient(desk.service.baseUrl, apiKey);
    const { body } = await other.post<{ id: string }>("/v1/api-keys", { name: "Theirs" });
    expect((await desk.client.request("DELETE", `/v1/api-keys/${body.id}`)).status).toBe(404);
    expect(await datas("key.created", "key.revoked")).toEqual([]);
  });
});

describe("terms of retention", () => {
  const put = (body: object) => desk.client.request("PUT", "/v1/retention", body);
  const usual = { documents: "P3M", evidence: "P10Y", archive: false };
  const longer = { ...usual, documents: "P1Y" };

  test("are told of where they are others than before, with those before", async () => {
    for (const terms of [usual, longer, longer, usual]) expect((await put(terms)).status).toBe(200);
    expect(await datas("retention.settings_changed")).toMatchObject([
      { ...longer, before: usual },
      { ...usual, before: longer },
    ]);
  });

  test("are not told of where they are refused", async () => {
    expect((await put({ ...usual, documents: "P51Y" })).status).toBe(422);
    expect(await datas("retention.settings_changed")).toEqual([]);
  });
});

describe("what is billed", () => {
  const counted = () => datas("billing.signer_counted");

  test("each signer who signs is told of as counted, once, with the usage event that it is", async () => {
    const order = await desk.order([ada, { ...charles, role: "approver", group: 2 }], {
      external_id: "crm-1",
      labels: ["lease"],
    });
    await desk.browser(order, 0).sign();
    await desk.browser(order, 1).approve();
    const { body } = await desk.client.get<{ data: { id: string }[] }>("/v1/usage");
    const told = {
      order: order.id,
      external_id: "crm-1",
      signer: order.signers[0]!.id,
      usage_event: body.data[0]!.id,
      profile: null,
      labels: ["lease"],
    };
    expect(body.data).toHaveLength(1);
    expect(await counted()).toEqual([told]);
    await desk.service.platform.database.withTenant(desk.tenantId, async (transaction) => {
      const row = await readOrder(transaction, uuidOf(order.id));
      await recordUsage(desk.service.platform, transaction, row, uuidOf(order.signers[0]!.id));
    });
    expect(await counted()).toEqual([told]);
  });
});

test("nothing is written where nobody listens: of the other mode, or where there is no endpoint", async () => {
  const { apiKey } = await desk.service.tenant("Quiet");
  const quiet = new ApiClient(desk.service.baseUrl, apiKey);
  await quiet.post("/v1/api-keys", { name: "CRM" });
  await quiet.request("PUT", "/v1/retention", { documents: "P1Y", evidence: "P10Y", archive: false });
  await desk.sql("UPDATE webhook_endpoints SET mode = 'live'");
  await desk.order();
  await desk.client.post("/v1/api-keys", { name: "CRM" });
  expect(await desk.sql("SELECT 1 FROM notifications")).toEqual([]);
});
