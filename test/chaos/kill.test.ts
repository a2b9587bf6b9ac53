import { setTimeout as wait } from "node:timers/promises";
import { sampleContract } from "../../api/demo/sampleContract.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import type { AuditExport } from "../../engine/hashchain/auditExport.js";
import { verifyAuditExport } from "../../engine/hashchain/verify.js";
import { expectEachKeyAccountedFor } from "../integration/api/crashInvariants.js";
import { ApiClient } from "../support/apiClient.js";
import { ownedObjects } from "../support/ownedObjects.js";
import { seededRandom } from "../support/seededRandom.js";
import { rawSignatures } from "../support/signatureJudges.js";
import { KillableService } from "./killableService.js";
import { StubbornSigner } from "./stubbornSigner.js";

const leastOrders = 20;
const leastKills = 6;
const atOnce = 3;
const seed = 20261122;

let service: KillableService;

beforeAll(async () => {
  service = await KillableService.prepare();
}, 60_000);
afterAll(() => service.remove(), 60_000);

test(`${leastOrders} orders, through a service that is killed again and again, all end signed, once and whole`, async () => {
  const random = seededRandom(seed);
  await service.start();
  const apiKey = await service.apiKey();
  const content = Buffer.from(await sampleContract()).toString("base64");
  const giveUp = AbortSignal.timeout(100_000);
  const signed: OrderView[] = [];
  let begun = 0;
  let kills = 0;
  const signers = Array.from({ length: atOnce }, async () => {
    while (begun < leastOrders || kills < leastKills) {
      begun += 1;
      const signer = new StubbornSigner(service.baseUrl, apiKey, `order-${begun}`, giveUp);
      signed.push(await signer.completeOrder(content));
    }
  });
  let done = false;
  const all = Promise.all(signers).finally(() => {
    done = true;
  });
  while (!done) {
    // Longer each time, so that a slow machine gets to an end as well.
    await Promise.race([all, wait((150 + random(450)) * (1 + kills / 6))]);
    await service.kill();
    kills += 1;
    await service.letTimePass();
    await service.start();
  }
  await all;

  // What the last kill left behind has its time now, and the worker a moment to see to it.
  await service.kill();
  await service.letTimePass();
  await service.start();
  await expectNothingPending();

  const client = new ApiClient(service.baseUrl, apiKey);
  const ids = new Set(signed.map(({ id }) => id));
  expect(ids.size).toBe(begun);
  expect(begun).toBeGreaterThanOrEqual(leastOrders);
  const [made] = await service.sql<{ count: string }>(
    "SELECT count(*) FROM orders WHERE external_id LIKE 'order-%'",
  );
  expect(Number(made!.count)).toBe(begun);
  for (const id of ids) await expectSignedOnce(client, id);
  const owned = await service.sql<{ key: string }>(ownedObjects);
  expect(await service.objectKeys()).toEqual(owned.map(({ key }) => key).sort());
  const certificates = await service.sql("SELECT 1 FROM certificates");
  expect(certificates).toHaveLength(begun);
}, 120_000);

async function expectSignedOnce(client: ApiClient, id: string): Promise<void> {
  const { body: order } = await client.get<OrderView>(`/v1/orders/${id}`);
  expect(order).toMatchObject({
    state: "completed",
    documents: [{ signatures: 1 }],
    signers: [{ state: "signed" }],
  });
  const path = `/v1/orders/${id}/documents/${order.documents[0]!.id}/signed`;
  expect(rawSignatures((await client.get<Buffer>(path)).body)).toHaveLength(2);
  const { body: audit } = await client.get<AuditExport>(`/v1/orders/${id}/audit`);
  expect(verifyAuditExport(audit).faults).toEqual([]);
  const types = audit.events.map(({ body }) => body.type);
  expect({ id, kept: expectEachKeyAccountedFor(audit) }).toEqual({ id, kept: 1 });
  for (const type of [
    "order.created",
    "consent.given",
    "document.signed",
    "document.sealed",
    "order.completed",
  ]) {
    expect({ id, type, count: types.filter((one) => one === type).length }).toEqual({ id, type, count: 1 });
  }
}

async function expectNothingPending(): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const [open] = await service.sql<{ count: string }>(
      `SELECT (SELECT count(*) FROM signings WHERE state = 'pending') + (SELECT count(*) FROM object_claims)
         + (SELECT count(*) FROM seals WHERE state = 'pending')
         + (SELECT count(*) FROM otp_codes WHERE state = 'sending') AS count`,
    );
    if (Number(open!.count) === 0) return;
    await wait(100);
  }
  throw new Error("Something stays pending.");
}
