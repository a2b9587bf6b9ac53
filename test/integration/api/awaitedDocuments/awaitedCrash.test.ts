import { authenticate } from "../../../../api/apiKeys/authenticate.js";
import type { Caller } from "../../../../api/apiKeys/caller.js";
import { fetchOrder } from "../../../../api/awaitedDocuments/fetchOrder.js";
import { createOrder } from "../../../../api/orders/createOrder.js";
import { readNewOrder } from "../../../../api/orders/orderRequests.js";
import { presentOrder } from "../../../../api/orders/orderViews.js";
import type { Platform } from "../../../../api/platform.js";
import { AwaitingDesk } from "../../../support/awaitingDesk.js";
import { ada, uuidOf } from "../../../support/orderDesk.js";
import { expectNothingLoose, sweepAll } from "../crashInvariants.js";
import { atEachPoint, type Fault, mortal } from "../crashPoints.js";

let awaiting: AwaitingDesk;
let caller: Caller;
beforeAll(async () => {
  awaiting = await AwaitingDesk.open();
  const { service } = awaiting.desk;
  caller = await authenticate(service.platform, (await service.tenant()).apiKey);
});
afterAll(() => awaiting.close());

const faults: readonly Fault[] = ["hangs", "throws"];

/** A picture of one pixel, PNG. */
const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** What a process that lives does afterwards: leases and claims run out, and whatever is due is done. */
async function goOn(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    awaiting.desk.service.clock.advance(601);
    await awaiting.fetch();
    await sweepAll(awaiting.desk);
  }
}

/** Whatever died: each order has come to an end of its waiting. */
async function expectNoneWaits(at: number): Promise<void> {
  const waiting = await awaiting.desk.sql("SELECT id FROM orders WHERE awaits_documents");
  expect({ at, waiting }).toEqual({ at, waiting: [] });
  for (const table of [
    "awaited_orders",
    "awaited_documents WHERE state <> 'abandoned' AND state <> 'failed'",
  ]) {
    expect({ at, rows: await awaiting.desk.sql(`SELECT 1 FROM ${table}`) }).toEqual({ at, rows: [] });
  }
}

describe.each(faults)("a process that %s at any point of fetching an order's documents", (fault) => {
  test("leaves it to the next one: the order is sent once, with each document once", async () => {
    const { desk, elsewhere } = awaiting;
    elsewhere.has("/a", awaiting.pdf);
    elsewhere.has("/b", awaiting.pdf);
    const appearance = { image: pixel };
    const placements = [{ document: 1, page: 1, x: 100, y: 100, width: 200, height: 60, appearance }];
    const points = await atEachPoint(async (at) => {
      const order = await awaiting.order(["/a", "/b"], { signers: [{ ...ada, placements }] });
      const outcome = await mortal(desk.service.platform, at, fault).live((platform) =>
        fetchOrder(platform, desk.tenantId, uuidOf(order.id)),
      );
      await goOn();
      expect({ at, ...(await desk.read(order)) }).toMatchObject({
        at,
        state: "ready",
        documents: [{ name: "a.pdf" }, { name: "b.pdf" }],
      });
      expect({ at, told: await desk.count(order, "document.added", "order.sent") }).toEqual({
        at,
        told: [2, 1],
      });
      const invitations = await desk.sql(`SELECT 1 FROM messages WHERE order_id = '${uuidOf(order.id)}'`);
      expect({ at, invitations: invitations.length }).toEqual({ at, invitations: 1 });
      await expectNoneWaits(at);
      await expectNothingLoose(desk, `point ${at}`);
      return outcome;
    });
    expect(points).toBeGreaterThanOrEqual(20);
  }, 240_000);

  test("leaves one that another of its documents keeps waiting to its next try, and it fails or is sent, once", async () => {
    const { desk, elsewhere } = awaiting;
    elsewhere.has("/steady", awaiting.pdf);
    const points = await atEachPoint(async (at) => {
      let tries = 0;
      elsewhere.at("/shaky", (response) => {
        tries += 1;
        response.writeHead(tries === 1 ? 503 : 404).end();
      });
      const order = await awaiting.order(["/steady", "/shaky"]);
      const outcome = await mortal(desk.service.platform, at, fault).live(async (platform) => {
        await fetchOrder(platform, desk.tenantId, uuidOf(order.id));
        desk.service.clock.advance(10);
        await fetchOrder(platform, desk.tenantId, uuidOf(order.id));
      });
      await goOn();
      expect({ at, ...(await desk.read(order)) }).toMatchObject({ at, state: "failed", documents: [] });
      expect({ at, told: await desk.count(order, "order.failed", "order.sent") }).toEqual({
        at,
        told: [1, 0],
      });
      await expectNoneWaits(at);
      await expectNothingLoose(desk, `point ${at}`);
      return outcome;
    });
    expect(points).toBeGreaterThanOrEqual(16);
  }, 240_000);
});

test.each(faults)(
  "a process that %s at any point of making such an order makes it whole or not at all",
  async (fault) => {
    const { desk, elsewhere } = awaiting;
    elsewhere.has("/c", awaiting.pdf);
    const title = `Made by a process that ${fault}`;
    const key = (at: number) => ({ key: `${fault} ${at}`, fingerprint: Buffer.alloc(32, 7) });
    await atEachPoint(async (at) => {
      const make = (platform: Platform) => {
        const documents = [
          { name: "c.pdf", url: elsewhere.url("/c") },
          { name: "d.pdf", content: desk.content },
        ];
        const input = readNewOrder({ title, fetch_later: true, documents, signers: [ada] }, []);
        return createOrder(platform, caller, input, key(at), (order) => presentOrder(platform, order));
      };
      const outcome = await mortal(desk.service.platform, at, fault).live(make);
      await goOn();
      await expectNoneWaits(at);
      await make(desk.service.platform);
      await goOn();
      await expectNoneWaits(at);
      const made = await desk.sql<{ state: string; documents: number }>(
        `SELECT o.state, (SELECT count(*) FROM documents d WHERE d.tenant_id = o.tenant_id AND d.order_id = o.id) AS documents
       FROM orders o WHERE o.title = '${title}'`,
      );
      expect({ at, made: made.length }).toEqual({ at, made: at });
      expect({ at, made }).toEqual({ at, made: made.map(() => ({ state: "ready", documents: 2 })) });
      await expectNothingLoose(desk, `point ${at}`);
      return outcome;
    });
  },
  240_000,
);
