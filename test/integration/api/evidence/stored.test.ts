import { createHash } from "node:crypto";
import { evidenceKey } from "../../../../api/evidence/evidenceKey.js";
import { resumeEvidence } from "../../../../api/evidence/performEvidence.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import {
  evidenceOf,
  evidenceStatus,
  letTheHourPass,
  openEvidence,
  sweepDry,
} from "../../../support/evidenceMaking.js";
import { ada, OrderDesk, uuidOf } from "../../../support/orderDesk.js";

let desk: OrderDesk;
beforeEach(async () => {
  desk = await OrderDesk.open();
  // In the middle of an hour, so that a test does not cross into another one by itself.
  const seconds = desk.service.clock.now().getTime() / 1000;
  desk.service.clock.advance(3600 - (seconds % 3600) + 1800);
});
afterEach(() => desk.close());

async function signedOrder(): Promise<OrderView> {
  const order = await desk.order([ada]);
  expect((await desk.browser(order).sign()).status).toBe(200);
  return order;
}

const stored = async (order: OrderView, revision = 1) =>
  Buffer.from(
    await desk.service.platform.objectStore.get(evidenceKey(desk.tenantId, uuidOf(order.id), revision)),
  );
const storedKeys = async () => (await desk.objectKeys()).filter((key) => key.includes("/evidence/"));
const dataOf = async (order: OrderView, type: string) =>
  (await desk.events(order)).filter((event) => event.type === type).map(({ data }) => data);

test("after the hour's checkpoint the evidence is stored once, with the proof and without documents, and the trail says so", async () => {
  const order = await signedOrder();
  expect(await evidenceStatus(desk, order)).toMatchObject({ state: "pending", revisions: [] });
  await sweepDry(desk);
  expect(await evidenceStatus(desk, order)).toMatchObject({ state: "pending", revisions: [] });
  await letTheHourPass(desk);
  const bytes = await stored(order);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const told = { revision: 1, bytes: bytes.length, sha256, documents: false, locked_until: null };
  expect(await dataOf(order, "evidence.stored")).toEqual([told]);
  expect(await evidenceStatus(desk, order)).toMatchObject({
    object: "evidence_file",
    order: order.id,
    state: "stored",
    archive: false,
    cause: null,
    revisions: [{ revision: 1, bytes: bytes.length, sha256, locked_until: null, lock: expect.any(String) }],
  });
  const { statement, files } = openEvidence(bytes);
  expect(Object.keys(files).filter((name) => name.startsWith("documents/"))).toEqual([]);
  expect(statement).toMatchObject({
    documents: [{ source: { file: null, sha256: order.documents[0]!.sha256 }, signed: { file: null } }],
    log: { tree_size: expect.any(Number) },
    log_missing: null,
  });
  expect(Object.keys(files)).toEqual(expect.arrayContaining(["timestamps/01-agreement-1.tst"]));
});

test("what is downloaded has the documents as long as they are there, and is what was stored when they are gone", async () => {
  const order = await signedOrder();
  await letTheHourPass(desk);
  const fresh = await evidenceOf(desk, order);
  expect(fresh.statement.documents[0]!.source.file).toBe("documents/01-agreement.pdf");
  expect((await desk.client.request("DELETE", `/v1/orders/${order.id}/documents`)).status).toBe(200);
  const { bytes } = await evidenceOf(desk, order);
  expect(bytes.equals(await stored(order))).toBe(true);
});

test("where nobody did anything nothing is stored, and what is downloaded later has the hashes", async () => {
  const order = await desk.order([ada]);
  await desk.client.post(`/v1/orders/${order.id}/cancel`);
  await letTheHourPass(desk);
  expect(await evidenceStatus(desk, order)).toMatchObject({ state: "none", revisions: [] });
  expect(await storedKeys()).toEqual([]);
  expect((await desk.client.request("DELETE", `/v1/orders/${order.id}/documents`)).status).toBe(200);
  const { statement } = await evidenceOf(desk, order);
  expect(statement.documents).toMatchObject([
    {
      source: { file: null, sha256: order.documents[0]!.sha256 },
      removed_at: expect.any(String),
      lost: false,
    },
  ]);
});

test("an order that runs has no evidence file, and says so", async () => {
  expect(await evidenceStatus(desk, await desk.order([ada]))).toMatchObject({
    state: "running",
    stored_at: null,
    revisions: [],
  });
});

test("a refusal is stored, too", async () => {
  const order = await desk.order([ada]);
  const { client, path } = desk.browser(order);
  await desk.browser(order).open();
  expect((await client.post(`${path}/refuse`, { reason: "No." })).status).toBe(200);
  await letTheHourPass(desk);
  expect(await evidenceStatus(desk, order)).toMatchObject({ state: "stored" });
  expect(openEvidence(await stored(order)).statement).toMatchObject({ state: "refused" });
});

