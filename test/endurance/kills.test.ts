import { publicId } from "../../api/ids/id.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import type { AuditExport } from "../../engine/hashchain/auditExport.js";
import { verifyAuditExport } from "../../engine/hashchain/verify.js";
import { KillableService } from "../chaos/killableService.js";
import { ownedObjects } from "../support/ownedObjects.js";
import { rawSignatures } from "../support/signatureJudges.js";
import { type EnduranceRun, endure, leastKills, leastOrders } from "./run.js";

let service: KillableService;
let run: EnduranceRun;

beforeAll(async () => {
  service = await KillableService.prepare(["api", "worker"]);
  run = await endure(service);
}, 1_100_000);
afterAll(async () => {
  await run?.receiver.close();
  await service.remove();
}, 60_000);

test("server, worker and PostgreSQL were each killed again and again while the orders were signed", () => {
  expect(Math.min(...Object.values(run.killed))).toBeGreaterThanOrEqual(leastKills);
});

test("each order that a caller was told of is completed, with as many signatures as signers and one seal", async () => {
  expect(run.signed.length).toBeGreaterThanOrEqual(leastOrders);
  for (const { order, signers } of run.signed) {
    const { body } = await run.client.get<OrderView>(`/v1/orders/${order.id}`);
    expect(body).toMatchObject({ state: "completed", documents: [{ signatures: signers }] });
    const path = `/v1/orders/${order.id}/documents/${body.documents[0]!.id}/signed`;
    const document = await run.client.get<Buffer>(path);
    expect(rawSignatures(document.body)).toHaveLength(signers + 1);
  }
  const [row] = await service.sql<{ count: number }>(
    "SELECT count(*)::int AS count FROM orders WHERE external_id LIKE 'order-%'",
  );
  expect(row!.count).toBe(run.signed.length);
});

test("no step that was acknowledged is lost, and none is done twice: the chains verify and say so", async () => {
  for (const { order, signers } of run.signed) {
    const { body: audit } = await run.client.get<AuditExport>(`/v1/orders/${order.id}/audit`);
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
      expect(run.acknowledged).toContain(`signer.signed ${signer.id}`);
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
  const signers = run.signed.reduce((sum, one) => sum + one.signers, 0);
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
  const signers = run.signed.reduce((sum, one) => sum + one.signers, 0);
  expect(row).toEqual({ invitations: signers, completed: signers, open: 0 });
});

test("each object in the store is some row's, and each row's object is there", async () => {
  const owned = await service.sql<{ key: string }>(ownedObjects);
  expect(await service.objectKeys()).toEqual(owned.map(({ key }) => key).sort());
});

interface Told {
  readonly id: string;
  readonly body: string;
  /** Of which order's audit trail; null: of something beside it. */
  readonly line: string | null;
}

/** What was told of the orders of this run, by each request. */
function told(path: string): Told[] {
  const orders = new Set(run.signed.map(({ order }) => order.id));
  return run.receiver.received
    .filter((request) => request.path === path)
    .map(({ id, body }) => {
      const { data, type } = JSON.parse(body) as { type: string; data: { order: string; sequence?: number } };
      const line = data.sequence === undefined ? null : `${data.order} ${data.sequence} ${type}`;
      return { id, body, order: data.order, line };
    })
    .filter(({ order }) => orders.has(order));
}

async function linesOfTrails(): Promise<string[]> {
  const rows = await service.sql<{ order: string; seq: number; type: string }>(
    `SELECT e.order_id AS order, e.seq, e.type FROM events e
     JOIN orders o ON o.tenant_id = e.tenant_id AND o.id = e.order_id WHERE o.external_id LIKE 'order-%'`,
  );
  return rows.map(({ order, seq, type }) => `${publicId("ord", order)} ${seq} ${type}`).sort();
}

test.each(["/endpoint", "/callback"])(
  "each line of each audit trail was told at least once at %s, and no line that is in none",
  async (path) => {
    const lines = new Set(told(path).flatMap(({ line }) => line ?? []));
    expect([...lines].sort()).toEqual(await linesOfTrails());
  },
);

test.each(["/endpoint", "/callback"])(
  "each notification in the outbox came to %s with its own webhook-id, and none with another",
  async (path) => {
    const rows = await service.sql<{ id: string }>(
      `SELECT n.id FROM notifications n JOIN orders o ON o.tenant_id = n.tenant_id AND o.id = n.order_id
       WHERE o.external_id LIKE 'order-%'`,
    );
    const ids = new Set(told(path).map(({ id }) => id));
    expect([...ids].sort()).toEqual(rows.map(({ id }) => publicId("ntf", id)).sort());
  },
);

test("what was told more than once, to one or to both, came with the same webhook-id and the same bytes", async () => {
  const requests = [...told("/endpoint"), ...told("/callback")];
  const byId = Map.groupBy(requests, ({ id }) => id);
  const differing = [...byId].filter(([, same]) => new Set(same.map(({ body }) => body)).size > 1);
  expect(differing).toEqual([]);
  const named = requests.flatMap(({ id, line }) => (line === null ? [] : [`${line} ${id}`]));
  expect(new Set(named).size).toBe((await linesOfTrails()).length);
  expect(requests.length).toBeGreaterThan(2 * byId.size);
});

test("each delivery is noted as done, with an attempt that was answered well", async () => {
  const states = await service.sql(
    `SELECT d.state, EXISTS (SELECT FROM webhook_attempts a
       WHERE a.tenant_id = d.tenant_id AND a.destination = d.destination AND a.notification_id = d.notification_id
         AND a.status = 204) AS answered
     FROM webhook_deliveries d GROUP BY 1, 2`,
  );
  expect(states).toEqual([{ state: "delivered", answered: true }]);
});
