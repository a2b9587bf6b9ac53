import { outboxMailer } from "../../../api/adapters/mailer/outbox.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { sendCode } from "../../../api/otp/sendCode.js";
import type { Platform } from "../../../api/platform.js";
import type { Email, Mailer } from "../../../api/ports/mailer.js";
import { Visitor } from "../../../api/signers/visitor.js";
import { sweep } from "../../../api/work/sweeper.js";
import { ada, OrderDesk, uuidOf } from "../../support/orderDesk.js";
import { expectNothingLoose, sweepAll } from "./crashInvariants.js";
import { atEachPoint, type Fault, mortal } from "./crashPoints.js";

let desk: OrderDesk;
/** Every message that was handed over, oldest first. */
let handedOver: Email[];

beforeAll(async () => {
  desk = await OrderDesk.open();
  const outbox = outboxMailer(desk.service.outbox);
  const mailer: Mailer = {
    send: (email) => {
      handedOver.push(email);
      return outbox.send(email);
    },
  };
  Object.assign(desk.service.platform, { mailer });
});
beforeEach(() => {
  handedOver = [];
});
afterAll(() => desk.close());

const visitor = new Visitor(null, "192.0.2.7", "a browser");
const faults: readonly Fault[] = ["hangs", "throws"];
const codeIn = (email: Email) => /\d{6}/.exec(email.subject)![0];

const sendTo = (order: OrderView) => (platform: Platform) =>
  sendCode(platform, desk.tenantId, uuidOf(order.id), uuidOf(order.signers[0]!.id), visitor);

async function verify(order: OrderView, otp: string): Promise<number> {
  const browser = desk.browser(order);
  return (await browser.client.post(`${browser.path}/verify-otp`, { otp })).status;
}

/** The code's states, oldest first. */
async function states(order: OrderView): Promise<string[]> {
  const rows = await desk.sql<{ state: string }>(
    `SELECT state FROM otp_codes WHERE order_id = '${uuidOf(order.id)}' ORDER BY created_at, id`,
  );
  return rows.map(({ state }) => state);
}

/** One code works, and it is the last one handed over; none was handed over twice, none is on its way for ever. */
async function expectOneGoodCode(order: OrderView, at: number): Promise<void> {
  expect({ at, ids: handedOver.map(({ id }) => id) }).toEqual({
    at,
    ids: [...new Set(handedOver.map(({ id }) => id))],
  });
  const left = await states(order);
  expect({ at, left, sending: left.includes("sending") }).toEqual({ at, left, sending: false });
  expect({ at, sent: left.filter((state) => state === "sent").length }).toEqual({ at, sent: 1 });
  const codes = handedOver.map(codeIn);
  const last = codes.pop()!;
  for (const earlier of codes.slice(-2)) {
    if (earlier !== last) expect({ at, earlier: await verify(order, earlier) }).toEqual({ at, earlier: 401 });
  }
  expect({ at, last: await verify(order, last) }).toEqual({ at, last: 200 });
}

describe.each(faults)("a process that %s at any point of sending a code", (fault) => {
  test("leaves its signer with a code that works: that one, or another in its place; none is sent twice", async () => {
    const points = await atEachPoint(async (at) => {
      handedOver = [];
      const order = await desk.order([ada]);
      const send = sendTo(order);
      const outcome = await mortal(desk.service.platform, at, fault).live(send);
      desk.service.clock.advance(61);
      await sweepAll(desk);
      // Where nothing was begun, the signer asks once more.
      if ((await states(order)).length === 0) await send(desk.service.platform);
      await expectOneGoodCode(order, at);
      return outcome;
    });
    expect(points).toBeGreaterThanOrEqual(8);
  }, 120_000);
});

