import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import pg from "pg";
import type { EventView } from "../../api/audit/eventView.js";
import { sampleContract } from "../../api/demo/sampleContract.js";
import { parsePublicId } from "../../api/ids/id.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import type { Platform } from "../../api/platform.js";
import { ApiClient } from "./apiClient.js";
import { startService, type TestService, type TestServiceOptions } from "./service.js";
import { SignerBrowser } from "./signingFlow.js";

export const ada = { given_name: "Ada", surname: "Lovelace", email: "ada@example.org", country: "GB" };
export const charles = {
  given_name: "Charles",
  surname: "Babbage",
  email: "charles@example.org",
  country: "GB",
};

/** A service with one tenant who gives orders, and a look behind the counter. */
export class OrderDesk {
  private constructor(
    readonly service: TestService,
    readonly client: ApiClient,
    readonly tenantId: string,
    /** A PDF, base64. */
    readonly content: string,
    private readonly database: pg.Client,
  ) {}

  static async open(options: TestServiceOptions & { tenantName?: string } = {}): Promise<OrderDesk> {
    const service = await startService(options);
    const { tenantId, apiKey } = await service.tenant(options.tenantName);
    const content = Buffer.from(await sampleContract()).toString("base64");
    const database = new pg.Client({ connectionString: service.adminUrl });
    await database.connect();
    // Dropping the database at the end throws everybody out.
    database.on("error", () => undefined);
    return new OrderDesk(service, new ApiClient(service.baseUrl, apiKey), tenantId, content, database);
  }

  /** An order with one document for these signers. */
  order(signers: readonly object[] = [ada], more: object = {}): Promise<OrderView> {
    const documents = [{ name: "agreement.pdf", content: this.content }];
    return this.client.createOrder({ title: "Agreement", documents, signers, ...more });
  }

  browser(order: OrderView, index = 0): SignerBrowser {
    return new SignerBrowser(order, index, this.service.outbox, this.service.clock);
  }

  async read(order: OrderView): Promise<OrderView> {
    return (await this.client.get<OrderView>(`/v1/orders/${order.id}`)).body;
  }

  async events(order: OrderView): Promise<EventView[]> {
    return (await this.client.get<{ data: EventView[] }>(`/v1/orders/${order.id}/events`)).body.data;
  }

  /** How often each of these events is in an order's trail. */
  async count(order: OrderView, ...types: string[]): Promise<number[]> {
    const events = await this.events(order);
    return types.map((type) => events.filter((event) => event.type === type).length);
  }

  /** As somebody inside the database: no row is hidden, no right is missing. */
  async sql<Row = Record<string, unknown>>(statement: string): Promise<Row[]> {
    return (await this.database.query(statement)).rows as Row[];
  }

  /** How many rows each table has that orders are kept in, without the tables that have none. */
  async rowsOfOrders(): Promise<Record<string, number>> {
    const tables = await this.sql<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables
       WHERE schemaname = 'public' AND tablename NOT IN ('tenants', 'api_keys') AND tablename NOT LIKE 'migrations%'`,
    );
    const counts = tables.map(
      ({ name }) => `SELECT '${name}' AS name, count(*)::integer AS rows FROM "${name}"`,
    );
    const found = await this.sql<{ name: string; rows: number }>(counts.join(" UNION ALL "));
    return Object.fromEntries(found.filter(({ rows }) => rows > 0).map(({ name, rows }) => [name, rows]));
  }

  /** Keys of what lies in the object store, the authorities' certificates left out. */
  async objectKeys(): Promise<string[]> {
    const root = join(this.service.objects, "objects");
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error) => {
      // A directory that is emptied goes while it is being listed.
      if (error.code === "ENOENT" && existsSync(root)) return null;
      throw error;
    });
    if (entries === null) return this.objectKeys();
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((key) => !key.startsWith("authorities/"))
      .sort();
  }

  /** Puts other adapters in the place of the usual ones while `work` runs. */
  async replacing<T>(adapters: Partial<Platform>, work: () => Promise<T>): Promise<T> {
    const { platform } = this.service;
    const before = { ...platform };
    Object.assign(platform, adapters);
    try {
      return await work();
    } finally {
      Object.assign(platform, before);
    }
  }

  async close(): Promise<void> {
    await this.database.end();
    await this.service.stop();
  }
}

/** The UUID inside a public id. */
export function uuidOf(id: string): string {
  const [prefix] = id.split("_") as ["ord" | "sgr" | "doc"];
  return parsePublicId(prefix, id)!;
}
