import pg from "pg";
import { filledTenant } from "../../support/filledTenant.js";
import { asTenant, column, tenantTables, urlAs } from "../../support/inDatabase.js";
import { startService, type TestService } from "../../support/service.js";

let service: TestService;
let admin: pg.Client;
let app: pg.Client;
let owner: pg.Client;
let ours: string;
let theirs: string;
let tables: string[];

beforeAll(async () => {
  service = await startService();
  ours = await filledTenant(service, "Ours");
  theirs = await filledTenant(service, "Theirs");
  const connect = async (url: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  };
  admin = await connect(service.adminUrl);
  app = await connect(urlAs("paraph_app", service.adminUrl));
  owner = await connect(urlAs("paraph_owner", service.adminUrl));
  tables = await tenantTables(admin);
});
afterAll(async () => {
  await Promise.all([admin, app, owner].map((client) => client.end()));
  await service.stop();
});

/** Asks each table in turn; the answer tells them apart. */
async function forEachTable<T>(ask: (table: string) => Promise<T>): Promise<Record<string, T>> {
  const answers: Record<string, T> = {};
  for (const table of tables) answers[table] = await ask(table);
  return answers;
}
const everyTable = <T>(answer: T): Record<string, T> =>
  Object.fromEntries(tables.map((table) => [table, answer]));

async function tenantsIn(client: pg.Client, table: string): Promise<string[]> {
  return column(client, `SELECT DISTINCT tenant_id::text FROM ${table} ORDER BY 1`);
}

/** What a statement of the service's role in a transaction of a tenant comes to: its row count, or why it failed. */
async function outcome(
  tenantId: string | null,
  sql: string,
  bindings: unknown[] = [],
): Promise<number | string> {
  return asTenant(app, tenantId, async () => {
    try {
      return (await app.query(sql, bindings)).rowCount ?? 0;
    } catch (error) {
      return (error as Error).message;
    }
  });
}

