import { triesBeforeFailure } from "../../../api/orders/lastingCause.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { TimestampError } from "../../../api/ports/timestampAuthority.js";
import { resumeSeal } from "../../../api/sealing/performSeal.js";
import { sweep } from "../../../api/work/sweeper.js";
import { EngineError } from "../../../engine/error.js";
import { ada, charles, OrderDesk, uuidOf } from "../../support/orderDesk.js";
import { expectAllIsWell, expectNothingLoose, sweepAll } from "./crashInvariants.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

describe("where the time-stamp of the seal cannot be had", () => {
  /** An authority that stamps signatures and is down whenever a document is to be sealed. */
  async function signedUnsealed(signers: object[] = [ada]): Promise<OrderView> {
    const order = await desk.order(signers);
    for (const index of signers.keys()) {
      const last = index === signers.length - 1;
      const { test: unit } = desk.service.platform.timestampAuthority;
      let stamps = 0;
      const timestamp = async (digest: Uint8Array) => {
        stamps += 1;
        if (last && stamps > 1) throw isDown;
        return unit.timestamp(digest);
      };
      const failing = { maxTokenBytes: unit.maxTokenBytes, timestamp };
      await desk.replacing({ timestampAuthority: { test: failing, live: failing } }, async () => {
        const signed = await desk.browser(order, index).sign();
        expect(signed).toMatchObject({ status: 200, body: { status: "signed", all_signed: last } });
      });
    }
    return order;
  }
  const isDown = new TimestampError("unavailable", "The authority is down.");
  const down = { maxTokenBytes: 8192, timestamp: () => Promise.reject(isDown) };
  const whileDown = <T>(work: () => Promise<T>) =>
    desk.replacing({ timestampAuthority: { test: down, live: down } }, work);
  const readSeal = async (order: OrderView) => {
    const [row] = await desk.sql<{ state: string; attempts: number; lease_until: Date; last_error: string }>(
      `SELECT state, attempts, lease_until, last_error FROM seals WHERE order_id = '${uuidOf(order.id)}'`,
    );
    return row!;
  };

  test("the signature stands, the order stays in progress, and is sealed when one can be had again", async () => {
    const order = await signedUnsealed();
    const pending = await desk.read(order);
    expect(pending).toMatchObject({ state: "in_progress", documents: [{ level: "B-T", signatures: 1 }] });
    expect(await desk.count(order, "signer.signed", "document.sealed", "order.completed")).toEqual([1, 0, 0]);
    desk.service.clock.advance(5);
    await sweepAll(desk);
    await expectAllIsWell(desk, order, "after the sweep");
  });

  test("each failure is followed by a longer wait, without an end, and the row says why", async () => {
    const order = await signedUnsealed();
    const waits: number[] = [];
    await whileDown(async () => {
      for (let round = 1; round <= 12; round++) {
        const { attempts, lease_until, last_error } = await readSeal(order);
        expect({ attempts, last_error }).toEqual({
          attempts: round,
          last_error: expect.stringMatching(/down/),
        });
        const seconds = (lease_until.getTime() - desk.service.clock.now().getTime()) / 1000;
        waits.push(seconds);
        desk.service.clock.advance(seconds);
        await sweep(desk.service.platform);
      }
    });
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]);
    desk.service.clock.advance(3600);
    await sweepAll(desk);
    await expectAllIsWell(desk, order, "after twelve failures");
  });

  test("nothing can be done with the order meanwhile, and its time does not end it", async () => {
    const order = await signedUnsealed();
    const cancelled = await desk.client.refused("POST", `/v1/orders/${order.id}/cancel`);
    expect(cancelled).toMatchObject({ status: 409, body: { code: "order_state_conflict" } });
    const { client, path } = desk.browser(order);
    expect((await client.post(`${path}/refuse`, { reason: "Too late." })).status).toBe(409);
    await whileDown(async () => {
      desk.service.clock.advance(400 * 86_400);
      for (let round = 0; round < 3; round++) await sweep(desk.service.platform);
    });
    expect(await desk.read(order)).toMatchObject({ state: "in_progress" });
    desk.service.clock.advance(3600);
    await sweepAll(desk);
    expect(await desk.read(order)).toMatchObject({ state: "completed", documents: [{ level: "B-LTA" }] });
  });

  test("what the engine refuses each time completes the order at the level it has, after a day among the stuck work", async () => {
    const order = await signedUnsealed();
    const refusal = new EngineError("pdf_limit_exceeded", "The document has too many objects.");
    const refusing = { maxTokenBytes: 8192, timestamp: () => Promise.reject(refusal) };
    await desk.replacing({ timestampAuthority: { test: refusing, live: refusing } }, async () => {
      for (let tries = 1; tries < triesBeforeFailure; tries++) {
        expect(await desk.read(order)).toMatchObject({ state: "in_progress" });
        desk.service.clock.advance(3600);
        await sweep(desk.service.platform);
        const { body } = await desk.client.get<{ data: { order: string }[] }>("/v1/stuck-work");
        const found = body.data.filter((work) => work.order === order.id);
        const stuck = { kind: "seal", order: order.id, cause: refusal.message };
        const shown = tries >= 2 && tries < triesBeforeFailure - 1;
        expect(found).toEqual(shown ? [expect.objectContaining(stuck)] : []);
      }
    });
    expect(await desk.read(order)).toMatchObject({ state: "completed", documents: [{ level: "B-T" }] });
    const [completed] = (await desk.events(order)).filter(({ type }) => type === "order.completed");
    expect(completed!.data).toEqual({ level: "B-T", unsealed: "pdf_limit_exceeded" });
    expect(await desk.count(order, "order.failed", "document.sealed")).toEqual([0, 0]);
    await expectNothingLoose(desk, "after a refusal");
  });

  test("an authority that answers nonsense for days is waited for: its next good answer seals the order", async () => {
    const order = await signedUnsealed();
    const nonsense = new EngineError("timestamp_response_invalid", "The answer is no TimeStampResp.");
    const babbling = { maxTokenBytes: 8192, timestamp: () => Promise.reject(nonsense) };
    await desk.replacing({ timestampAuthority: { test: babbling, live: babbling } }, async () => {
      for (let tries = 1; tries < triesBeforeFailure + 3; tries++) {
        desk.service.clock.advance(3600);
        await sweep(desk.service.platform);
      }
    });
    expect(await desk.read(order)).toMatchObject({ state: "in_progress" });
    desk.service.clock.advance(3600);
    await sweepAll(desk);
    expect(await desk.read(order)).toMatchObject({ state: "completed", documents: [{ level: "B-LTA" }] });
  });

  test("three processes that take it up at once seal it once", async () => {
    const order = await signedUnsealed([ada, charles]);
    desk.service.clock.advance(61);
    const { platform } = desk.service;
    const taken = await Promise.all(
      [1, 2, 3].map(() => resumeSeal(platform, desk.tenantId, uuidOf(order.id))),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    await expectAllIsWell(desk, order, "after three processes");
  });
});

test("a process that was thought dead and comes back finds the order sealed, and leaves nothing of its own", async () => {
  const order = await desk.order([ada]);
  const { test: unit } = desk.service.platform.timestampAuthority;
  let stamps = 0;
  const slow = {
    maxTokenBytes: unit.maxTokenBytes,
    async timestamp(digest: Uint8Array) {
      stamps += 1;
      if (stamps === 2) {
        desk.service.clock.advance(61);
        await sweep({ ...desk.service.platform, timestampAuthority: { test: unit, live: unit } });
      }
      return unit.timestamp(digest);
    },
  };
  const signed = await desk.replacing({ timestampAuthority: { test: slow, live: slow } }, () =>
    desk.browser(order).sign(),
  );
  expect(signed).toMatchObject({ status: 200, body: { status: "signed", all_signed: true } });
  expect(stamps).toBe(2);
  await expectAllIsWell(desk, order, "after both");
});
