import type { CallbackView } from "../../../../api/callbacks/callbackViews.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import type { TemplateView } from "../../../../api/templates/templateViews.js";
import { sweep } from "../../../../api/work/sweeper.js";
import { ada, OrderDesk } from "../../../support/orderDesk.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const secrets = /value-42|word-42|custom-42/;
const callback = {
  url: "http://127.0.0.1/of-template?t=1",
  form: "eu_ses",
  headers: { "X-Token": "value-42" },
  basic_auth: { username: "crm", password: "word-42" },
  custom: "custom-42",
  retries: 3,
};

async function template(): Promise<TemplateView> {
  const { body } = await desk.client.post<TemplateView>("/v1/templates", {
    name: "Lease",
    title: "Lease",
    documents: [{ name: "lease.pdf", content: desk.content }],
    roles: [{ name: "tenant" }],
    settings: { labels: ["lease"], callback },
  });
  return body;
}

const signers = [{ ...ada, template_role: "tenant" }];
const callbackOf = async (order: { id: string }) =>
  (await desk.client.get<CallbackView>(`/v1/orders/${order.id}/callback`)).body;

/** What an order's callback is told with, as whoever sends it reads it. */
async function opened(order: { id: string }): Promise<object> {
  const { header_names, basic_auth_user, has_custom, form, retries, url } = await callbackOf(order);
  return { header_names, basic_auth_user, has_custom, form, retries, url };
}

const whole = {
  url: callback.url,
  form: "eu_ses",
  retries: 3,
  header_names: ["X-Token"],
  basic_auth_user: "crm",
  has_custom: true,
};

test("an order in multipart/form-data has its callback as one in JSON", async () => {
  const form = new FormData();
  form.set("order", JSON.stringify({ title: "Lease", signers: [ada], callback }));
  form.append("file", new Blob([Buffer.from(desk.content, "base64")]), "lease.pdf");
  const { status, body } = await desk.client.post<OrderView>("/v1/orders", form);
  expect(status).toBe(201);
  expect(await opened(body)).toEqual(whole);
});

describe("a template's callback", () => {
  test("is that of its orders, unless an order names another or none", async () => {
    const { id } = await template();
    const make = (more: object) => desk.client.createOrder({ template: id, signers, ...more });
    expect(await opened(await make({}))).toEqual(whole);
    const own = await make({ callback: { url: "http://127.0.0.1/own" } });
    expect(await callbackOf(own)).toMatchObject({
      url: "http://127.0.0.1/own",
      form: "paraph",
      header_names: [],
    });
    expect((await make({ callback: null })).callback).toBeNull();
  });

  test("is neither shown nor kept with what is secret in it", async () => {
    const made = await template();
    expect(made.settings).toEqual({
      labels: ["lease"],
      callback: { ...whole, events: null, encoding: "json", field: null },
    });
    const shown = await desk.client.get<TemplateView>(`/v1/templates/${made.id}`);
    expect(shown.body).toEqual(made);
    const rows = JSON.stringify(await desk.sql("SELECT definition FROM templates"));
    expect(rows).not.toMatch(secrets);
  });

  test("goes and comes with the settings that are replaced, and stays where they are not", async () => {
    const { id } = await template();
    const patch = async (body: object) =>
      (await desk.client.request<TemplateView>("PATCH", `/v1/templates/${id}`, body)).body.settings;
    expect((await patch({ title: "Lease of a flat" })).callback?.url).toBe(callback.url);
    expect(await patch({ settings: { labels: ["flat"] } })).toEqual({ labels: ["flat"] });
    const { callback: again } = await patch({ settings: { callback: { url: "http://127.0.0.1/2" } } });
    expect(again).toMatchObject({ url: "http://127.0.0.1/2", form: "paraph" });
  });

  test("is refused under its path in the settings", async () => {
    const { id } = await template();
    for (const [bad, param] of [
      [{ url: "http://10.0.0.1/" }, "settings.callback.url"],
      [{ url: "http://127.0.0.1/", field: "x" }, "settings.callback.field"],
    ]) {
      const refused = await desk.client.refused("PATCH", `/v1/templates/${id}`, {
        settings: { callback: bad },
      });
      expect([refused.status, refused.body.param]).toEqual([422, param]);
    }
  });
});

describe("the orders of a list", () => {
  async function bulk(common?: object): Promise<OrderView[]> {
    const { id } = await template();
    const lines = [{ signers }, { signers }];
    const made = await desk.client.post<{ id: string }>(`/v1/templates/${id}/bulk`, {
      lines,
      ...(common && { common }),
    });
    expect(made.status).toBe(202);
    const rows = JSON.stringify(await desk.sql("SELECT settings FROM bulk_batches"));
    expect(rows).not.toMatch(secrets);
    await sweep(desk.service.platform);
    const { body } = await desk.client.get<{ data: { order: string }[] }>(`/v1/bulk/${made.body.id}/lines`);
    return Promise.all(
      body.data.map(async ({ order }) => (await desk.client.get<OrderView>(`/v1/orders/${order}`)).body),
    );
  }

  test("have the template's callback, another one that the list names, or none", async () => {
    for (const order of await bulk()) expect(await opened(order)).toEqual(whole);
    const own = { ...callback, url: "http://127.0.0.1/of-list" };
    for (const order of await bulk({ callback: own }))
      expect(await opened(order)).toEqual({ ...whole, url: own.url });
    for (const order of await bulk({ callback: null })) expect(order.callback).toBeNull();
  });

  test("are not begun with a callback that cannot be told; a check says so too", async () => {
    const { id } = await template();
    for (const path of ["bulk", "bulk?dry_run=true"]) {
      const refused = await desk.client.refused("POST", `/v1/templates/${id}/${path}`, {
        lines: [{ signers }],
        common: { callback: { url: "http://10.0.0.1/" } },
      });
      expect([refused.status, refused.body.param]).toEqual([422, "common.callback.url"]);
    }
  });
});
