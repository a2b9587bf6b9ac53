import { createHash } from "node:crypto";
import { decimalId } from "../../../../api/dialects/certsign/decimalId.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { Dispatcher } from "../../../../api/webhooks/deliveries/dispatcher.js";
import { CallbackServer, type Told } from "../../../support/callbackServer.js";
import { ada, charles, OrderDesk, uuidOf } from "../../../support/orderDesk.js";

let desk: OrderDesk;
let server: CallbackServer;
let dispatcher: Dispatcher;

beforeAll(async () => {
  desk = await OrderDesk.open();
  server = await CallbackServer.start();
  dispatcher = new Dispatcher(desk.service.platform);
});
beforeEach(() => {
  server.status = 200;
  server.take();
});
afterAll(async () => {
  server.stop();
  await desk.close();
});

/** What arrives of everything that is due now. */
async function told(): Promise<Told[]> {
  await dispatcher.settle();
  return server.take();
}

const url = (path = "/hook") => server.url(path);
const typesOf = (requests: readonly Told[]) =>
  requests.map(({ body }) => JSON.parse(body).type as string).sort();

/** The fields of a form. */
const fieldsOf = ({ body }: Told) => Object.fromEntries(new URLSearchParams(body));

describe("the form paraph", () => {
  test("tells orders, signers and documents from the first event on, in the words that endpoints get", async () => {
    const order = await desk.order([ada], { external_id: "lease-17", callback: { url: url() } });
    const requests = await told();
    expect(typesOf(requests)).toEqual(["document.added", "order.created", "order.sent", "signer.added"]);
    const created = requests.map(({ body }) => JSON.parse(body)).find(({ type }) => type === "order.created");
    expect(created).toMatchObject({
      mode: "test",
      data: { order: order.id, external_id: "lease-17", sequence: 1, actor: { kind: "api_key" } },
    });
    await desk.browser(order).sign();
    const later = typesOf(await told());
    expect(later).toEqual(expect.arrayContaining(["signer.signed", "document.signed", "order.completed"]));
    expect(later.filter((type) => !/^(order|signer|document)\./.test(type))).toEqual([]);
  });

  test("tells what its filter names and nothing else", async () => {
    const events = ["order.completed", "code.*"];
    const order = await desk.order([ada], { callback: { url: url(), events } });
    await desk.browser(order).sign();
    const types = typesOf(await told());
    expect(types).toEqual(expect.arrayContaining(["code.sent", "code.verified", "order.completed"]));
    expect(types.filter((type) => !type.startsWith("code.") && type !== "order.completed")).toEqual([]);
  });

  test("sends the same bytes under the same id in every try, and as many tries as were asked for", async () => {
    server.status = 500;
    const callback = { url: url("/again"), events: ["order.sent"], retries: 2 };
    await desk.order([ada], { callback });
    const requests = await told();
    for (const seconds of [6, 11, 3600]) {
      desk.service.clock.advance(seconds);
      requests.push(...(await told()));
    }
    expect(requests).toHaveLength(3);
    expect(new Set(requests.map(({ body, headers }) => `${headers["webhook-id"]} ${body}`)).size).toBe(1);
  });
});

