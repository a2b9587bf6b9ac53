import { evidenceKey } from "../../../../api/evidence/evidenceKey.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import type { Platform } from "../../../../api/platform.js";
import { ObjectStoreError } from "../../../../api/ports/objectStore.js";
import { TimestampError } from "../../../../api/ports/timestampAuthority.js";
import { purgeDocuments } from "../../../../api/retention/requestPurge.js";
import { removeDueEvidence } from "../../../../api/retention/sweepRetention.js";
import { sweep } from "../../../../api/work/sweeper.js";
import { OrderDesk, uuidOf } from "../../../support/orderDesk.js";
import { atEachPoint, type Fault, mortal } from "../crashPoints.js";
import { judgedReceipt } from "./receiptJudge.js";
import { advance, day, objectsOf, provenOrder, purgesOf, remove, sweepTwice } from "./retentionDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const caller = async () => {
  const [key] = await desk.sql<{ id: string }>(
    `SELECT id FROM api_keys WHERE tenant_id = '${desk.tenantId}'`,
  );
  const rights = { scopes: ["orders:write"], paths: [], euSesBare: false, expiresAt: null } as const;
  return {
    tenantId: desk.tenantId,
    apiKeyId: key!.id,
    certificateId: null,
    mode: "test",
    ...rights,
  } as const;
};

/** With a store that does other than it should when something is to be deleted. */
const withStore = <T>(changes: Partial<Platform["objectStore"]>, work: () => Promise<T>) => {
  const { objectStore } = desk.service.platform;
  const store: Platform["objectStore"] = {
    put: (...object) => objectStore.put(...object),
    get: (key) => objectStore.get(key),
    delete: (key) => objectStore.delete(key),
    probe: () => objectStore.probe(),
    ...changes,
  };
  return desk.replacing({ objectStore: store }, work);
};

/** All is gone, once, with one receipt that is true. */
async function expectPurgedOnce(order: OrderView, when: string): Promise<void> {
  const purges = await purgesOf(desk, order);
  expect({ when, states: purges.map(({ state }) => state) }).toEqual({ when, states: ["done"] });
  expect({ when, objects: await objectsOf(desk, order) }).toEqual({ when, objects: [] });
  const counts = await desk.count(order, "documents.removed", "documents.purged");
  expect({ when, counts }).toEqual({ when, counts: [1, 1] });
  expect((await judgedReceipt(desk.service, purges[0]!)).objects).toBe(3);
}

test("a store under lock leaves the purge pending, says so, and gives no receipt; once it lets go it is done", async () => {
  const order = await provenOrder(desk);
  const locked = () =>
    Promise.reject(new ObjectStoreError("locked", "The store keeps it until its lock ends."));
  const purge = await withStore({ delete: locked }, () => remove(desk, order));
  expect(purge).toMatchObject({ state: "pending", receipt: null, signature: null, objects_left: 3 });
  expect(purge.cause).toBe("The store keeps it until its lock ends.");
  expect((await desk.read(order)).retention.documents_removed_at).not.toBeNull();
  desk.service.clock.advance(3600);
  await sweep(desk.service.platform);
  await expectPurgedOnce(order, "after the lock");
});

test("a store that says that it deleted, and did not, is not believed", async () => {
  const order = await provenOrder(desk);
  const purge = await withStore({ delete: async () => undefined }, () => remove(desk, order));
  expect(purge).toMatchObject({ state: "pending", receipt: null });
  expect(purge.cause).toBe("The object store still has what it was told to delete.");
  desk.service.clock.advance(3600);
  await sweep(desk.service.platform);
  await expectPurgedOnce(order, "after all");
});

