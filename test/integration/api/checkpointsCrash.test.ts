import { makeDueCheckpoints } from "../../../api/checkpoints/dueCheckpoints.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import type { ObjectLock } from "../../../api/ports/objectLock.js";
import { type ObjectStore, ObjectStoreError } from "../../../api/ports/objectStore.js";
import { TimestampError } from "../../../api/ports/timestampAuthority.js";
import { sweep } from "../../../api/work/sweeper.js";
import type { AuditExport } from "../../../engine/hashchain/auditExport.js";
import type { InclusionFile } from "../../../engine/hashchain/inclusionFile.js";
import { verifyInclusion } from "../../../engine/hashchain/verifyInclusion.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";
import { atEachPoint, type Fault, mortal } from "./crashPoints.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const stored = () =>
  desk.sql<{ size: string; note: string; signature: Buffer; object_key: string; attempts: number }>(
    "SELECT size, note, signature, object_key, attempts FROM checkpoints WHERE state = 'stored' ORDER BY size",
  );

/** What must be true whatever died: all orders proven, each checkpoint's objects its own, nothing pending or loose. */
async function expectAllIsWell(orders: readonly OrderView[], when: string): Promise<void> {
  expect({ when, pending: await desk.sql("SELECT 1 FROM checkpoints WHERE state = 'pending'") }).toEqual({
    when,
    pending: [],
  });
  for (const { id } of orders) {
    const proof = await desk.client.get<InclusionFile>(`/v1/orders/${id}/inclusion-proof`);
    const chain = await desk.client.get<AuditExport>(`/v1/orders/${id}/audit`);
    const { faults, uncovered } = verifyInclusion(proof.body, chain.body);
    expect({ when, faults, uncovered }).toEqual({ when, faults: [], uncovered: 0 });
  }
  const keys = (await desk.objectKeys()).filter((key) => key.includes("/checkpoints/"));
  const rows = await stored();
  expect(keys).toEqual(rows.flatMap(({ object_key: key }) => [`${key}.p7s`, `${key}.txt`]).sort());
  const { objectStore } = desk.service.platform;
  for (const { object_key: key, note, signature } of rows) {
    expect(Buffer.from(await objectStore.get(`${key}.txt`)).toString()).toBe(note);
    expect(Buffer.from(await objectStore.get(`${key}.p7s`))).toEqual(signature);
  }
  const hours = await desk.sql<{ hour: string; count: string }>(
    "SELECT date_trunc('hour', created_at)::text AS hour, count(*) FROM checkpoints GROUP BY 1 HAVING count(*) > 1",
  );
  expect({ when, hours }).toEqual({ when, hours: [] });
}

describe.each<Fault>(["hangs", "throws"])(
  "a process that %s at any point of making a checkpoint",
  (fault) => {
    test("leaves a log that the next one completes, with one leaf of each change", async () => {
      const points = await atEachPoint(async (at) => {
        const orders = [await desk.order([ada]), await desk.order([ada])];
        desk.service.clock.advance(3600);
        const outcome = await mortal(desk.service.platform, at, fault).live(makeDueCheckpoints);
        desk.service.clock.advance(70);
        await sweep(desk.service.platform);
        desk.service.clock.advance(3600);
        await makeDueCheckpoints(desk.service.platform);
        await expectAllIsWell(orders, `${fault} at ${at}`);
        return outcome;
      });
      expect(points).toBeGreaterThan(15);
      const [leaves] = await desk.sql<{ leaves: string; orders: string }>(
        "SELECT count(*) AS leaves, count(DISTINCT order_id) AS orders FROM trail_leaves",
      );
      expect(leaves!.leaves).toBe(leaves!.orders);
    }, 120_000);
  },
);