describe("the form eu_ses", () => {
  const custom = { lease: 17, token: "a&b=ç" };
  const callback = (more: object = {}) => ({ url: url(), form: "eu_ses", custom, ...more });
  const stateIn = ({ body }: Told) => JSON.parse(body).data.state as string;

  test("tells the whole order at each change of its state, once each, however many sign", async () => {
    const order = await desk.order([ada, charles, { ...ada, surname: "King" }], { callback: callback() });
    const states = (await told()).map(stateIn);
    for (const signer of [0, 1, 2]) {
      await desk.browser(order, signer).sign();
      states.push(...(await told()).map(stateIn));
    }
    expect(states).toEqual(["WAIT_SIGN", "WAIT_SIGNER", "DONE"]);
  });

  test("tells a state no more that is over by then: the next one has a request of its own", async () => {
    const order = await desk.order([ada, charles], { callback: callback() });
    await desk.browser(order).sign();
    expect((await told()).map(stateIn)).toEqual(["WAIT_SIGNER"]);
  });

  test("tells no WAIT_SIGNER of an order with one signer", async () => {
    const order = await desk.order([ada], { callback: callback() });
    expect((await told()).map(stateIn)).toEqual(["WAIT_SIGN"]);
    await desk.browser(order).sign();
    expect((await told()).map(stateIn)).toEqual(["DONE"]);
  });

  test("of an order that has ended meanwhile it tells the end alone, as it is now", async () => {
    const order = await desk.order([ada], { callback: callback() });
    await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "Another offer" });
    const [end, ...others] = await told();
    expect(others).toEqual([]);
    expect(JSON.parse(end!.body)).toMatchObject({
      data: { state: "ERROR", errorNumber: 903, errorMessage: "cancelled: Another offer" },
      custom,
    });
  });

  test("shows a draft as waiting for validation to nobody, and tells of it when it is sent", async () => {
    const order = await desk.order([ada], { draft: true, callback: callback() });
    expect(await told()).toEqual([]);
    await desk.client.post(`/v1/orders/${order.id}/send`);
    expect((await told()).map(stateIn)).toEqual(["WAIT_SIGN"]);
  });

  test("as a form it has order and custom as JSON in two fields, under the name that was asked for", async () => {
    const order = await desk.order([ada], { callback: callback({ encoding: "form", field: "body[data]" }) });
    const [request] = await told();
    const fields = fieldsOf(request!);
    expect(Object.keys(fields)).toEqual(["body[data]", "custom"]);
    expect(JSON.parse(fields["custom"]!)).toEqual(custom);
    expect(JSON.parse(fields["body[data]"]!)).toMatchObject({
      id: uuidOf(order.id).replaceAll("-", "").slice(0, 24),
      state: "WAIT_SIGN",
      signers: [{ id: uuidOf(order.signers[0]!.id), name: "Ada", url: order.signers[0]!.signing_url }],
    });
  });

  test("tells MD5 and size of the very bytes that the order's documents have", async () => {
    const order = await desk.order([ada], { callback: callback() });
    await desk.browser(order).sign();
    const { document } = JSON.parse((await told()).at(-1)!.body).data;
    const digestOf = async (path: string) => {
      const { body } = await desk.client.get<Buffer>(`/v1/orders/${order.id}/documents/${path}`);
      return { md5: createHash("md5").update(body).digest("hex"), size: body.length };
    };
    const id = order.documents[0]!.id;
    expect(document.signedDocument).toMatchObject(await digestOf(`${id}/signed`));
    expect(document.validatedDocument).toMatchObject(await digestOf(`${id}/source`));
  });

  test("is tried once, unless further tries are asked for", async () => {
    server.status = 500;
    await desk.order([ada], { callback: callback({ url: url("/once") }) });
    expect(await told()).toHaveLength(1);
    desk.service.clock.advance(86_400);
    expect(await told()).toEqual([]);
  });
});

describe("the form certsign", () => {
  test("tells the list of results once signing has ended, and nothing before", async () => {
    const order = await desk.order([ada], {
      external_id: "lease-17",
      callback: { url: url(), form: "certsign" },
    });
    expect(await told()).toEqual([]);
    await desk.browser(order).sign();
    const requests = await told();
    expect(requests.map(({ body }) => JSON.parse(body))).toEqual([
      [
        {
          signatureRequestId: decimalId(uuidOf(order.documents[0]!.id)),
          externalSignatureRequestId: null,
          orderRequestId: decimalId(uuidOf(order.id)),
          externalOrderRequestId: "lease-17",
          status: "SIGNED",
          reason: "",
        },
      ],
    ]);
  });
});

test("no name, address or link of a rendered body is kept with the notification or with the attempt", async () => {
  const order: OrderView = await desk.order([ada], {
    callback: { url: url(), form: "eu_ses", custom: "secret-5b" },
  });
  const [request] = await told();
  expect(request!.body).toMatch(/Lovelace.*secret-5b/);
  const kept = await desk.sql(
    `SELECT n.payload, a.request, a.response_headers FROM webhook_attempts a
     JOIN notifications n ON n.tenant_id = a.tenant_id AND n.id = a.notification_id
     WHERE a.destination = '${uuidOf(order.id)}'`,
  );
  expect(kept).toHaveLength(1);
  expect(kept).toMatchObject([{ request: { body: "rendered" } }]);
  expect(JSON.stringify(kept)).not.toMatch(/Lovelace|example\.org|secret-5b|\/s\//);
});