test("a purge that was tried three times is among what is stuck, waits longer each time, and can be retried at once", async () => {
  const order = await provenOrder(desk);
  const away = () => Promise.reject(new ObjectStoreError("unavailable", "The store is away."));
  const purge = await withStore({ delete: away }, async () => {
    const begun = await remove(desk, order);
    for (const seconds of [5, 10]) {
      desk.service.clock.advance(seconds);
      await sweep(desk.service.platform);
    }
    return begun;
  });
  const stuck = await desk.client.get<{
    data: { kind: string; order: string; subject: string; attempts: number }[];
  }>("/v1/stuck-work");
  const mine = stuck.body.data.find((work) => work.order === order.id)!;
  expect(mine).toMatchObject({ kind: "purge", attempts: 3, cause: "The store is away." });
  await sweep(desk.service.platform);
  expect((await purgesOf(desk, order))[0]!.id).toBe(purge.id);
  expect((await purgesOf(desk, order))[0]!.state).toBe("pending");
  expect((await desk.client.post(`/v1/stuck-work/purge/${mine.subject}/retry`)).status).toBe(204);
  await sweep(desk.service.platform);
  await expectPurgedOnce(order, "after the retry");
});

test("where no time-stamp can be had there is no receipt, although all is deleted; it is made later", async () => {
  const order = await provenOrder(desk);
  const timestamp = () => Promise.reject(new TimestampError("unavailable", "The authority does not answer."));
  const down = { maxTokenBytes: 5000, timestamp };
  const purge = await desk.replacing({ timestampAuthority: { test: down, live: down } }, () =>
    remove(desk, order),
  );
  expect(purge).toMatchObject({ state: "pending", cause: "The authority does not answer." });
  expect(await objectsOf(desk, order)).toEqual([]);
  desk.service.clock.advance(60);
  await sweep(desk.service.platform);
  await expectPurgedOnce(order, "with a time-stamp");
});

test("what a signing that never ended has stored keeps the receipt back until it is cleared away", async () => {
  const order = await provenOrder(desk);
  const { platform, clock } = desk.service;
  const key = `${desk.tenantId}/orders/${uuidOf(order.id)}/left-over.pdf`;
  await platform.objectStore.put(key, Buffer.from("half made"), "application/pdf");
  await desk.sql(
    `INSERT INTO object_claims (tenant_id, object_key, expires_at)
     VALUES ('${desk.tenantId}', '${key}', '${new Date(clock.now().getTime() + 600_000).toISOString()}')`,
  );
  expect((await remove(desk, order)).state).toBe("pending");
  desk.service.clock.advance(700);
  await sweepTwice(desk);
  desk.service.clock.advance(60);
  await sweepTwice(desk);
  await expectPurgedOnce(order, "after the claim");
});

test("two processes that find the same documents due purge them once", async () => {
  const order = await provenOrder(desk);
  await advance(desk, order, 93 * day);
  const other = { ...desk.service.platform };
  await Promise.all([sweep(desk.service.platform), sweep(other), sweep(desk.service.platform)]);
  await expectPurgedOnce(order, "at once");
});

test("two requests at once to remove an order's documents are answered with the same purge", async () => {
  const order = await provenOrder(desk);
  const answers = await Promise.all([remove(desk, order), remove(desk, order), remove(desk, order)]);
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  await expectPurgedOnce(order, "asked three times");
});

describe.each(["hangs", "throws"] satisfies Fault[])("a process that %s at any point of a purge", (fault) => {
  test("leaves documents that are there and reachable, or a purge that the next one ends", async () => {
    const asking = await caller();
    const points = await atEachPoint(async (at) => {
      const order = await provenOrder(desk);
      const outcome = await mortal(desk.service.platform, at, fault).live((platform) =>
        purgeDocuments(platform, asking, uuidOf(order.id)),
      );
      const [purge] = await purgesOf(desk, order);
      const when = `${fault} at point ${at}`;
      if (purge === undefined) {
        expect({ when, objects: (await objectsOf(desk, order)).length }).toEqual({ when, objects: 3 });
        await remove(desk, order);
      }
      desk.service.clock.advance(3600);
      await sweepTwice(desk);
      await expectPurgedOnce(order, when);
      return outcome;
    });
    expect(points).toBeGreaterThan(15);
  }, 120_000);
});

