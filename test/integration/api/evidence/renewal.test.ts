import { createHash } from "node:crypto";
import { evidenceKey } from "../../../../api/evidence/evidenceKey.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import type { Platform } from "../../../../api/platform.js";
import {
  evidenceOf,
  evidenceStatus,
  letTheHourPass,
  openEvidence,
  sweepDry,
} from "../../../support/evidenceMaking.js";
import { ada, OrderDesk, uuidOf } from "../../../support/orderDesk.js";

const day = 86_400;
let desk: OrderDesk;
beforeEach(async () => {
  desk = await OrderDesk.open();
});
afterEach(() => desk.close());

/** A signed order whose evidence is kept for thirty years, stored. */
async function storedOrder(): Promise<OrderView> {
  const order = await desk.order([ada], { retention: { documents: "P1M", evidence: "P30Y" } });
  expect((await desk.browser(order).sign()).status).toBe(200);
  await letTheHourPass(desk);
  return order;
}

/** The service is started anew, some years later. */
async function restart(years: number): Promise<void> {
  desk.service.clock.advance(years * 365 * day);
  Object.assign(desk.service.platform, await desk.service.authoritiesOfNow());
}

const yearsFromNow = (time: string | null) =>
  (new Date(time!).getTime() - desk.service.clock.now().getTime()) / (365 * day * 1000);

test("a year before its time-stamp's certificate ends it is renewed, as a further revision, and nothing before that is touched", async () => {
  const order = await storedOrder();
  const before = await evidenceStatus(desk, order);
  expect(yearsFromNow(before.renew_at)).toBeCloseTo(9, 1);
  await restart(8.9);
  await sweepDry(desk);
  expect(await evidenceStatus(desk, order)).toMatchObject({
    renew_at: before.renew_at,
    revisions: [{ revision: 1 }],
  });
  desk.service.clock.advance(0.2 * 365 * day);
  await sweepDry(desk);
  const after = await evidenceStatus(desk, order);
  expect(after.revisions).toHaveLength(2);
  expect(after.revisions[0]).toEqual(before.revisions[0]);
  expect(yearsFromNow(after.renew_at)).toBeGreaterThan(8);
  expect(await desk.count(order, "evidence.stored", "evidence.renewed")).toEqual([1, 1]);
  const [renewed] = (await desk.events(order)).filter(({ type }) => type === "evidence.renewed");
  expect(renewed!.data).toMatchObject({ revision: 2, sha256: after.revisions[1]!.sha256, documents: false });
});

test("a renewal adds a time-stamp over all that was there, and changes no file that was", async () => {
  const order = await storedOrder();
  await restart(9.1);
  await sweepDry(desk);
  const at = async (revision: number) =>
    openEvidence(
      Buffer.from(
        await desk.service.platform.objectStore.get(evidenceKey(desk.tenantId, uuidOf(order.id), revision)),
      ),
    ).files;
  const [first, second] = [await at(1), await at(2)];
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  for (const [name, bytes] of Object.entries(first)) {
    if (name.startsWith("META-INF/ASiCArchiveManifest") || name.startsWith("META-INF/timestamp")) continue;
    expect({ name, hash: hash(second[name]!) }).toEqual({ name, hash: hash(bytes) });
  }
  expect(Object.keys(second)).toHaveLength(Object.keys(first).length + 2);
  const { body } = await desk.client.get<Buffer>(`/v1/orders/${order.id}/evidence`);
  expect(openEvidence(body).statement.order).toBe(order.id);
});

test("evidence that was changed in the store is not time-stamped: it stays due and shows among the stuck work", async () => {
  const order = await storedOrder();
  const other = await storedOrder();
  await restart(9.1);
  const { objectStore } = desk.service.platform;
  const key = evidenceKey(desk.tenantId, uuidOf(order.id), 1);
  const altering = {
    ...objectStore,
    async get(wanted: string) {
      const bytes = Buffer.from(await objectStore.get(wanted));
      if (wanted === key) bytes[100] = bytes[100]! ^ 1;
      return bytes;
    },
  };
  await desk.replacing({ objectStore: altering } as Partial<Platform>, async () => {
    for (const wait of [5, 10, 20]) {
      await sweepDry(desk);
      desk.service.clock.advance(wait);
    }
  });
  expect((await evidenceStatus(desk, order)).revisions).toHaveLength(1);
  expect((await evidenceStatus(desk, other)).revisions).toHaveLength(2);
  const { body } = await desk.client.get<{ data: object[] }>("/v1/stuck-work");
  expect(body.data).toEqual([expect.objectContaining({ kind: "evidence_renewal", order: order.id })]);
  await desk.client.post(`/v1/stuck-work/evidence_renewal/${uuidOf(order.id)}/retry`);
  await sweepDry(desk);
  expect((await evidenceStatus(desk, order)).revisions).toHaveLength(2);
  expect(await desk.count(order, "evidence.renewed")).toEqual([1]);
});

test("where the unit is still the same a renewal would gain nothing, and says so instead of adding revisions", async () => {
  const order = await storedOrder();
  desk.service.clock.advance(9.1 * 365 * day);
  await sweepDry(desk);
  const status = await evidenceStatus(desk, order);
  expect(status.revisions).toHaveLength(1);
  expect(status.cause).toContain("end no later");
});

test("where nothing would be gained the authority is not asked every hour, and it shows among the stuck work all the same", async () => {
  const order = await storedOrder();
  desk.service.clock.advance(9.1 * 365 * day);
  const { timestampAuthority } = desk.service.platform;
  let asked = 0;
  const counted = {
    maxTokenBytes: timestampAuthority.test.maxTokenBytes,
    timestamp: (...imprint: Parameters<typeof timestampAuthority.test.timestamp>) => {
      asked += 1;
      return timestampAuthority.test.timestamp(...imprint);
    },
  };
  await desk.replacing({ timestampAuthority: { test: counted, live: counted } }, async () => {
    for (let hour = 0; hour < 48; hour++) {
      await sweepDry(desk);
      desk.service.clock.advance(3600);
    }
  });
  const { body } = await desk.client.get<{ data: object[] }>("/v1/stuck-work");
  expect(body.data).toEqual([expect.objectContaining({ kind: "evidence_renewal", order: order.id })]);
  expect(asked).toBeLessThanOrEqual(4);
});

test("after a renewal it is the renewed container that is downloaded", async () => {
  const order = await storedOrder();
  await restart(9.1);
  await sweepDry(desk);
  const { files } = await evidenceOf(desk, order);
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(["META-INF/timestamp002.tst", "META-INF/ASiCArchiveManifest001.xml"]),
  );
});
