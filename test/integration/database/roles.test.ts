import { randomBytes } from "node:crypto";
import pg from "pg";
import { openDatabase } from "../../../api/database/pool.js";
import { column, tenantTables } from "../../support/inDatabase.js";
import { type FreshDatabase, freshDatabase } from "../../support/postgres.js";

let database: FreshDatabase;
let admin: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  app = new pg.Client({ connectionString: database.appUrl });
  await Promise.all([admin.connect(), app.connect()]);
});
afterAll(async () => {
  await Promise.all([admin.end(), app.end()]);
  await database.drop();
});

/** What a statement of the service's role is refused with; an error that has nothing to do with rights is shown. */
const refusal = (sql: string) =>
  app.query(sql).then(
    () => "allowed",
    (error: pg.DatabaseError) => error.code,
  );
const insufficientPrivilege = "42501";

describe("every table with rows of tenants", () => {
  test("has row-level security, forced upon its owner as well, and a policy", async () => {
    const tables = await tenantTables(admin);
    expect(tables.length).toBeGreaterThanOrEqual(13);
    const safe = await column(
      admin,
      `SELECT relname FROM pg_class c
       WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND relforcerowsecurity
         AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid) ORDER BY 1`,
    );
    expect(safe).toEqual(tables);
  });

  test("lets service and owner see rows of the tenant in hand only, to read and to write", async () => {
    const wrong = await column(
      admin,
      `SELECT tablename || ' ' || policyname FROM pg_policies
       WHERE NOT 'paraph_lookup' = ANY (roles)
         AND NOT (cmd = 'ALL' AND permissive = 'PERMISSIVE' AND qual = with_check
           AND qual = '(tenant_id = (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid)')`,
    );
    expect(wrong).toEqual([]);
  });

  test("has a tenant in each row, first in each key and each reference", async () => {
    const nullable = await column(
      admin,
      `SELECT attrelid::regclass::text FROM pg_attribute
       WHERE attname = 'tenant_id' AND NOT attnotnull AND attrelid::regclass::text = ANY ($1)`,
      [await tenantTables(admin)],
    );
    expect(nullable).toEqual([]);
    const elsewhere = await column(
      admin,
      `SELECT conname FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype IN ('p', 'u', 'f') AND c.conrelid::regclass::text = ANY ($1) AND a.attname <> 'tenant_id'
       ORDER BY 1`,
      [await tenantTables(admin)],
    );
    // Keys and links are found by the hash of 256 random bits, certificates by their own hash, logs by their public name,
    // before their tenant is known.
    expect(elsewhere).toEqual([
      "api_keys_secret_hash_key",
      "client_certificates_fingerprint_key",
      "signers_link_hash_key",
      "trail_logs_id_key",
    ]);
  });
});

