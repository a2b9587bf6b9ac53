import type { OrderAnswer } from "../../../../api/dialects/certsign/orders/presentOrder.js";
import { Dispatcher } from "../../../../api/webhooks/deliveries/dispatcher.js";
import { sweep } from "../../../../api/work/sweeper.js";
import { Worker } from "../../../../api/work/worker.js";
import { CallbackServer } from "../../../support/callbackServer.js";
import { CertSignDesk, type Failed } from "./certSignDesk.js";

let desk: CertSignDesk;
let server: CallbackServer;
let dispatcher: Dispatcher;

beforeAll(async () => {
  [desk, server] = await Promise.all([CertSignDesk.open(), CallbackServer.start()]);
  dispatcher = new Dispatcher(desk.desk.service.platform);
});
afterAll(async () => {
  server.stop();
  await desk.close();
});
afterEach(() => {
  server.status = 200;
  server.take();
});

async function ordered(): Promise<OrderAnswer> {
  const order = await desk.order();
  await desk.addDocuments(order, [
    desk.document(),
    desk.document({ externalSignatureRequestId: order.orderRequestId }),
  ]);
  return order;
}

const statusesOf = (items: readonly { status: string }[]) => items.map(({ status }) => status);

describe("signing ASYNC", () => {
  test("answers at once, is signed by a worker, and then posts the list of results", async () => {
    const order = await ordered();
    const url = encodeURIComponent(server.url("/requests?token=1"));
    const answer = await desk.sign(order, `mode=ASYNC&asyncPostUrl=${url}`);
    expect(statusesOf(answer.body)).toEqual(["SIGN_IN_PROGRESS", "SIGN_IN_PROGRESS"]);
    await dispatcher.settle();
    expect(server.take()).toEqual([]);
    await sweep(desk.desk.service.platform);
    await dispatcher.settle();
    const [told, ...more] = server.take();
    expect(more).toEqual([]);
    expect([told!.url, told!.headers["content-type"]]).toEqual(["/requests?token=1", "application/json"]);
    expect(JSON.parse(told!.body)).toEqual(answer.body.map((item) => ({ ...item, status: "SIGNED" })));
    expect((await desk.request(answer.body[0]!.signatureRequestId)).signedContent).toBeDefined();
  });

  test("is posted again until it is taken", async () => {
    server.status = 503;
    const order = await ordered();
    await desk.sign(order, `mode=ASYNC&asyncPostUrl=${server.url("/")}`);
    await sweep(desk.desk.service.platform);
    await dispatcher.settle();
    expect(server.take()).toHaveLength(1);
    server.status = 200;
    desk.desk.service.clock.advance(3600);
    await dispatcher.settle();
    expect(statusesOf(JSON.parse(server.take()[0]!.body))).toEqual(["SIGNED", "SIGNED"]);
    desk.desk.service.clock.advance(86_400);
    await dispatcher.settle();
    expect(server.take()).toEqual([]);
  });

  test("needs no address, with a code as well, and a worker is woken by it", async () => {
    const order = await desk.order({ enableOtp: true, otpContact: "ada@example.org" });
    await desk.addDocuments(order, [desk.document()], "/trigger");
    const code = await desk.code(order);
    const answer = await desk.triggered(order, code, "mode=ASYNC");
    expect(statusesOf(answer.body)).toEqual(["SIGN_IN_PROGRESS"]);
    expect(statusesOf((await desk.triggered(order, code, "mode=ASYNC")).body)).toEqual(["SIGN_IN_PROGRESS"]);
    const worker = new Worker(desk.desk.service.platform);
    worker.start();
    try {
      // A repeat in SYNC waits for it.
      expect(statusesOf((await desk.triggered(order, code)).body)).toEqual(["SIGNED"]);
    } finally {
      await worker.stop();
    }
  });

  test("is signed within a repeat in SYNC where no worker has come to it, and signed once", async () => {
    const order = await ordered();
    await desk.sign(order, "mode=ASYNC");
    const repeats = await Promise.all([desk.sign(order), desk.sign(order)]);
    expect(repeats.map(({ body }) => statusesOf(body))).toEqual([
      ["SIGNED", "SIGNED"],
      ["SIGNED", "SIGNED"],
    ]);
    const types = (await desk.events(order)).map(({ type }) => type);
    expect(types.filter((type) => type === "signer.signed")).toHaveLength(1);
    await sweep(desk.desk.service.platform);
    expect((await desk.events(order)).filter(({ type }) => type === "order.completed")).toHaveLength(1);
  });

  test.each(["/", "client/requests", "ftp://client/", "http://user:pass@client/", "http://10.0.0.1/"])(
    "is refused with %j to post to, before anything is done",
    async (url) => {
      const order = await ordered();
      const { status, body } = await desk.sign<Failed>(
        order,
        `mode=ASYNC&asyncPostUrl=${encodeURIComponent(url)}`,
      );
      expect([status, body.errorCode, body.field]).toEqual([400, "FIELD_INVALID", "asyncPostUrl"]);
      expect((await desk.read(order)).status).toBe("SIGN_WAITING");
    },
  );

  test("of what another call has begun posts as well, unless it has ended: then the answer says so", async () => {
    const order = await ordered();
    await desk.sign(order, "mode=ASYNC");
    const post = `mode=ASYNC&asyncPostUrl=${server.url("/late")}`;
    expect(statusesOf((await desk.sign(order, post)).body)).toEqual(["SIGN_IN_PROGRESS", "SIGN_IN_PROGRESS"]);
    await sweep(desk.desk.service.platform);
    await dispatcher.settle();
    expect(server.take().map(({ url, body }) => [url, statusesOf(JSON.parse(body))])).toEqual([
      ["/late", ["SIGNED", "SIGNED"]],
    ]);
    expect(statusesOf((await desk.sign(order, post)).body)).toEqual(["SIGNED", "SIGNED"]);
    await dispatcher.settle();
    expect(server.take()).toEqual([]);
  });

  test("of an order that can never be signed posts that it failed", async () => {
    const order = await ordered();
    await desk.sign(order, `mode=ASYNC&asyncPostUrl=${server.url("/")}`);
    const [document] = await desk.desk.sql<{ key: string }>(
      `SELECT r.object_key AS key FROM certsign_requests c JOIN document_revisions r ON r.document_id = c.document_id
       WHERE c.external_id = '${order.orderRequestId}'`,
    );
    await desk.desk.service.platform.objectStore.delete(document!.key);
    for (let attempt = 0; attempt < 25; attempt++) {
      desk.desk.service.clock.advance(7200);
      await sweep(desk.desk.service.platform);
    }
    await dispatcher.settle();
    const told = server.take().map(({ body }) => JSON.parse(body) as { status: string; reason: string }[]);
    expect(told).toEqual([
      [
        expect.objectContaining({ status: "SIGN_FAILED", reason: "A stored document is gone." }),
        expect.objectContaining({ status: "SIGN_FAILED", reason: "A stored document is gone." }),
      ],
    ]);
    expect((await desk.read(order)).status).toBe("GENERATION_FAILED");
  });
});
