import { Webhook } from "standardwebhooks";
import { Dispatcher } from "../../../../api/webhooks/deliveries/dispatcher.js";
import { CallbackServer } from "../../../support/callbackServer.js";
import { ada, OrderDesk } from "../../../support/orderDesk.js";

let desk: OrderDesk;
let server: CallbackServer;

beforeAll(async () => {
  desk = await OrderDesk.open();
  server = await CallbackServer.start();
});
afterAll(async () => {
  server.stop();
  await desk.close();
});

const own = { headers: { "X-Tenant": "northwind" }, basic_auth: { username: "crm", password: "pässword:1" } };

describe.each([
  ["paraph", "json", { events: ["order.cancelled"] }],
  ["eu_ses", "json", {}],
  ["eu_ses", "form", {}],
  ["certsign", "json", {}],
])("a request in the form %s, as %s", (form, encoding, more) => {
  test("is signed with the secret of the mode's callbacks, by the judgement of standardwebhooks, and has its own headers", async () => {
    const callback = { url: server.url("/hook"), ...own, form, encoding, ...more };
    const order = await desk.order([ada], { callback });
    await desk.client.post(`/v1/orders/${order.id}/cancel`);
    await new Dispatcher(desk.service.platform).settle();
    const [request, ...others] = server.take();
    expect(others).toEqual([]);
    expect(request!.headers).toMatchObject({
      "content-type": encoding === "form" ? "application/x-www-form-urlencoded" : "application/json",
      "user-agent": "Paraph-Webhooks/1",
      "x-tenant": "northwind",
      authorization: `Basic ${Buffer.from("crm:pässword:1", "utf8").toString("base64")}`,
    });
    const { body } = await desk.client.get<{ secret: string }>("/v1/callback-secret");
    const judge = new Webhook(body.secret);
    const headers = request!.headers as Record<string, string>;
    // What it has verified it reads as JSON: a form is none, and that is all that it finds wrong with it.
    if (encoding === "form") expect(() => judge.verify(request!.body, headers)).toThrow(SyntaxError);
    else expect(judge.verify(request!.body, headers)).toEqual(JSON.parse(request!.body));
    expect(() => judge.verify(`${request!.body} `, headers)).toThrow("No matching signature found");
  });
});