/** A row of another tenant, word for word, as a new row. */
async function copyOf(table: string, tenantId: string): Promise<[string, [string]]> {
  const [row] = await column<object>(
    admin,
    `SELECT to_jsonb(t) FROM ${table} t WHERE tenant_id = $1 LIMIT 1`,
    [tenantId],
  );
  // Generated columns are the database's to write.
  const columns = (
    await column(
      admin,
      `SELECT quote_ident(attname) FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
      [table],
    )
  ).join(", ");
  const sql = `INSERT INTO ${table} (${columns})
    SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`;
  return [sql, [JSON.stringify(row)]];
}

const violation = (table: string) => `new row violates row-level security policy for table "${table}"`;

test("what follows is put to tables that hold rows of both tenants", async () => {
  expect(await forEachTable((table) => tenantsIn(admin, table))).toEqual(everyTable([ours, theirs].sort()));
});

describe("a transaction that has not said whose it is", () => {
  test.each([
    ["nothing set", null],
    ["an empty setting, as a pooled connection has", ""],
  ])("sees no row of any table: %s", async (_what, setting) => {
    const seen = await forEachTable((table) => asTenant(app, setting, () => tenantsIn(app, table)));
    expect(seen).toEqual(everyTable([]));
  });

  test("cannot insert a row into any table", async () => {
    const refused = await forEachTable(async (table) => outcome(null, ...(await copyOf(table, theirs))));
    expect(refused).toEqual(Object.fromEntries(tables.map((table) => [table, violation(table)])));
  });

  test("that names no UUID gets an error and no row", async () => {
    expect(await outcome("' OR true --", "SELECT * FROM orders")).toMatch(
      /^invalid input syntax for type uuid/,
    );
  });
});

describe("a transaction of one tenant", () => {
  test("sees its own rows and none of the other tenant's, in every table", async () => {
    const seen = await forEachTable((table) => asTenant(app, ours, () => tenantsIn(app, table)));
    expect(seen).toEqual(everyTable([ours]));
  });

  test("cannot insert a row of the other tenant into any table", async () => {
    const refused = await forEachTable(async (table) => outcome(ours, ...(await copyOf(table, theirs))));
    expect(refused).toEqual(Object.fromEntries(tables.map((table) => [table, violation(table)])));
  });

  test("changes no row of the other tenant, in any column of any table that it may change", async () => {
    let tried = 0;
    for (const table of tables) {
      const [own] = await column<number>(admin, `SELECT count(*)::int FROM ${table} WHERE tenant_id = $1`, [
        ours,
      ]);
      const updatable = await column(
        admin,
        `SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
           AND has_column_privilege('paraph_app', attrelid, attnum, 'UPDATE')`,
        [table],
      );
      for (const name of updatable) {
        tried += 1;
        // With no condition but row-level security's own, and without a look at any column.
        const changed = await outcome(ours, `UPDATE ${table} SET ${name} = DEFAULT`);
        if (typeof changed === "number") expect([table, name, changed]).toEqual([table, name, own]);
        else
          expect([table, name, changed]).toEqual([
            table,
            name,
            expect.stringMatching(/not-null|check constraint/),
          ]);
        expect(
          await outcome(ours, `UPDATE ${table} SET ${name} = ${name} WHERE tenant_id = $1`, [theirs]),
        ).toBe(0);
        expect(await outcome(ours, `UPDATE ${table} SET ${name} = ${name}`)).toBe(own);
      }
    }
    expect(tried).toBeGreaterThan(15);
  });

  test("deletes no row of the other tenant, in any table that it may delete from", async () => {
    const deletable = await column(
      admin,
      "SELECT t FROM unnest($1::text[]) AS t WHERE has_table_privilege('paraph_app', t, 'DELETE')",
      [tables],
    );
    expect(deletable).toEqual([
      "allowed_addresses",
      "awaited_documents",
      "awaited_orders",
      "callbacks",
      "idempotency_keys",
      "notices",
      "notifications",
      "object_claims",
      "order_terms",
      "placements",
      "send_counters",
      "template_documents",
      "webhook_endpoints",
      "webhook_lanes",
      "webhook_replays",
      "webhook_secrets",
    ]);
    // In one transaction, those first to which nothing refers.
    const referring = ["notices", "webhook_replays", "webhook_secrets"];
    const others = deletable.filter((table) => !referring.includes(table));
    await asTenant(app, ours, async () => {
      for (const table of [...referring, ...others]) {
        const [own] = await column<number>(admin, `SELECT count(*)::int FROM ${table} WHERE tenant_id = $1`, [
          ours,
        ]);
        expect([table, (await app.query(`DELETE FROM ${table}`)).rowCount]).toEqual([table, own]);
      }
    });
  });

  test("has no row that could hang on the other tenant's order, signer or document: the references themselves forbid it", async () => {
    // A log is named by its mode, which every tenant has: there is no other tenant's to refer to.
    const { rows: references } = await admin.query<{ table: string; column: string }>(
      `SELECT conrelid::regclass::text AS table, a.attname AS column FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[2]
       WHERE c.contype = 'f' AND array_length(c.conkey, 1) = 2 AND a.attname <> 'mode'`,
    );
    expect(references.length).toBeGreaterThanOrEqual(11);
    for (const { table, column: name } of references) {
      const theirId = `(SELECT ${name} FROM ${table} WHERE tenant_id = $2 AND ${name} IS NOT NULL LIMIT 1)`;
      const ourRow = `(SELECT ctid FROM ${table} WHERE tenant_id = $1 AND ${name} IS NOT NULL LIMIT 1)`;
      // As a superuser, whom no policy binds.
      const tried = asTenant(admin, null, () =>
        admin.query(`UPDATE ${table} SET ${name} = ${theirId} WHERE ctid = ${ourRow}`, [ours, theirs]),
      );
      await expect(tried).rejects.toThrow(/violates foreign key constraint/);
    }
  });
});

describe("the owner of the tables", () => {
  test("is bound by row-level security too: it sees nothing unasked, and one tenant at a time", async () => {
    expect(await forEachTable((table) => asTenant(owner, null, () => tenantsIn(owner, table)))).toEqual(
      everyTable([]),
    );
    expect(await forEachTable((table) => asTenant(owner, ours, () => tenantsIn(owner, table)))).toEqual(
      everyTable([ours]),
    );
  });
});