describe.each(faults)("a sweeper that %s at any point of replacing a code", (fault) => {
  test("leaves it to the next one, and in the end one code works", async () => {
    const points = await atEachPoint(async (at) => {
      handedOver = [];
      const order = await desk.order([ada]);
      // Dies with the code handed over and nothing recorded of it.
      await mortal(desk.service.platform, 5, "hangs").live(sendTo(order));
      expect({ handedOver: handedOver.length, states: await states(order) }).toEqual({
        handedOver: 1,
        states: ["sending"],
      });
      desk.service.clock.advance(61);
      const outcome = await mortal(desk.service.platform, at, fault).live(sweep);
      desk.service.clock.advance(61);
      await sweepAll(desk);
      expect(handedOver.length).toBeGreaterThanOrEqual(2);
      await expectOneGoodCode(order, at);
      return outcome;
    });
    expect(points).toBeGreaterThanOrEqual(8);
  }, 120_000);
});

describe.each(faults)("a sweeper that %s at any point of deleting what nobody owns", (fault) => {
  test("leaves it to the next one, and in the end nothing is left", async () => {
    const points = await atEachPoint(async (at) => {
      const { objectStore } = desk.service.platform;
      const stuck = { ...objectStore, delete: () => Promise.reject(new Error("down")) };
      const body = {
        title: "Agreement",
        signers: [{ ...ada, placements: [{ page: 1, x: 1, y: 1, width: 50, height: 50 }] }],
      };
      let puts = 0;
      const put: typeof objectStore.put = async (...object) => {
        await objectStore.put(...object);
        puts += 1;
        if (puts === 2) throw new Error("down");
      };
      const documents = [1, 2].map((number) => ({ name: `${number}.pdf`, content: desk.content }));
      await desk.replacing({ objectStore: { ...stuck, put } }, () =>
        desk.client.post("/v1/orders", { ...body, documents }),
      );
      expect(await desk.sql("SELECT 1 FROM object_claims")).toHaveLength(2);
      desk.service.clock.advance(601);
      const outcome = await mortal(desk.service.platform, at, fault).live(sweep);
      desk.service.clock.advance(61);
      await sweepAll(desk);
      await expectNothingLoose(desk, `point ${at}`);
      return outcome;
    });
    expect(points).toBeGreaterThanOrEqual(8);
  }, 120_000);
});

test("a code whose hand-over fails for an unknown reason each time is replaced eight times a day, and no more", async () => {
  const order = await desk.order([ada]);
  const broken: Mailer = {
    send: async (email) => {
      handedOver.push(email);
      throw new TypeError("The provider's answer is not what we expected.");
    },
  };
  await desk.replacing({ mailer: broken }, async () => {
    await expect(sendTo(order)(desk.service.platform)).rejects.toThrow(TypeError);
    for (let minute = 0; minute < 30; minute++) {
      desk.service.clock.advance(61);
      await sweep(desk.service.platform);
    }
  });
  expect(handedOver).toHaveLength(8);
  expect(await states(order)).toEqual([...Array(7).fill("replaced"), "failed"]);
  expect((await desk.events(order)).at(-1)).toMatchObject({
    type: "code.send_failed",
    data: { reason: "cut_off", not_replaced: "otp_too_many_codes" },
  });
  expect((await desk.browser(order).status()).authentication.code).toMatchObject({ state: "failed" });
  expect((await desk.events(order)).length).toBeLessThan(20);
});

test("a code is not sent anew for an order that ended, or for a signer who signed, while it was cut off", async () => {
  const cancelled = await desk.order([ada]);
  await mortal(desk.service.platform, 4, "hangs").live(sendTo(cancelled));
  await desk.client.post(`/v1/orders/${cancelled.id}/cancel`);
  desk.service.clock.advance(61);
  await sweepAll(desk);
  expect(handedOver).toEqual([]);
  expect(await states(cancelled)).toEqual(["failed"]);
  const last = (await desk.events(cancelled)).at(-1);
  expect(last).toMatchObject({
    type: "code.send_failed",
    data: { reason: "cut_off", not_replaced: "otp_not_needed" },
  });
});
