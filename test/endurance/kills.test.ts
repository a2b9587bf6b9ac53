import { setTimeout as wait } from "node:timers/promises";
import { sampleContract } from "../../api/demo/sampleContract.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import type { AuditExport } from "../../engine/hashchain/auditExport.js";
import { verifyAuditExport } from "../../engine/hashchain/verify.js";
import { KillableService } from "../chaos/killableService.js";
import { StubbornSigner } from "../chaos/stubbornSigner.js";
import { ApiClient } from "../support/apiClient.js";
import { seededRandom } from "../support/seededRandom.js";
import { rawSignatures } from "../support/signatureJudges.js";

const leastOrders = Number(process.env["ENDURANCE_ORDERS"] ?? 300);
/** Of server, worker and PostgreSQL each; on a quick machine more orders are made until it was done so often. */
const leastKills = Math.min(10, Math.ceil(leastOrders / 10));
const atOnce = 4;
const seed = 20261122;

let service: KillableService;
/** What the service has acknowledged. */
const acknowledged: string[] = [];
const signed: { order: OrderView; signers: number }[] = [];
const killed = { api: 0, worker: 0, postgres: 0 };
let client: ApiClient;

beforeAll(async () => {
  service = await KillableService.prepare(["api", "worker"]);
  await service.start();
  const apiKey = await service.apiKey();
  client = new ApiClient(service.baseUrl, apiKey);
  const content = Buffer.from(await sampleContract()).toString("base64");
  const random = seededRandom(seed);
  const giveUp = AbortSignal.timeout(1_000_000);
  let begun = 0;
  const work = Array.from({ length: atOnce }, async () => {
    while (begun < leastOrders || Math.min(...Object.values(killed)) < leastKills) {
      begun += 1;
      const signers = begun % 3 === 0 ? 2 : 1;
      const signer = new StubbornSigner(service.baseUrl, apiKey, `order-${begun}`, giveUp, signers);
      signed.push({ order: await signer.completeOrder(content), signers });
      acknowledged.push(...signer.acknowledged);
    }
  });
  let done = false;
  const all = Promise.all(work).finally(() => {
    done = true;
  });
  const [api, worker] = service.programs as [(typeof service.programs)[0], (typeof service.programs)[0]];
  const victims = ["api", "worker", "postgres"] as const;
  for (let round = 0; !done; round++) {
    await Promise.race([all, wait(200 + random(800))]);
    const victim = victims[round % victims.length]!;
    killed[victim] += 1;
    if (victim === "postgres") await service.killPostgres().catch(() => undefined);
    else {
      const program = victim === "api" ? api : worker;
      await program.kill();
      await program.start();
    }
    // PostgreSQL may be coming up again.
    await stubbornly(() => service.letTimePass());
  }
  await all;
  for (let tries = 0; ; tries++) {
    await stubbornly(() => service.letTimePass());
    const [open] = await stubbornly(() =>
      service.sql<{ count: number }>(
        `SELECT ((SELECT count(*) FROM signings WHERE state = 'pending') + (SELECT count(*) FROM object_claims)
           + (SELECT count(*) FROM seals WHERE state = 'pending') + (SELECT count(*) FROM messages WHERE state = 'pending')
           + (SELECT count(*) FROM otp_codes WHERE state = 'sending'))::int AS count`,
      ),
    );
    if (open!.count === 0) break;
    if (tries === 300) throw new Error(`${open!.count} pieces of work stay pending.`);
    await wait(200);
  }
}, 1_100_000);
afterAll(() => service.remove(), 60_000);

async function stubbornly<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === 100) throw error;
      await wait(100);
    }
  }
}

test("server, worker and PostgreSQL were each killed again and again while the orders were signed", () => {
  expect(Math.min(...Object.values(killed))).toBeGreaterThanOrEqual(leastKills);
});

test("each order that a caller was told of is completed, with as many signatures as signers and one seal", async () => {
  expect(signed.length).toBeGreaterThanOrEqual(leastOrders);
  for (const { order, signers } of signed) {
    const { body } = await client.get<OrderView>(`/v1/orders/${order.id}`);
    expect(body).toMatchObject({ state: "completed", documents: [{ signatures: signers }] });
    const path = `/v1/orders/${order.id}/documents/${body.documents[0]!.id}/signed`;
    const document = await client.get<Buffer>(path);
    expect(rawSignatures(document.body)).toHaveLength(signers + 1);
  }
  const [row] = await service.sql<{ count: number }>(
    "SELECT count(*)::int AS count FROM orders WHERE external_id LIKE 'order-%'",
  );
  expect(row!.count).toBe(signed.length);
});

test("no step that was acknowledged is lost, and none is done twice: the chains verify and say so", async () => {
  for (const { order, signers } of signed) {
    const { body: audit } = await client.get<AuditExport>(`/v1/orders/${order.id}/audit`);
    expect(verifyAuditExport(audit).faults).toEqual([]);
    const count = (type: string) => audit.events.filter(({ body }) => body.type === type).length;
    const counts = Object.fromEntries(
      ["order.created", "order.completed", "document.sealed", "document.signed", "signer.signed"].map(
        (type) => [type, count(type)],
      ),
    );
    expect({ order: order.id, ...counts }).toEqual({
      order: order.id,
      "order.created": 1,
      "order.completed": 1,
      "document.sealed": 1,
      "document.signed": signers,
      "signer.signed": signers,
    });
    for (const signer of order.signers) {
      expect(acknowledged).toContain(`signer.signed ${signer.id}`);
      const own = audit.events.filter(
        ({ body }) => body.type === "signer.signed" && body.signer === signer.id,
      );
      expect(own).toHaveLength(1);
    }
  }
});

test("each signature is charged once", async () => {
  const charged = await service.sql<{ events: number; signers: number }>(
    `SELECT count(*)::int AS events, count(DISTINCT signer_id)::int AS signers FROM usage_events`,
  );
  const signers = signed.reduce((sum, one) => sum + one.signers, 0);
  expect(charged).toEqual([{ events: signers, signers }]);
});

test("each message was sent once to each whom it is for, and every message that was due is sent or was dropped", async () => {
  const twice = await service.sql(
    `SELECT order_id, signer_id, kind FROM messages GROUP BY order_id, signer_id, kind HAVING count(*) > 1`,
  );
  expect(twice).toEqual([]);
  const told = await service.sql(
    `SELECT order_id, signer_id, body::jsonb -> 'data' ->> 'message' AS message FROM events WHERE type = 'message.sent'
     GROUP BY 1, 2, 3 HAVING count(*) > 1`,
  );
  expect(told).toEqual([]);
  const [row] = await service.sql<{ invitations: number; completed: number; open: number }>(
    `SELECT count(*) FILTER (WHERE m.kind = 'invitation')::int AS invitations,
       count(*) FILTER (WHERE m.kind = 'completed')::int AS completed,
       count(*) FILTER (WHERE m.state NOT IN ('sent', 'dropped'))::int AS open
     FROM messages m JOIN orders o ON o.tenant_id = m.tenant_id AND o.id = m.order_id
     WHERE o.external_id LIKE 'order-%'`,
  );
  const signers = signed.reduce((sum, one) => sum + one.signers, 0);
  expect(row).toEqual({ invitations: signers, completed: signers, open: 0 });
});

test("each object in the store is some row's, and each row's object is there", async () => {
  const owned = await service.sql<{ key: string }>(
    `SELECT object_key AS key FROM document_revisions
     UNION SELECT image_key FROM signings WHERE image_key IS NOT NULL`,
  );
  expect(await service.objectKeys()).toEqual(owned.map(({ key }) => key).sort());
});
