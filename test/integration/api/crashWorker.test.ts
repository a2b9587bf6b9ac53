import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "../../../api/database/database.js";
import { storeObjects } from "../../../api/documents/claims.js";
import { type ObjectStore, ObjectStoreError } from "../../../api/ports/objectStore.js";
import { sweep } from "../../../api/work/sweeper.js";
import { Worker } from "../../../api/work/worker.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";

let desk: OrderDesk;

beforeEach(async () => {
  desk = await OrderDesk.open();
});
afterEach(() => desk.close());

/** Objects that nobody owns, whose claims have run out. */
async function unowned(...names: string[]): Promise<void> {
  const objects = names.map((name) => ({
    key: `${desk.tenantId}/${name}`,
    bytes: Buffer.from(name),
    contentType: "text/plain",
  }));
  await storeObjects(desk.service.platform, desk.tenantId, objects);
  desk.service.clock.advance(601);
}

/** A store that cannot delete what is called stuck. @param deletes counts the tries */
function stuckStore(deletes: string[]): ObjectStore {
  const { objectStore } = desk.service.platform;
  return {
    ...objectStore,
    async delete(key) {
      deletes.push(key);
      if (key.includes("stuck")) throw new ObjectStoreError("unavailable", "The store is down.");
      await objectStore.delete(key);
    },
  };
}

test("a worker does what is due without being asked, and stops when told to", async () => {
  await unowned("a", "b");
  const worker = new Worker(desk.service.platform);
  worker.start();
  for (let tries = 0; tries < 100 && (await desk.objectKeys()).length > 0; tries++) await wait(20);
  await worker.stop();
  expect(await desk.objectKeys()).toEqual([]);
  await unowned("c");
  await wait(50);
  expect(await desk.objectKeys()).toHaveLength(1);
});

test("work that fails is tried again after a pause, not as fast as the machine can", async () => {
  await unowned("stuck");
  const deletes: string[] = [];
  const worker = new Worker({ ...desk.service.platform, objectStore: stuckStore(deletes) });
  worker.start();
  await wait(700);
  await worker.stop();
  expect(deletes.length).toBeGreaterThanOrEqual(1);
  expect(deletes.length).toBeLessThanOrEqual(2);
});

test("a worker does not ask again and again for a piece of work that another one is at", async () => {
  await unowned("slow");
  const { platform } = desk.service;
  let deletes = 0;
  const objectStore: ObjectStore = {
    ...platform.objectStore,
    async delete(key) {
      deletes += 1;
      await wait(700);
      await platform.objectStore.delete(key);
    },
  };
  let lookups = 0;
  const database = {
    withTenant: platform.database.withTenant.bind(platform.database),
    onAnnounced: platform.database.onAnnounced.bind(platform.database),
    lookup: (...query: Parameters<Database["lookup"]>) => {
      if (query[0].includes("due_work")) lookups += 1;
      return platform.database.lookup(...query);
    },
  } as unknown as Database;
  const workers = [1, 2].map(() => new Worker({ ...platform, objectStore, database }));
  for (const worker of workers) worker.start();
  await wait(500);
  expect(deletes).toBe(1);
  expect(lookups).toBeLessThanOrEqual(2);
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(await desk.objectKeys()).toEqual([]);
});

test("many pieces of work that fail do not stand before one that would succeed", async () => {
  await unowned(...Array.from({ length: 120 }, (_, index) => `stuck-${index}`));
  desk.service.clock.advance(5);
  await unowned("good");
  const platform = { ...desk.service.platform, objectStore: stuckStore([]) };
  for (let round = 0; round < 4; round++) await sweep(platform);
  const left = await desk.objectKeys();
  expect(left).toHaveLength(120);
  expect(left.join()).not.toContain("good");
  desk.service.clock.advance(3600);
  for (let round = 0; round < 4; round++) await sweep(desk.service.platform);
  expect(await desk.objectKeys()).toEqual([]);
  expect(await desk.sql("SELECT 1 FROM object_claims")).toEqual([]);
});

test("one order that cannot be ended holds up no other", async () => {
  const expires_at = new Date(desk.service.clock.now().getTime() + 60_000).toISOString();
  const broken = await desk.order([ada], { expires_at });
  const good = await desk.order([ada], { expires_at });
  await desk.sql(
    `UPDATE orders SET chain_length = 0 WHERE title = 'Agreement' AND id = (SELECT min(id::text)::uuid FROM orders)`,
  );
  desk.service.clock.advance(61);
  await sweep(desk.service.platform);
  const states = [await desk.read(broken), await desk.read(good)].map(({ state }) => state).sort();
  expect(states).toEqual(["expired", "ready"]);
});
