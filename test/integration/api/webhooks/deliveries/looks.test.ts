import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "../../../../../api/database/database.js";
import { Dispatcher } from "../../../../../api/webhooks/deliveries/dispatcher.js";
import { notify } from "../../../../../api/webhooks/outbox/notify.js";
import { WebhookDesk } from "../../../../support/webhookDesk.js";
import { WebhookReceiver } from "../../../../support/webhookReceiver.js";

let desk: WebhookDesk;
let receiver: WebhookReceiver;

beforeEach(async () => {
  desk = await WebhookDesk.open();
  receiver = await WebhookReceiver.open();
});
afterEach(async () => {
  await receiver.close();
  await desk.close();
});

test("a change has the lanes of its own tenant looked at, and those of all no more than once a second, however much happens", async () => {
  await desk.endpoint(receiver.origin);
  const { database } = desk.platform;
  const looks: string[] = [];
  const watched = new Proxy(database, {
    get(target, name: keyof Database) {
      const member = target[name];
      if (typeof member !== "function") return member;
      if (name !== "lookup") return member.bind(target);
      return (...query: Parameters<Database["lookup"]>) => {
        looks.push(/FROM (\w+)/.exec(query[0])![1]!);
        return target.lookup(...query);
      };
    },
  });
  const dispatcher = new Dispatcher({ ...desk.platform, database: watched });
  dispatcher.start();
  const started = performance.now();
  const counted = (name: string) => looks.filter((look) => look === name).length;
  for (let told = 1; counted("due_lanes_of") < 10; told++) {
    await desk.tell();
    while (receiver.received.length < told) await pause(2);
  }
  await dispatcher.stop();
  const seconds = (performance.now() - started) / 1000;
  expect(counted("due_lanes")).toBeLessThanOrEqual(seconds + 1);
});

test("a look at one tenant's lanes finds what is due, and costs the same however many lanes of others are in trouble", async () => {
  const endpoint = await desk.endpoint(receiver.origin);
  const other = (await desk.service.tenant()).tenantId;
  await desk.tell();
  const before = await lookAt(desk.tenantId);
  expect(before.lanes).toEqual([endpoint]);
  await desk.sql(
    `WITH told AS (
       INSERT INTO notifications (tenant_id, id, mode, type, occurred_at, payload)
       VALUES ($1, gen_random_uuid(), 'test', 'endpoint.test', now(), '{}') RETURNING id
     ), lanes AS (SELECT gen_random_uuid() AS lane FROM generate_series(1, 500))
     INSERT INTO webhook_deliveries (tenant_id, destination, notification_id, kind, lane, state, due_at, created_at)
     SELECT $1, lane, id, 'endpoint', lane, 'pending', now() + interval '1 hour', now() FROM told CROSS JOIN lanes`,
    [other],
  );
  const after = await lookAt(desk.tenantId);
  expect(after.lanes).toEqual([endpoint]);
  expect(after.buffers).toBeLessThanOrEqual(before.buffers + 5);
  expect((await lookAt(other)).buffers).toBeGreaterThan(500);
});

test("a look at one tenant's lanes leaves out those that are held, not due, or have an open circuit", async () => {
  const [held, open, halfOpen, well] = [
    await desk.endpoint(receiver.origin),
    await desk.endpoint(receiver.origin),
    await desk.endpoint(receiver.origin),
    await desk.endpoint(receiver.origin),
  ];
  await desk.tell();
  const now = desk.service.clock.now();
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const set = (lane: string, isHeld: boolean, until: Date | null) =>
    desk.sql(
      `INSERT INTO webhook_lanes (tenant_id, lane, held, open_until) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, lane) DO UPDATE SET held = $3, open_until = $4`,
      [desk.tenantId, lane, isHeld, until],
    );
  await set(held, true, null);
  await set(open, false, at(30));
  await set(halfOpen, false, at(-1));
  expect((await lookAt(desk.tenantId)).lanes.sort()).toEqual([halfOpen, well].sort());
  await desk.sql("UPDATE webhook_deliveries SET due_at = $1", [at(1)]);
  expect((await lookAt(desk.tenantId)).lanes).toEqual([]);
});

test("a change of a process whose clock is half a minute ahead is told at once", async () => {
  const endpoint = await desk.endpoint(receiver.origin);
  const ahead = { now: () => new Date(desk.service.clock.now().getTime() + 30_000) };
  await desk.platform.database.withTenant(desk.tenantId, (transaction) =>
    notify({ ...desk.platform, clock: ahead }, transaction, {
      type: "endpoint.test",
      mode: "test",
      data: {},
    }),
  );
  await desk.settle();
  expect(await desk.states(endpoint)).toEqual({ delivered: 1 });
});

/** The lanes that the look finds, and the pages that PostgreSQL looks at for it. */
async function lookAt(tenantId: string): Promise<{ lanes: string[]; buffers: number }> {
  const call = "due_lanes_of(ARRAY[$1]::uuid[], $2)";
  const values = [tenantId, desk.service.clock.now()];
  const rows = await desk.sql<{ lane: string }>(`SELECT lane FROM ${call}`, values);
  const [explained] = await desk.sql<{ "QUERY PLAN": [{ Plan: Record<string, number> }] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT lane FROM ${call}`,
    values,
  );
  const plan = explained!["QUERY PLAN"][0].Plan;
  return {
    lanes: rows.map(({ lane }) => lane),
    buffers: plan["Shared Hit Blocks"]! + plan["Shared Read Blocks"]!,
  };
}
