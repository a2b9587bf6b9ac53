import { setTimeout as pause } from "node:timers/promises";
import { type ProviderServer, startProvider } from "../../../../support/providerServer.js";
import { WebhookDesk } from "../../../../support/webhookDesk.js";

let desk: WebhookDesk;
let server: ProviderServer;
let status: number;
let endpoint: string;

beforeAll(async () => {
  desk = await WebhookDesk.open();
  server = await startProvider((_request, response) => response.writeHead(status).end());
  endpoint = await desk.endpoint(server.baseUrl);
});
afterAll(async () => {
  await server.stop();
  await desk.close();
});

/** Rows that the service's statements have read so far. PostgreSQL's processes tell what they read when they end. */
async function rowsRead(): Promise<number> {
  const ours = "FROM pg_stat_activity WHERE application_name = 'paraph' AND datname = current_database()";
  await desk.sql(`SELECT pg_terminate_backend(pid) ${ours}`);
  while ((await desk.sql(`SELECT pid ${ours}`)).length > 0) await pause(20);
  const [row] = await desk.sql<{ rows: string }>(
    "SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) AS rows FROM pg_stat_user_tables WHERE relname LIKE 'webhook%'",
  );
  return Number(row!.rows);
}

async function readBy(answered: number): Promise<number> {
  status = answered;
  await desk.tell(100);
  const before = await rowsRead();
  await desk.settle();
  return ((await rowsRead()) - before) / 100;
}

/** So many wait for another endpoint, which is paused, and as many for later on the same lane. */
async function pileUp(count: number): Promise<void> {
  const paused = await desk.endpoint(server.baseUrl, { events: ["endpoint.failing"] });
  await desk.sql("UPDATE webhook_lanes SET held = true WHERE lane = $1", [paused]);
  await desk.sql(
    `WITH told AS (
       INSERT INTO notifications (tenant_id, id, mode, type, occurred_at, payload)
       SELECT $1, gen_random_uuid(), 'test', 'endpoint.test', now(), '{}' FROM generate_series(1, $2::integer)
       RETURNING id
     )
     INSERT INTO webhook_deliveries (tenant_id, destination, notification_id, kind, lane, state, due_at, created_at)
     SELECT $1, lane, id, 'endpoint', lane, 'pending', now() + interval '20 hours', now()
     FROM told CROSS JOIN unnest(ARRAY[$3::uuid, $4::uuid]) AS lane`,
    [desk.tenantId, count, endpoint, paused],
  );
}

// Of a database that nobody has analyzed yet, PostgreSQL knows nothing but what the migrations say of it.
test.each([
  ["delivered", 200],
  ["tried in vain", 404],
])(
  "what is %s reads as many rows when ten thousand others wait as when none does",
  async (_what, answered) => {
    const before = await readBy(answered);
    await pileUp(5000);
    expect(await readBy(answered)).toBeLessThan(before * 1.5 + 2);
    expect(before).toBeLessThan(20);
  },
  60_000,
);
