import pg from "pg";
import { parsePublicId } from "../../api/ids/id.js";
import { HttpClient, jsonOf, toJson } from "../orders/httpClient.js";
import type { BenchService } from "../orders/service.js";

/** The sink is on this machine, which no webhook may reach unless the operator says so. */
export const loopbackAllowed = { FETCH_ALLOW_RANGES: "127.0.0.0/8" };

/** A tenant with webhook endpoints, whose queue is filled by hand. In test mode, because its endpoints have no TLS. */
export class ToldTenant {
  private constructor(
    readonly tenantId: string,
    readonly headers: { readonly Authorization: string },
    readonly client: HttpClient,
    private readonly admin: pg.Client,
  ) {}

  static async open(service: BenchService): Promise<ToldTenant> {
    const { tenantId, apiKey } = await service.tenant("test");
    const admin = new pg.Client({ connectionString: service.adminUrl });
    // It ends with PostgreSQL, at the latest.
    admin.on("error", () => undefined);
    await admin.connect();
    const client = new HttpClient(service.baseUrl, 4);
    return new ToldTenant(tenantId, { Authorization: `Bearer ${apiKey}` }, client, admin);
  }

  /** Registers an endpoint that is told of signed documents, or of what else is asked for. @returns its UUID */
  async endpoint(url: string, events: readonly string[] = ["document.signed"]): Promise<string> {
    const body = toJson({ url, events });
    const { id } = jsonOf<{ id: string }>(
      await this.client.call("POST", "/v1/webhook-endpoints", { body, headers: this.headers }),
    );
    return parsePublicId("whe", id)!;
  }

  /** As a superuser. */
  async sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.admin.query<Row>(text, values)).rows;
  }

  /** Holds the lanes of endpoints and callbacks, or lets them go. */
  async hold(held: boolean): Promise<void> {
    await this.sql(
      `INSERT INTO webhook_lanes (tenant_id, lane, held)
       SELECT $1, lane, $2 FROM (
         SELECT id AS lane FROM webhook_endpoints WHERE tenant_id = $1
         UNION SELECT lane FROM callbacks WHERE tenant_id = $1) AS l
       ON CONFLICT (tenant_id, lane) DO UPDATE SET held = $2`,
      [this.tenantId, held],
    );
  }

  /**
   * Owes each of these endpoints as many notifications, as the outbox would have written them.
   * @param endpoints UUIDs
   */
  async owe(endpoints: readonly string[], notifications: number): Promise<void> {
    await this.sql(
      `WITH told AS (
         INSERT INTO notifications (tenant_id, id, mode, type, occurred_at, payload)
         SELECT $1, uuidv7(), 'test', 'document.signed', now(), $2 FROM generate_series(1, $3::integer)
         RETURNING id
       )
       INSERT INTO webhook_deliveries (tenant_id, destination, notification_id, kind, lane, state, due_at, created_at)
       SELECT $1, e, told.id, 'endpoint', e, 'pending', now(), now() FROM told CROSS JOIN unnest($4::uuid[]) AS e`,
      [this.tenantId, payload, notifications, endpoints],
    );
    // As autovacuum would within a minute.
    await this.sql("VACUUM (ANALYZE) notifications, webhook_deliveries, webhook_attempts");
  }

  /** Owes something on so many lanes, all of which have an open circuit. */
  async beInTrouble(lanes: number): Promise<void> {
    await this.sql(
      `WITH told AS (
         INSERT INTO notifications (tenant_id, id, mode, type, occurred_at, payload)
         SELECT $1, uuidv7(), 'test', 'document.signed', now(), $2 RETURNING id
       ), lanes AS MATERIALIZED (SELECT uuidv7() AS lane FROM generate_series(1, $3::integer)), opened AS (
         INSERT INTO webhook_lanes (tenant_id, lane, open_until, openings)
         SELECT $1, lane, now() + interval '10 minutes', 5 FROM lanes
       )
       INSERT INTO webhook_deliveries (tenant_id, destination, notification_id, kind, lane, state, due_at, created_at)
       SELECT $1, lane, told.id, 'endpoint', lane, 'pending', now(), now() FROM told CROSS JOIN lanes`,
      [this.tenantId, payload, lanes],
    );
    await this.sql("VACUUM (ANALYZE) webhook_lanes, webhook_deliveries");
  }

  /** Nothing is owed to anybody any more. */
  async cancel(): Promise<void> {
    await this.sql(
      `UPDATE webhook_deliveries SET state = 'cancelled', concluded_at = now()
       WHERE tenant_id = $1 AND state = 'pending'`,
      [this.tenantId],
    );
  }

  /** Resolves when nothing is owed to these endpoints any more. */
  async isSettled(endpoints: readonly string[]): Promise<void> {
    for (let looks = 0; looks < 600; looks++) {
      const [row] = await this.sql<{ open: boolean }>(
        `SELECT EXISTS (SELECT FROM webhook_deliveries
           WHERE tenant_id = $1 AND lane = ANY ($2) AND state = 'pending') AS open`,
        [this.tenantId, endpoints],
      );
      if (!row!.open) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("Something stays owed.");
  }

  async close(): Promise<void> {
    this.client.close();
    await this.admin.end();
  }
}

/** Of the usual length. */
export const payload = JSON.stringify({
  type: "document.signed",
  timestamp: "2026-11-22T12:00:00.000Z",
  api_version: "2026-11-22",
  mode: "test",
  data: {
    order: "ord_01jd3z5h0q7e5tq0xk8m2v9b3c",
    external_id: "contract-2026-1182",
    sequence: 14,
    signer: "sgr_01jd3z5h0q7e5tq0xk8m2v9b3d",
    actor: { kind: "signer", id: "sgr_01jd3z5h0q7e5tq0xk8m2v9b3d" },
    details: {
      document: "doc_01jd3z5h0q7e5tq0xk8m2v9b3e",
      level: "B-T",
      revision: 1,
      sha256: "5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5",
    },
  },
});
