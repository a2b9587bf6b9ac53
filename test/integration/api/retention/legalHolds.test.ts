import type { OrderView } from "../../../../api/orders/orderViews.js";
import type { Platform } from "../../../../api/platform.js";
import { ObjectStoreError } from "../../../../api/ports/objectStore.js";
import type { LegalHoldView } from "../../../../api/retention/legalHoldsController.js";
import { sweep } from "../../../../api/work/sweeper.js";
import { ada, OrderDesk, uuidOf } from "../../../support/orderDesk.js";
import {
  advance,
  cancelledOrder,
  day,
  makeEvidence,
  objectsOf,
  provenOrder,
  purgesOf,
  sweepTwice,
} from "./retentionDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const tenYears = 3653 * day;
const hold = async (order: OrderView, reason = "A suit is pending.") => {
  const { status, body } = await desk.client.post<LegalHoldView>(`/v1/orders/${order.id}/legal-holds`, {
    reason,
  });
  if (status !== 201) throw new Error(`Not held: ${JSON.stringify(body)}`);
  return body;
};
const release = async (order: OrderView, { id }: LegalHoldView) =>
  (await desk.client.request<LegalHoldView>("DELETE", `/v1/orders/${order.id}/legal-holds/${id}`)).body;

test("while a hold stands nothing is purged, whatever the terms and whoever asks; when it is released, what is due goes", async () => {
  const order = await provenOrder(desk);
  const placed = await hold(order);
  expect((await desk.read(order)).retention.held).toBe(true);
  await advance(desk, order, tenYears);
  await sweepTwice(desk);
  const refused = await desk.client.refused("DELETE", `/v1/orders/${order.id}/documents`);
  expect([refused.status, refused.body.code]).toEqual([409, "legal_hold"]);
  expect(await purgesOf(desk, order)).toEqual([]);
  expect(await objectsOf(desk, order)).toHaveLength(3);
  await release(order, placed);
  await sweepTwice(desk);
  expect(await objectsOf(desk, order)).toEqual([]);
  expect(await objectsOf(desk, order, "evidence")).toEqual([]);
});

test("of several holds the last that is released lets go", async () => {
  const order = await provenOrder(desk);
  const first = await hold(order, "One suit.");
  desk.service.clock.advance(1);
  const second = await hold(order, "Another suit.");
  await advance(desk, order, 93 * day);
  await release(order, first);
  await sweepTwice(desk);
  expect(await purgesOf(desk, order)).toEqual([]);
  const { body } = await desk.client.get<{ data: LegalHoldView[] }>(`/v1/orders/${order.id}/legal-holds`);
  expect(body.data.map(({ reason, released_at }) => [reason, released_at !== null])).toEqual([
    ["One suit.", true],
    ["Another suit.", false],
  ]);
  await release(order, second);
  await sweepTwice(desk);
  expect(await purgesOf(desk, order)).toHaveLength(1);
});

test("a hold on an order that runs counts from its end on", async () => {
  const order = await desk.order();
  const placed = await hold(order);
  expect((await desk.read(order)).retention.held).toBe(false);
  await desk.browser(order).sign();
  expect((await desk.read(order)).retention.held).toBe(true);
  await makeEvidence(desk, order);
  await advance(desk, order, 93 * day);
  await sweepTwice(desk);
  expect(await purgesOf(desk, order)).toEqual([]);
  await release(order, placed);
  await sweepTwice(desk);
  expect(await purgesOf(desk, order)).toHaveLength(1);
});

test("one that was released before the end holds nothing", async () => {
  const order = await desk.order();
  await release(order, await hold(order));
  await desk.client.post(`/v1/orders/${order.id}/cancel`);
  expect((await desk.read(order)).retention.held).toBe(false);
});

test("the trail tells who placed and released it, and not the reason; releasing again tells nothing more", async () => {
  const order = await cancelledOrder(desk);
  const placed = await hold(order, "Mr Quixote sues.");
  const released = await release(order, placed);
  expect(await release(order, placed)).toEqual(released);
  const told = (await desk.events(order)).filter(({ type }) => type.startsWith("hold."));
  expect(told.map(({ type, actor, data }) => [type, actor.kind, data])).toEqual([
    ["hold.placed", "api_key", { hold: placed.id }],
    ["hold.released", "api_key", { hold: placed.id }],
  ]);
  expect(JSON.stringify(told)).not.toContain("Quixote");
});

test("a repeat of the request that placed a hold places no second one", async () => {
  const order = await cancelledOrder(desk);
  const key = { "Idempotency-Key": `hold-${order.id}` };
  const path = `/v1/orders/${order.id}/legal-holds`;
  const first = await desk.client.post<LegalHoldView>(path, { reason: "A suit." }, key);
  expect((await desk.client.post(path, { reason: "A suit." }, key)).body).toEqual(first.body);
  expect((await desk.client.get<{ data: [] }>(path)).body.data).toHaveLength(1);
});

test("an order takes a hundred holds and no more, and none without a reason", async () => {
  const order = await cancelledOrder(desk);
  await desk.sql(
    `INSERT INTO legal_holds (tenant_id, id, order_id, reason, placed_at, placed_by)
     SELECT '${desk.tenantId}', gen_random_uuid(), '${uuidOf(order.id)}', 'x', now(), gen_random_uuid()
     FROM generate_series(1, 100)`,
  );
  const path = `/v1/orders/${order.id}/legal-holds`;
  for (const reason of ["", " ", "x".repeat(1001), "one too many"]) {
    expect((await desk.client.refused("POST", path, { reason })).status).toBe(422);
  }
});

