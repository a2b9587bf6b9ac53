import pg from "pg";
import type { Mode } from "../../api/apiKeys/caller.js";
import { newUuid } from "../../api/ids/id.js";
import type { Platform } from "../../api/platform.js";
import { Dispatcher } from "../../api/webhooks/deliveries/dispatcher.js";
import type { Endpoint } from "../../api/webhooks/endpoints/endpoint.js";
import { insertEndpoint } from "../../api/webhooks/endpoints/endpointRows.js";
import { type OwnHeaders, sealHeaders } from "../../api/webhooks/endpoints/sealedHeaders.js";
import { notify } from "../../api/webhooks/outbox/notify.js";
import { newSecretRow } from "../../api/webhooks/signatures/signingSecrets.js";
import { startService, type TestService, type TestServiceOptions } from "./service.js";

/** A delivery as its row has it. */
export interface DeliveryRow {
  readonly destination: string;
  readonly notification_id: string;
  readonly state: string;
  readonly attempts: number;
  readonly tries: number;
  readonly due_at: Date;
  readonly last_status: number | null;
  readonly last_error: string | null;
}

/** An attempt as its row has it. */
export interface AttemptRow {
  readonly number: number;
  readonly started_at: Date;
  readonly timing: Record<string, number>;
  readonly request: { method: string; url: string; headers: Record<string, string>; body?: string };
  readonly status: number | null;
  readonly response_headers: Record<string, string> | null;
  readonly response_body: Buffer | null;
  readonly response_truncated: boolean | null;
  readonly error_class: string | null;
}

/** A service with one tenant who listens, and a look behind the counter. */
export class WebhookDesk {
  private constructor(
    readonly service: TestService,
    readonly tenantId: string,
    private readonly database: pg.Client,
  ) {}

  static async open(options: TestServiceOptions = {}): Promise<WebhookDesk> {
    const service = await startService(options);
    const database = new pg.Client({ connectionString: service.adminUrl });
    await database.connect();
    // Dropping the database at the end throws everybody out.
    database.on("error", () => undefined);
    return new WebhookDesk(service, (await service.tenant()).tenantId, database);
  }

  get platform(): Platform {
    return this.service.platform;
  }

  /** Makes an endpoint, which is told of what `tell` tells. @returns its UUID */
  async endpoint(
    url: string,
    more: { mode?: Mode; own?: OwnHeaders; tenantId?: string; events?: readonly string[] } = {},
  ): Promise<string> {
    const { clock, random, database } = this.platform;
    const { mode = "test", own = null, tenantId = this.tenantId, events = ["endpoint.test"] } = more;
    const id = newUuid(clock, random);
    const now = clock.now();
    const row: Endpoint = {
      id,
      mode,
      url,
      description: null,
      events,
      state: "enabled",
      disabledReason: null,
      disabledAt: null,
      headers: own && sealHeaders(this.platform, id, own),
      contactEmail: "ops@example.org",
      contactLanguage: "en",
      createdAt: now,
      updatedAt: now,
    };
    await database.withTenant(tenantId, async (transaction) => {
      await insertEndpoint(transaction, row);
      await newSecretRow(this.platform, transaction, { mode, endpointId: id });
    });
    return id;
  }

  /** Something happens, so often. */
  async tell(times = 1, mode: Mode = "test", tenantId = this.tenantId): Promise<void> {
    await this.platform.database.withTenant(tenantId, async (transaction) => {
      for (let number = 1; number <= times; number++) {
        await notify(this.platform, transaction, { type: "endpoint.test", mode, data: { number } });
      }
    });
  }

  /** What is due now is delivered. @param replaced adapters in the place of the usual ones */
  async settle(replaced: Partial<Platform> = {}): Promise<void> {
    await new Dispatcher({ ...this.platform, ...replaced }).settle();
  }

  /** As `settle`, so many seconds later. */
  async settleAfter(seconds: number, replaced: Partial<Platform> = {}): Promise<void> {
    this.service.clock.advance(seconds);
    await this.settle(replaced);
  }

  /** As somebody inside the database. */
  async sql<Row = Record<string, unknown>>(statement: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.database.query(statement, values)).rows as Row[];
  }

  /** Deliveries to a destination, the oldest first. */
  deliveries(destination: string): Promise<DeliveryRow[]> {
    return this.sql("SELECT * FROM webhook_deliveries WHERE destination = $1 ORDER BY notification_id", [
      destination,
    ]);
  }

  /** Attempts at a destination, the oldest first. */
  attempts(destination: string): Promise<AttemptRow[]> {
    return this.sql(
      "SELECT * FROM webhook_attempts WHERE destination = $1 ORDER BY notification_id, number",
      [destination],
    );
  }

  /** How often each state is there, of what a destination is owed. */
  async states(destination: string): Promise<Record<string, number>> {
    const rows = await this.sql<{ state: string; count: number }>(
      "SELECT state, count(*)::integer AS count FROM webhook_deliveries WHERE destination = $1 GROUP BY state",
      [destination],
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  /** A lane's row. */
  async lane(lane: string): Promise<Record<string, unknown> | undefined> {
    return (await this.sql("SELECT * FROM webhook_lanes WHERE lane = $1", [lane]))[0];
  }

  async close(): Promise<void> {
    await this.database.end();
    await this.service.stop();
  }
}