describe.each(["hangs", "throws"] satisfies Fault[])(
  "a sweeper that %s at any point of the last purge",
  (fault) => {
    test("leaves evidence that is whole, or a purge that the next one ends, with the names gone and one receipt", async () => {
      const points = await atEachPoint(async (at) => {
        const order = await provenOrder(desk);
        await remove(desk, order);
        await advance(desk, order, 3653 * day);
        const outcome = await mortal(desk.service.platform, at, fault).live((platform) =>
          removeDueEvidence(platform, desk.tenantId, uuidOf(order.id)),
        );
        const when = `${fault} at point ${at}`;
        const begun = (await purgesOf(desk, order)).find(({ subject }) => subject === "evidence");
        const audit = await desk.client.get(`/v1/orders/${order.id}/audit`);
        // The chain goes with the receipt, and not before.
        expect({ when, audit: audit.status }).toEqual({ when, audit: begun?.state === "done" ? 410 : 200 });
        desk.service.clock.advance(3600);
        await sweepTwice(desk);
        const purges = await purgesOf(desk, order);
        expect({ when, states: purges.map(({ state }) => state) }).toEqual({
          when,
          states: ["done", "done"],
        });
        expect({ when, objects: await objectsOf(desk, order, "evidence") }).toEqual({ when, objects: [] });
        expect({ when, name: (await desk.read(order)).signers[0]!.surname }).toEqual({
          when,
          name: "erased",
        });
        const rows = await desk.sql(`SELECT 1 FROM events WHERE order_id = '${uuidOf(order.id)}'`);
        expect({ when, rows }).toEqual({ when, rows: [] });
        await judgedReceipt(desk.service, purges[1]!);
        return outcome;
      });
      expect(points).toBeGreaterThan(15);
    }, 120_000);
  },
);

test("two processes that find the same evidence due purge it once", async () => {
  const order = await provenOrder(desk);
  await advance(desk, order, 3653 * day);
  const other = { ...desk.service.platform };
  await Promise.all([sweep(desk.service.platform), sweep(other), sweep(desk.service.platform)]);
  desk.service.clock.advance(60);
  await sweepTwice(desk);
  expect((await purgesOf(desk, order)).map(({ subject, state }) => [subject, state])).toEqual([
    ["documents", "done"],
    ["evidence", "done"],
  ]);
});

test("evidence that somebody is just making when its term ends is waited for: nothing of it is left behind the receipt", async () => {
  const order = await desk.order();
  await desk.browser(order).sign();
  const orderId = uuidOf(order.id);
  const lease = new Date(desk.service.clock.now().getTime() + 290_000).toISOString();
  await desk.sql(
    `UPDATE evidence_files SET attempts = 1, lease_until = '${lease}' WHERE order_id = '${orderId}'`,
  );
  await advance(desk, order, 3653 * day);
  await sweepTwice(desk);
  const { objectStore } = desk.service.platform;
  await objectStore.put(evidenceKey(desk.tenantId, orderId, 1), Buffer.from("late"), "text/plain");
  expect((await purgesOf(desk, order)).map(({ subject, state }) => [subject, state])).toEqual([
    ["documents", "done"],
    ["evidence", "pending"],
  ]);
  desk.service.clock.advance(310);
  await sweepTwice(desk);
  expect((await purgesOf(desk, order))[1]!.state).toBe("done");
  expect(await objectsOf(desk, order, "evidence")).toEqual([]);
});

test("evidence under lock keeps the trail and the names until the store lets go of it", async () => {
  const order = await provenOrder(desk);
  await remove(desk, order);
  await advance(desk, order, 3653 * day);
  const locked = () =>
    Promise.reject(new ObjectStoreError("locked", "The store keeps it until its lock ends."));
  await withStore({ delete: locked }, () => sweep(desk.service.platform));
  const pending = (await purgesOf(desk, order))[1]!;
  expect(pending).toMatchObject({ subject: "evidence", state: "pending", receipt: null });
  expect((await desk.read(order)).signers[0]).toMatchObject({ given_name: "Ada", erased_at: null });
  desk.service.clock.advance(3600);
  await sweep(desk.service.platform);
  expect((await purgesOf(desk, order))[1]!.state).toBe("done");
  expect((await desk.read(order)).signers[0]!.given_name).toBe("erased");
});
