import { authenticate } from "../../../api/apiKeys/authenticate.js";
import type { Caller } from "../../../api/apiKeys/caller.js";
import { createOrder } from "../../../api/orders/createOrder.js";
import { readNewOrder } from "../../../api/orders/orderRequests.js";
import { type OrderView, presentOrder } from "../../../api/orders/orderViews.js";
import type { Platform } from "../../../api/platform.js";
import { delegate } from "../../../api/signers/changes/delegate.js";
import { removeSigner } from "../../../api/signers/changes/removeSigner.js";
import { replaceSigner } from "../../../api/signers/changes/replaceSigner.js";
import { Visitor } from "../../../api/signers/visitor.js";
import { ada, charles, OrderDesk, uuidOf } from "../../support/orderDesk.js";
import { expectNothingLoose, sweepAll } from "./crashInvariants.js";
import { atEachPoint, type Fault, mortal } from "./crashPoints.js";

let desk: OrderDesk;
let caller: Caller;

beforeAll(async () => {
  desk = await OrderDesk.open();
  caller = await authenticate(desk.service.platform, (await desk.service.tenant()).apiKey);
});
afterAll(() => desk.close());

const grace = { given_name: "Grace", surname: "Hopper", email: "grace@example.org" };
const faults: readonly Fault[] = ["hangs", "throws"];
const key = (name: string) => ({ key: name, fingerprint: Buffer.alloc(32, 7) });
const present = (platform: Platform) => (order: Parameters<typeof presentOrder>[1]) =>
  presentOrder(platform, order);

async function newOrder(): Promise<OrderView> {
  const { platform } = desk.service;
  const documents = [{ name: "agreement.pdf", content: desk.content }];
  const order = { title: "Agreement", allow_delegation: true, documents, signers: [ada, charles] };
  return (await createOrder(platform, caller, readNewOrder(order, []), null, present(platform))).value;
}

const statesOf = (order: OrderView) =>
  desk.sql(
    `SELECT o.state, s.state AS signer FROM orders o JOIN signers s ON s.order_id = o.id
     WHERE o.id = '${uuidOf(order.id)}' ORDER BY s.position`,
  );

describe.each(faults)("a process that %s at any point of", (fault) => {
  test("removing the last open signer leaves an order that goes on or is completed, and a repeat completes it", async () => {
    const points = await atEachPoint(async (at) => {
      const order = await newOrder();
      await desk.browser(order, 0).sign();
      const [id, signer] = [uuidOf(order.id), uuidOf(order.signers[1]!.id)];
      const remove = (on: Platform) =>
        removeSigner(on, caller, id, signer, key(`remove ${fault} ${at}`), present(on));
      const outcome = await mortal(desk.service.platform, at, fault).live(remove);
      desk.service.clock.advance(601);
      await sweepAll(desk);
      await expectNothingLoose(desk, `point ${at}`);
      const [first, second] = await statesOf(order);
      expect(first!["signer"]).toBe("signed");
      expect(first!["state"]).toBe(second!["signer"] === "removed" ? "completed" : "in_progress");
      await remove(desk.service.platform);
      expect(await statesOf(order)).toEqual([
        { state: "completed", signer: "signed" },
        { state: "completed", signer: "removed" },
      ]);
      await expectNothingLoose(desk, `repeat after point ${at}`);
      return outcome;
    });
    expect(points).toBeGreaterThanOrEqual(9);
  }, 120_000);

  test("replacing a signer leaves one in the place, and a repeat makes no second one", async () => {
    const points = await atEachPoint(async (at) => {
      const order = await newOrder();
      const [id, signer] = [uuidOf(order.id), uuidOf(order.signers[1]!.id)];
      const replace = (on: Platform) =>
        replaceSigner(on, caller, id, signer, grace, key(`replace ${fault} ${at}`), present(on));
      const outcome = await mortal(desk.service.platform, at, fault).live(replace);
      await expectNothingLoose(desk, `point ${at}`);
      await replace(desk.service.platform);
      expect((await statesOf(order)).map((row) => row["signer"])).toEqual(["waiting", "removed", "waiting"]);
      await expectNothingLoose(desk, `repeat after point ${at}`);
      return outcome;
    });
    expect(points).toBeGreaterThanOrEqual(3);
  }, 120_000);

  test("delegating leaves it done or not done: there is always one who can act", async () => {
    const visitor = new Visitor(null, "127.0.0.1", "test");
    const points = await atEachPoint(async (at) => {
      const order = await newOrder();
      const [id, signer] = [uuidOf(order.id), uuidOf(order.signers[0]!.id)];
      const outcome = await mortal(desk.service.platform, at, fault).live((platform) =>
        delegate(platform, caller.tenantId, id, signer, { ...grace, reason: "away" }, visitor),
      );
      const states = (await statesOf(order)).map((row) => row["signer"]);
      expect([
        ["waiting", "waiting"],
        ["delegated", "waiting", "waiting"],
      ]).toContainEqual(states);
      await expectNothingLoose(desk, `point ${at}`);
      return outcome;
    });
    expect(points).toBeGreaterThanOrEqual(3);
  }, 120_000);
});