test("without a checkpoint it waits, not as a failure, and is made without the proof after three hours", async () => {
  const order = await signedOrder();
  for (let minutes = 0; minutes < 170; minutes += 10) {
    desk.service.clock.advance(600);
    await sweepDry(desk);
    expect(await evidenceStatus(desk, order)).toMatchObject({ state: "pending", cause: null });
  }
  const [row] = await desk.sql<{ attempts: number }>("SELECT attempts FROM evidence_files");
  expect(row!.attempts).toBe(0);
  desk.service.clock.advance(900);
  await sweepDry(desk);
  expect(openEvidence(await stored(order)).statement).toMatchObject({
    log: null,
    log_missing: expect.stringContaining("No stored checkpoint"),
  });
});

test("of a test order whose time was moved on it is made at once", async () => {
  const order = await signedOrder();
  await desk.client.post(`/v1/orders/${order.id}/test-clock`, { seconds: 86_400 });
  await sweepDry(desk);
  expect(await evidenceStatus(desk, order)).toMatchObject({ state: "stored" });
});

test("three processes that take it up at once store one file, and commit it once", async () => {
  const order = await signedOrder();
  await letTheHourPass(desk);
  const second = await signedOrder();
  desk.service.clock.advance(4 * 3600);
  const { platform } = desk.service;
  const taken = await Promise.all(
    [1, 2, 3].map(() => resumeEvidence(platform, desk.tenantId, uuidOf(second.id))),
  );
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await desk.count(second, "evidence.stored")).toEqual([1]);
  expect(await storedKeys()).toHaveLength(2);
  expect(await desk.count(order, "evidence.stored")).toEqual([1]);
});

test("a process that was thought dead and comes back finds it stored, and leaves nothing of its own", async () => {
  const order = await signedOrder();
  desk.service.clock.advance(4 * 3600);
  const { platform } = desk.service;
  const slow = {
    ...platform.objectStore,
    async put(...object: Parameters<typeof platform.objectStore.put>) {
      if (object[0].includes("/evidence/")) {
        desk.service.clock.advance(301);
        await resumeEvidence(platform, desk.tenantId, uuidOf(order.id));
      }
      await platform.objectStore.put(...object);
    },
  };
  await resumeEvidence({ ...platform, objectStore: slow }, desk.tenantId, uuidOf(order.id));
  const [{ sha256 } = { sha256: "" }] = (await evidenceStatus(desk, order)).revisions;
  expect(
    createHash("sha256")
      .update(await stored(order))
      .digest("hex"),
  ).toBe(sha256);
  expect(await desk.count(order, "evidence.stored")).toEqual([1]);
  expect(await storedKeys()).toHaveLength(1);
});

test("a deposit that comes second takes over what was made without documents as that, and is made with them after it", async () => {
  const order = await signedOrder();
  desk.service.clock.advance(4 * 3600);
  const { platform } = desk.service;
  const { objectStore } = platform;
  const make = (put: typeof objectStore.put) =>
    resumeEvidence({ ...platform, objectStore: { ...objectStore, put } }, desk.tenantId, uuidOf(order.id));
  const dying = make(async (...without) => {
    expect((await desk.client.post(`/v1/orders/${order.id}/deposit`)).status).toBe(202);
    desk.service.clock.advance(301);
    await make(async (...withDocuments) => {
      await objectStore.put(...without);
      await objectStore.put(...withDocuments);
    });
    throw new Error("Dies before it commits.");
  });
  await expect(dying).rejects.toThrow("Dies");
  desk.service.clock.advance(60);
  await sweepDry(desk);
  expect((await dataOf(order, "evidence.stored")).map(({ documents }) => documents)).toEqual([false, true]);
  expect(await evidenceStatus(desk, order)).toMatchObject({ state: "stored", archive: true });
  expect(Object.keys(openEvidence(await stored(order, 2)).files)).toContain("documents/01-agreement.pdf");
});

test("what cannot be stored is tried again ever later, shows among the stuck work with its cause, and is made by a retry", async () => {
  const order = await signedOrder();
  desk.service.clock.advance(4 * 3600);
  const { objectStore } = desk.service.platform;
  const full = {
    ...objectStore,
    async put(...object: Parameters<typeof objectStore.put>) {
      if (object[0].includes("/evidence/")) throw new Error("disk full at /var/lib/objects");
      await objectStore.put(...object);
    },
  };
  await desk.replacing({ objectStore: full }, async () => {
    for (const wait of [5, 10, 20]) {
      await sweepDry(desk);
      desk.service.clock.advance(wait);
    }
  });
  const { body } = await desk.client.get<{ data: { kind: string; subject: string; cause: string }[] }>(
    "/v1/stuck-work",
  );
  expect(body.data).toEqual([
    expect.objectContaining({
      kind: "evidence",
      order: order.id,
      cause: "An unexpected fault, which the service's log names.",
    }),
  ]);
  expect(await evidenceStatus(desk, order)).toMatchObject({ state: "pending", cause: expect.any(String) });
  const retried = await desk.client.post(`/v1/stuck-work/evidence/${body.data[0]!.subject}/retry`);
  expect(retried.status).toBe(204);
  await sweepDry(desk);
  expect(await evidenceStatus(desk, order)).toMatchObject({ state: "stored", cause: null });
});