test("a hold that is placed while the documents are being purged, or a purge while one is placed: one wins wholly", async () => {
  for (let round = 0; round < 6; round++) {
    const order = await provenOrder(desk);
    await advance(desk, order, 93 * day);
    const [, placed] = await Promise.all([
      sweep(desk.service.platform),
      desk.client.post<LegalHoldView>(`/v1/orders/${order.id}/legal-holds`, { reason: "A suit." }),
    ]);
    expect(placed.status).toBe(201);
    await sweepTwice(desk);
    const { retention } = await desk.read(order);
    const objects = await objectsOf(desk, order);
    const purges = await purgesOf(desk, order);
    const removed = retention.documents_removed_at !== null;
    expect({ objects: objects.length, purges: purges.map(({ state }) => state) }).toEqual(
      removed ? { objects: 0, purges: ["done"] } : { objects: 3, purges: [] },
    );
    // What had not been removed stays, in either case.
    expect(retention).toMatchObject({ held: true, evidence_removed_at: null });
    expect(await objectsOf(desk, order, "evidence")).toHaveLength(1);
  }
});

test("a hold that is placed after the documents were taken out of reach keeps the evidence", async () => {
  const order = await provenOrder(desk);
  await advance(desk, order, 93 * day);
  await sweepTwice(desk);
  await hold(order);
  await advance(desk, order, tenYears);
  await sweepTwice(desk);
  expect((await purgesOf(desk, order)).map(({ subject }) => subject)).toEqual(["documents"]);
  expect((await desk.client.get(`/v1/orders/${order.id}/audit`)).status).toBe(200);
});

describe("a store that keeps holds itself", () => {
  const held = new Map<string, boolean>();
  let away = false;
  const objectLock: Platform["objectLock"] = {
    putLocked: (key, bytes, type) => desk.service.platform.objectStore.put(key, bytes, type),
    extend: async () => undefined,
    hold: async (key, on) => {
      if (away) throw new ObjectStoreError("unavailable", "The store is away.");
      held.set(key, on);
    },
  };
  const evidenceKeys = async (order: OrderView) => objectsOf(desk, order, "evidence");

  test("is told of a hold on the evidence, and of its end", async () => {
    const order = await provenOrder(desk);
    const [key] = await evidenceKeys(order);
    await desk.replacing({ objectLock }, async () => {
      const placed = await hold(order);
      expect(held.get(key!)).toBe(true);
      const second = await hold(order);
      await release(order, placed);
      expect(held.get(key!)).toBe(true);
      await release(order, second);
      expect(held.get(key!)).toBe(false);
    });
  });

  test("that is away is told later, by the sweeper, and once", async () => {
    const order = await provenOrder(desk);
    const [key] = await evidenceKeys(order);
    await desk.replacing({ objectLock }, async () => {
      away = true;
      await hold(order);
      expect(held.get(key!)).toBeUndefined();
      away = false;
      desk.service.clock.advance(61);
      await sweep(desk.service.platform);
      expect(held.get(key!)).toBe(true);
      held.delete(key!);
      desk.service.clock.advance(61);
      await sweep(desk.service.platform);
      expect(held.has(key!)).toBe(false);
    });
  });

  test("that refuses again and again stands among what is stuck, and is told at once on a retry", async () => {
    const order = await provenOrder(desk);
    const [key] = await evidenceKeys(order);
    await desk.replacing({ objectLock }, async () => {
      away = true;
      await hold(order);
      for (let tries = 1; tries < 3; tries++) {
        desk.service.clock.advance(3600);
        await sweep(desk.service.platform);
      }
      const stuck = async () =>
        (
          await desk.client.get<{ data: { kind: string; subject: string }[] }>("/v1/stuck-work")
        ).body.data.filter(({ kind }) => kind === "object_hold");
      const [work, ...others] = await stuck();
      expect(others).toEqual([]);
      expect(work).toMatchObject({ order: order.id, attempts: 3, cause: "The store is away." });
      away = false;
      const retry = `/v1/stuck-work/object_hold/${work!.subject}/retry`;
      expect((await desk.client.post(retry)).status).toBe(204);
      await sweep(desk.service.platform);
      expect(held.get(key!)).toBe(true);
      expect(await stuck()).toEqual([]);
    });
  });

  test("that is being told while the hold is released is told of the release afterwards", async () => {
    const order = await provenOrder(desk);
    const [key] = await evidenceKeys(order);
    let letGo: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const slow: Platform["objectLock"] = {
      ...objectLock,
      hold: async (name, on) => {
        if (on) await waiting;
        held.set(name, on);
      },
    };
    await desk.replacing({ objectLock: slow }, async () => {
      const placing = hold(order);
      const listed = async () =>
        (await desk.client.get<{ data: LegalHoldView[] }>(`/v1/orders/${order.id}/legal-holds`)).body.data;
      let [placed] = await listed();
      while (placed === undefined) [placed] = await listed();
      await release(order, placed);
      letGo();
      await placing;
      desk.service.clock.advance(61);
      await sweepTwice(desk);
      expect(held.get(key!)).toBe(false);
    });
  });
});

test("a held order keeps its signers' names", async () => {
  const order = await desk.order([ada]);
  await desk.browser(order).sign();
  await makeEvidence(desk, order);
  await hold(order);
  await advance(desk, order, tenYears);
  await sweepTwice(desk);
  expect((await desk.read(order)).signers[0]).toMatchObject({ given_name: "Ada", erased_at: null });
});