describe("a checkpoint that is not stored", () => {
  const newest = async () =>
    (
      await desk.sql<{
        state: string;
        last_error: string | null;
        attempts: number;
        signature: Buffer | null;
      }>("SELECT state, last_error, attempts, signature FROM checkpoints ORDER BY size DESC LIMIT 1")
    )[0]!;

  async function made(adapters: Parameters<OrderDesk["replacing"]>[0]): Promise<OrderView> {
    const order = await desk.order([ada]);
    desk.service.clock.advance(3600);
    await desk.replacing(adapters, () => makeDueCheckpoints(desk.service.platform));
    return order;
  }

  async function swept(): Promise<void> {
    desk.service.clock.advance(120);
    await sweep(desk.service.platform);
  }

  test("because nobody stamps it is tried again, and its order is in no checkpoint until then", async () => {
    const timestamp = () =>
      Promise.reject(new TimestampError("unavailable", "The authority does not answer."));
    const authority = { maxTokenBytes: 5000, timestamp };
    const order = await made({ timestampAuthority: { test: authority, live: authority } });
    expect(await newest()).toMatchObject({
      state: "pending",
      last_error: "The authority does not answer.",
      signature: null,
    });
    const early = await desk.client.refused("GET", `/v1/orders/${order.id}/inclusion-proof`);
    expect(early.body.code).toBe("checkpoint_pending");
    await swept();
    expect(await newest()).toMatchObject({ state: "stored", last_error: null, attempts: 2 });
    await expectAllIsWell([order], "stamped");
  });

  test("keeps the signature that it has, so that every try stores the same", async () => {
    const { objectStore } = desk.service.platform;
    const put: ObjectStore["put"] = async (key, ...rest) => {
      if (key.endsWith(".p7s")) throw new ObjectStoreError("unavailable", "The store is away.");
      await objectStore.put(key, ...rest);
    };
    const order = await made({ objectStore: { ...objectStore, put } });
    const { signature } = await newest();
    expect(signature).not.toBeNull();
    await swept();
    expect(await newest()).toMatchObject({ state: "stored", signature });
    await expectAllIsWell([order], "stored");
  });

  test("because something else lies in its place stays pending, and overwrites nothing", async () => {
    const { objectStore } = desk.service.platform;
    const size = Number((await stored()).at(-1)!.size) + 1;
    const key = `${desk.tenantId}/checkpoints/test/${String(size).padStart(16, "0")}.txt`;
    await objectStore.put(key, Buffer.from("something else"), "text/plain");
    await made({});
    expect(await newest()).toMatchObject({
      state: "pending",
      last_error: `Another object lies where ${key} belongs.`,
    });
    expect(Buffer.from(await objectStore.get(key)).toString()).toBe("something else");
    await objectStore.delete(key);
    await swept();
    expect(await newest()).toMatchObject({ state: "stored" });
  });

  test("holds up no later one, which proves its order all the same", async () => {
    const { objectStore } = desk.service.platform;
    const put: ObjectStore["put"] = () =>
      Promise.reject(new ObjectStoreError("unavailable", "The store is away."));
    const first = await made({ objectStore: { ...objectStore, put } });
    const second = await made({});
    expect(await desk.sql("SELECT 1 FROM checkpoints WHERE state = 'pending'")).toHaveLength(1);
    for (const { id } of [first, second]) {
      const { body } = await desk.client.get<InclusionFile>(`/v1/orders/${id}/inclusion-proof`);
      const chain = await desk.client.get<AuditExport>(`/v1/orders/${id}/audit`);
      expect(verifyInclusion(body, chain.body).faults).toEqual([]);
    }
    await swept();
    await expectAllIsWell([first, second], "both stored");
  });
});

test("where the store keeps locks, both objects are locked: a test's for a month, the rest as long as evidence and a year", async () => {
  const { objectStore } = desk.service.platform;
  const locks: [key: string, until: string][] = [];
  const lock: ObjectLock = {
    putLocked: async (key, bytes, type, until) => {
      locks.push([key, until.toISOString()]);
      await objectStore.put(key, bytes, type);
    },
    extend: async () => undefined,
    hold: async () => undefined,
  };
  const live = await desk.service.tenant("Live", "live");
  const key = await desk.service.tenant("Long", "live");
  await desk.sql(`INSERT INTO retention_settings (tenant_id, mode, documents, evidence, archive, updated_at)
    VALUES ('${key.tenantId}', 'live', 'P3M', 'P30Y', false, now())`);
  await desk.order([ada]);
  await desk.sql(`
    CREATE TEMP TABLE copy AS SELECT * FROM orders LIMIT 1;
    INSERT INTO orders SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'tenant_id', t,
      'mode', 'live', 'external_id', NULL, 'profile_id', NULL))).* FROM copy c,
      unnest(ARRAY['${live.tenantId}', '${key.tenantId}']) AS t;
    UPDATE orders SET trail_changed = true WHERE mode = 'live'`);
  desk.service.clock.advance(3600);
  await desk.replacing({ objectLock: lock }, () => makeDueCheckpoints(desk.service.platform));
  const rows = await desk.sql<{ tenant_id: string; created_at: Date; locked_until: Date }>(
    "SELECT tenant_id, created_at, locked_until FROM checkpoints WHERE locked_until IS NOT NULL",
  );
  const days = Object.fromEntries(
    rows.map((row) => [
      row.tenant_id,
      Math.floor((row.locked_until.getTime() - row.created_at.getTime()) / 86_400_000),
    ]),
  );
  expect(days[desk.tenantId]).toBeGreaterThanOrEqual(28);
  expect(days[desk.tenantId]).toBeLessThanOrEqual(31);
  expect(days[live.tenantId]).toBeGreaterThan(365 * 11);
  expect(days[key.tenantId]).toBeGreaterThan(365 * 31);
  expect(locks).toHaveLength(6);
  for (const row of rows) {
    const own = locks.filter(([key]) => key.startsWith(row.tenant_id));
    expect(own.map(([, until]) => until)).toEqual(Array(2).fill(row.locked_until.toISOString()));
  }
});