describe("the service's role", () => {
  test("is no superuser, bypasses nothing, makes no roles and no databases, and is a member of no other role", async () => {
    const { rows } = await admin.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         (SELECT count(*)::int FROM pg_auth_members m WHERE m.member = r.oid) AS memberships
       FROM pg_roles r WHERE rolname = 'paraph_app'`,
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        memberships: 0,
      },
    ]);
  });

  test("owns no table, no function, no schema, no type and no database", async () => {
    const owned = await column(
      admin,
      `WITH me AS (SELECT oid FROM pg_roles WHERE rolname = 'paraph_app')
       SELECT relname::text FROM pg_class, me WHERE relowner = me.oid
       UNION ALL SELECT proname::text FROM pg_proc, me WHERE proowner = me.oid
       UNION ALL SELECT nspname::text FROM pg_namespace, me WHERE nspowner = me.oid
       UNION ALL SELECT typname::text FROM pg_type, me WHERE typowner = me.oid
       UNION ALL SELECT datname::text FROM pg_database, me WHERE datdba = me.oid`,
    );
    expect(owned).toEqual([]);
  });

  test.each([
    ["become the owner", "SET ROLE paraph_owner"],
    ["become the role that looks across tenants", "SET ROLE paraph_lookup"],
    ["become the role that purges", "SET ROLE paraph_purge"],
    ["become a superuser", "ALTER ROLE paraph_app SUPERUSER"],
    ["bypass row-level security", "ALTER ROLE paraph_app BYPASSRLS"],
    ["disable row-level security", "ALTER TABLE orders DISABLE ROW LEVEL SECURITY"],
    ["take back that it is forced", "ALTER TABLE orders NO FORCE ROW LEVEL SECURITY"],
    ["drop a policy", "DROP POLICY tenant ON orders"],
    ["make a policy", "CREATE POLICY mine ON orders USING (true)"],
    ["read past the policies", "SET row_security = off; SELECT * FROM orders"],
    ["make a table", "CREATE TABLE mine (id integer)"],
    ["make a function", "CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'"],
    ["make a schema", "CREATE SCHEMA mine"],
    ["replace a lookup function", "ALTER FUNCTION find_api_key(bytea, inet) SECURITY INVOKER"],
    ["change an event", "UPDATE events SET type = type"],
    ["delete an event", "DELETE FROM events"],
    ["truncate the events", "TRUNCATE events"],
    ["change a revision", "UPDATE document_revisions SET revision = revision"],
    ["delete a revision", "DELETE FROM document_revisions"],
    ["change a certificate", "UPDATE certificates SET not_after = not_after"],
    ["delete a certificate", "DELETE FROM certificates"],
    ["delete an order", "DELETE FROM orders"],
    ["delete a purge", "DELETE FROM purges"],
    ["delete a legal hold", "DELETE FROM legal_holds"],
    ["reword a legal hold", "UPDATE legal_holds SET reason = reason"],
    ["widen the scopes of a key", "UPDATE api_keys SET scopes = scopes"],
    ["read the list of migrations", "SELECT * FROM migrations"],
    ["read other roles' passwords", "SELECT * FROM pg_authid"],
    ["read the server's files", "SELECT pg_read_file('postmaster.pid')"],
  ])("cannot %s", async (_what, sql) => {
    expect(await refusal(sql)).toBe(insufficientPrivilege);
  });

  test("can touch only tables with rows of tenants, and can move no row to another tenant", async () => {
    const touched = await column(
      admin,
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
         AND has_any_column_privilege('paraph_app', oid, 'SELECT, INSERT, UPDATE, REFERENCES') ORDER BY 1`,
    );
    expect(touched).toEqual(await tenantTables(admin));
    for (const table of touched) {
      const movable = "SELECT has_column_privilege('paraph_app', $1, 'tenant_id', 'UPDATE')";
      expect([table, ...(await column<boolean>(admin, movable, [table]))]).toEqual([table, false]);
    }
  });
});

describe("the pool", () => {
  const role = `test_${randomBytes(6).toString("hex")}`;
  const urlOf = (user: string, password: string) => {
    const url = new URL(database.appUrl);
    url.username = user;
    url.password = password;
    return url.toString();
  };
  afterEach(() => admin.query(`DROP ROLE IF EXISTS ${role}`));

  test("opens as the service's role", async () => {
    await (await openDatabase(database.appUrl)).close();
  });

  test("refuses to open as a superuser", async () => {
    await expect(openDatabase(database.adminUrl)).rejects.toThrow(/superuser/);
  });

  test("refuses to open as the owner of the tables", async () => {
    await expect(openDatabase(database.ownerUrl)).rejects.toThrow(
      /"paraph_owner" is a superuser, owns tables/,
    );
  });

  test("refuses to open as a role that bypasses row-level security", async () => {
    await admin.query(`CREATE ROLE ${role} LOGIN BYPASSRLS PASSWORD 'x'`);
    await expect(openDatabase(urlOf(role, "x"))).rejects.toThrow(/bypass/);
  });

  test.each([
    ["the owner of the tables", "paraph_owner"],
    ["the role that looks across tenants", "paraph_lookup"],
    ["the role that purges", "paraph_purge"],
  ])("refuses to open as a role that can become %s", async (_what, owner) => {
    await admin.query(`CREATE ROLE ${role} LOGIN NOINHERIT IN ROLE ${owner} PASSWORD 'x'`);
    await expect(openDatabase(urlOf(role, "x"))).rejects.toThrow(/owns tables/);
  });
});
