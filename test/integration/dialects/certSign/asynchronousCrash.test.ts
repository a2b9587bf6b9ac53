import { orderNames } from "../../../../api/dialects/certsign/readIds.js";
import { signOrder } from "../../../../api/dialects/certsign/signing/signOrder.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { Visitor } from "../../../../api/signers/visitor.js";
import { Dispatcher } from "../../../../api/webhooks/deliveries/dispatcher.js";
import { CallbackServer } from "../../../support/callbackServer.js";
import { expectAllIsWell, sweepAll } from "../../api/crashInvariants.js";
import { atEachPoint, type Fault, mortal } from "../../api/crashPoints.js";
import { CertSignDesk } from "./certSignDesk.js";

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

const statusesOf = (items: readonly { status: string }[]) => items.map(({ status }) => status);

describe.each<Fault>(["hangs", "throws"])(
  "a process that %s at any point of an asynchronous signing",
  (fault) => {
    test("leaves an order that is signed once and told of once, or that was never asked for", async () => {
      const { platform } = desk.desk.service;
      const caller = await callerOf();
      const points = await atEachPoint(async (at) => {
        const order = await desk.order();
        await desk.addDocuments(order, [desk.document(), desk.document()]);
        const ids = { id: order.orderRequestId, externalId: null, names: orderNames };
        const query = { ids, later: true, otp: null, postUrl: server.url("/"), application: null };
        const sign = (on: typeof platform) =>
          signOrder(on, caller, query, "direct", new Visitor(caller.apiKeyId, "192.0.2.7", "a program"));
        const outcome = await mortal(platform, at, fault).live(sign);
        desk.desk.service.clock.advance(700);
        await sweepAll(desk.desk);
        // Whoever got no answer asks again; what was asked for is done once.
        await sign(platform);
        await sweepAll(desk.desk);
        await dispatcher.settle();
        const told = server.take().map(({ body }) => statusesOf(JSON.parse(body)));
        expect({ at, told }).toEqual({ at, told: [["SIGNED", "SIGNED"]] });
        const id = await desk.publicId(order);
        const { body } = await desk.desk.client.get<OrderView>(`/v1/orders/${id}`);
        await expectAllIsWell(desk.desk, body, `point ${at}`);
        return outcome;
      });
      expect(points).toBeGreaterThan(10);
    }, 240_000);
  },
);

/** The desk's key, as a call would find it. */
async function callerOf() {
  const [key] = await desk.desk.sql<{ id: string }>(
    `SELECT id FROM api_keys WHERE tenant_id = '${desk.desk.tenantId}'`,
  );
  return {
    tenantId: desk.desk.tenantId,
    apiKeyId: key!.id,
    certificateId: null,
    mode: "test",
    scopes: ["orders:read", "orders:write"],
    paths: [],
    euSesBare: false,
    expiresAt: null,
  } as const;
}
