import { authenticate } from "../../../api/apiKeys/authenticate.js";
import type { Caller } from "../../../api/apiKeys/caller.js";
import { addDocuments } from "../../../api/orders/addDocuments.js";
import { createOrder } from "../../../api/orders/createOrder.js";
import { readNewOrder } from "../../../api/orders/orderRequests.js";
import { type OrderView, presentOrder } from "../../../api/orders/orderViews.js";
import type { Platform } from "../../../api/platform.js";
import type { ObjectStore } from "../../../api/ports/objectStore.js";
import { sweep } from "../../../api/work/sweeper.js";
import { ada, OrderDesk, uuidOf } from "../../support/orderDesk.js";
import { expectNothingLoose, sweepAll } from "./crashInvariants.js";
import { atEachPoint, type Fault, mortal } from "./crashPoints.js";

let desk: OrderDesk;
let caller: Caller;

beforeAll(async () => {
  desk = await OrderDesk.open();
  caller = await authenticate(desk.service.platform, (await desk.service.tenant()).apiKey);
});
afterAll(() => desk.close());

const faults: readonly Fault[] = ["hangs", "throws"];
const key = (name: string) => ({ key: name, fingerprint: Buffer.alloc(32, 7) });
const present = (platform: Platform) => (order: Parameters<typeof presentOrder>[1]) =>
  presentOrder(platform, order);
const documents = () => [1, 2].map((number) => ({ name: `${number}.pdf`, content: desk.content }));

async function countOrders(): Promise<number> {
  const [row] = await desk.sql<{ count: string }>("SELECT count(*) FROM orders");
  return Number(row!.count);
}

describe.each(faults)("a process that %s at any point of creating an order", (fault) => {
  test("leaves it whole or not at all, and a repeat with the same key finds or makes that one order", async () => {
    const points = await atEachPoint(async (at) => {
      const create = (platform: Platform) => {
        const order = readNewOrder({ title: `${fault} ${at}`, documents: documents(), signers: [ada] }, []);
        return createOrder(platform, caller, order, key(`create ${fault} ${at}`), present(platform));
      };
      const before = await countOrders();
      const outcome = await mortal(desk.service.platform, at, fault).live(create);
      const made = (await countOrders()) - before;
      desk.service.clock.advance(601);
      await sweepAll(desk);
      await expectNothingLoose(desk, `point ${at}`);
      const repeated = await create(desk.service.platform);
      expect({ at, replayed: repeated.replayed }).toEqual({ at, replayed: made === 1 });
      expect(repeated.value.documents).toHaveLength(2);
      expect((await countOrders()) - before).toBe(1);
      await expectNothingLoose(desk, `repeat after point ${at}`);
      return outcome;
    });
    expect(points).toBeGreaterThanOrEqual(11);
  }, 120_000);
});

describe.each(faults)("a process that %s at any point of adding documents", (fault) => {
  test("leaves all of them in the draft or none, and a repeat with the same key does not add them twice", async () => {
    const points = await atEachPoint(async (at) => {
      const { platform } = desk.service;
      const draft = readNewOrder({ title: "Draft", draft: true, signers: [ada] }, []);
      const { value: order } = await createOrder(platform, caller, draft, null, present(platform));
      const add = (on: Platform) => {
        const bytes = Buffer.from(desk.content, "base64");
        const inputs = [1, 2].map((number) => ({
          name: `${number}.pdf`,
          kind: "sign" as const,
          content: { bytes },
          param: "file",
        }));
        return addDocuments(on, caller, uuidOf(order.id), inputs, key(`add ${fault} ${at}`), present(on));
      };
      const outcome = await mortal(platform, at, fault).live(add);
      desk.service.clock.advance(601);
      await sweepAll(desk);
      await expectNothingLoose(desk, `point ${at}`);
      const { value } = await add(platform);
      expect({ at, documents: (value as OrderView).documents.length }).toEqual({ at, documents: 2 });
      await expectNothingLoose(desk, `repeat after point ${at}`);
      return outcome;
    });
    expect(points).toBeGreaterThanOrEqual(12);
  }, 120_000);
});

test("an object that is stored only after the sweeper came for its claim is found and deleted all the same", async () => {
  const { objectStore } = desk.service.platform;
  let puts = 0;
  const slow: ObjectStore = {
    ...objectStore,
    async put(...object) {
      puts += 1;
      if (puts === 2) {
        desk.service.clock.advance(601);
        await sweep(desk.service.platform);
      }
      await objectStore.put(...object);
    },
  };
  const refused = await desk.replacing({ objectStore: slow }, () =>
    desk.client.post("/v1/orders", { title: "Slow", documents: documents(), signers: [ada] }),
  );
  expect(refused).toMatchObject({ status: 503, body: { code: "unavailable" } });
  desk.service.clock.advance(601);
  await sweepAll(desk);
  await expectNothingLoose(desk, "after the sweep");
});
