import pg from "pg";
import { filledTenant } from "../../support/filledTenant.js";
import { column, urlAs } from "../../support/inDatabase.js";
import { startService, type TestService } from "../../support/service.js";

let service: TestService;
let admin: pg.Client;
let app: pg.Client;
const tenants: string[] = [];

beforeAll(async () => {
  service = await startService();
  for (const name of ["Ours", "Theirs"]) tenants.push(await filledTenant(service, name));
  admin = new pg.Client({ connectionString: service.adminUrl });
  app = new pg.Client({ connectionString: urlAs("paraph_app", service.adminUrl) });
  await Promise.all([admin.connect(), app.connect()]);
});
afterAll(async () => {
  await Promise.all([admin.end(), app.end()]);
  await service.stop();
});

describe("the functions that look across tenants", () => {
  test("are these and no more, with what they return", async () => {
    const { rows } = await admin.query<{ function: string; returns: string }>(
      `SELECT oid::regprocedure::text AS function, pg_get_function_result(oid) AS returns
       FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname <> 'purge_order' ORDER BY 1`,
    );
    expect(rows).toEqual([
      {
        function: "due_awaited_orders(uuid,timestamp with time zone,integer,integer)",
        returns: "TABLE(tenant_id uuid, order_id uuid)",
      },
      {
        function: "due_checkpoints(timestamp with time zone,integer)",
        returns: "TABLE(tenant_id uuid, mode text)",
      },
      {
        function: "due_lanes(uuid,uuid,timestamp with time zone,integer)",
        returns: "TABLE(tenant_id uuid, lane uuid)",
      },
      {
        function: "due_lanes_of(uuid[],timestamp with time zone)",
        returns: "TABLE(tenant_id uuid, lane uuid)",
      },
      {
        function: "due_messages(timestamp with time zone,integer)",
        returns: "TABLE(tenant_id uuid, order_id uuid)",
      },
      {
        function: "due_notices(timestamp with time zone,integer)",
        returns: "TABLE(tenant_id uuid, id uuid)",
      },
      {
        function: "due_work(timestamp with time zone,integer)",
        returns: "TABLE(kind text, tenant_id uuid, subject text)",
      },
      {
        function: "find_api_key(bytea,inet)",
        returns:
          "TABLE(tenant_id uuid, id uuid, mode text, scopes text[], eu_ses_bare boolean, expires_at timestamp with time zone, revoked_at timestamp with time zone, address_allowed boolean)",
      },
      {
        function: "find_client_certificate(bytea,inet)",
        returns:
          "TABLE(tenant_id uuid, id uuid, mode text, scopes text[], eu_ses_bare boolean, expires_at timestamp with time zone, revoked_at timestamp with time zone, address_allowed boolean, certificate_id uuid, certificate_from timestamp with time zone, certificate_until timestamp with time zone, certificate_revoked_at timestamp with time zone)",
      },
      {
        function: "find_signing_link(bytea)",
        returns: "TABLE(tenant_id uuid, order_id uuid, signer_id uuid, withdrawn text)",
      },
      {
        function: "find_trail_log(uuid)",
        returns: "TABLE(tenant_id uuid, mode text)",
      },
      {
        function: "stuck_work(integer,integer)",
        returns:
          "TABLE(kind text, tenant_id uuid, order_id uuid, subject text, since timestamp with time zone, attempts integer, next_try timestamp with time zone, last_error text)",
      },
    ]);
  });

  test("run as a role of their own with a fixed search path, change nothing, and are the service's alone to call", async () => {
    const { rows } = await admin.query(
      `SELECT DISTINCT prosecdef, provolatile, proconfig::text, proowner::regrole::text AS owner,
         array(SELECT grantee::regrole::text || ' ' || privilege_type FROM aclexplode(proacl) ORDER BY 1) AS rights
       FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname <> 'purge_order'`,
    );
    expect(rows).toEqual([
      {
        prosecdef: true,
        provolatile: "s",
        proconfig: expect.stringMatching(/^\{"search_path=pg_catalog, public(, pg_temp)?"\}$/),
        owner: "paraph_lookup",
        rights: ["paraph_app EXECUTE", "paraph_lookup EXECUTE"],
      },
    ]);
  });

  test("belong to a role that cannot log in, owns no table, and reads no content and nobody's name or address", async () => {
    const { rows } = await admin.query(
      `SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreaterole,
         (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS tables,
         (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships,
         has_schema_privilege(r.oid, 'public', 'CREATE') AS creates
       FROM pg_roles r WHERE rolname = 'paraph_lookup'`,
    );
    expect(rows).toEqual([
      {
        rolcanlogin: false,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        tables: 0,
        memberships: 0,
        creates: false,
      },
    ]);
    const readable = await column(
      admin,
      `SELECT attrelid::regclass || ' ' || string_agg(attname, ' ' ORDER BY attname) FROM pg_attribute a
       JOIN pg_class c ON c.oid = attrelid AND c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       WHERE attnum > 0 AND has_column_privilege('paraph_lookup', attrelid, attnum, 'SELECT')
       GROUP BY attrelid ORDER BY 1`,
    );
    expect(readable).toEqual([
      "allowed_addresses mode ranges tenant_id",
      "api_keys eu_ses_bare expires_at id mode revoked_at scopes secret_hash tenant_id",
      "awaited_orders attempts created_at last_error lease_until order_id tenant_id",
      "bulk_lines attempts batch_id last_error lease_until line state tenant_id",
      "checkpoints attempts created_at last_error lease_until mode size state tenant_id",
      "client_certificates api_key_id created_at expires_at fingerprint id revoked_at tenant_id",
      "erasures attempts id last_error lease_until requested_at state tenant_id",
      "evidence_files attempts created_at last_error lease_until order_id renew_at renewal_attempts state stored_at tenant_id",
      "idempotency_keys created_at idempotency_key tenant_id",
      "messages attempts created_at id last_error lease_until order_id state tenant_id",
      "notices attempts created_at id last_error lease_until state tenant_id",
      "notifications occurred_at tenant_id",
      "object_claims expires_at object_key tenant_id",
      "orders expires_at expiry_due_at id mode state tenant_id trail_changed",
      "otp_codes created_at id lease_until order_id state tenant_id",
      "purges attempts id last_error lease_until order_id requested_at state tenant_id",
      "retentions documents_due_at documents_removed_at evidence_due_at evidence_removed_at held hold_attempts hold_due_at last_error order_id tenant_id",
      "seals attempts created_at last_error lease_until order_id state tenant_id",
      "send_counters expires_at subject tenant_id window_start",
      "signers id link_hash next_reminder_at order_id state tenant_id",
      "signings attempts created_at id last_error lease_until order_id state tenant_id",
      "trail_logs hour id mode tenant_id",
      "webhook_deliveries due_at lane state tenant_id",
      "webhook_endpoints deleted_at forget_at id tenant_id",
      "webhook_lanes held lane open_until tenant_id",
      "webhook_replays attempts created_at done_at id last_error lease_until state tenant_id",
      "webhook_secrets expires_at id tenant_id",
    ]);
    const writable = await column(
      admin,
      `SELECT oid::regclass::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
         AND has_any_column_privilege('paraph_lookup', oid, 'INSERT, UPDATE')`,
    );
    expect(writable).toEqual([]);
  });

  test("find by the whole hash only: nothing for a hash that is not there", async () => {
    for (const call of ["find_api_key($1)", "find_signing_link($1)", "find_client_certificate($1, NULL)"]) {
      for (const hash of [Buffer.alloc(32), Buffer.alloc(0), Buffer.from("%")]) {
        expect((await app.query(`SELECT * FROM ${call}`, [hash])).rows).toEqual([]);
      }
    }
  });

  test("say of a key and of a certificate whether its tenant lets callers come from an address", async () => {
    for (const tenant of tenants) {
      const of = (text: string) => column<Buffer>(admin, text, [tenant]);
      const [key] = await of("SELECT secret_hash FROM api_keys WHERE tenant_id = $1");
      const [digest] = await of("SELECT fingerprint FROM client_certificates WHERE tenant_id = $1");
      for (const [address, allowed] of [
        ["127.0.0.9", true],
        ["192.0.2.1", false],
        ["::1", false],
        [null, false],
      ]) {
        const found = await app.query(
          `SELECT k.address_allowed AS key, c.address_allowed AS certificate, c.tenant_id AS tenant
           FROM find_api_key($1, $3) k, find_client_certificate($2, $3) c`,
          [key, digest, address],
        );
        expect(found.rows).toEqual([{ key: allowed, certificate: allowed, tenant }]);
      }
    }
  });

  test("find the one key and the one link, of whichever tenant they are", async () => {
    for (const tenant of tenants) {
      const [key] = await column<Buffer>(admin, "SELECT secret_hash FROM api_keys WHERE tenant_id = $1", [
        tenant,
      ]);
      expect((await app.query("SELECT tenant_id FROM find_api_key($1)", [key])).rows).toEqual([
        { tenant_id: tenant },
      ]);
      const [link] = await column<Buffer>(admin, "SELECT link_hash FROM signers WHERE tenant_id = $1", [
        tenant,
      ]);
      expect((await app.query("SELECT tenant_id FROM find_signing_link($1)", [link])).rows).toEqual([
        { tenant_id: tenant },
      ]);
    }
  });

  test("tell of due work of all tenants, each kind bounded by the number asked for, and of nothing that is not due", async () => {
    const due = async (seconds: number, atMost: number) => {
      const at = new Date(service.clock.now().getTime() + seconds * 1000);
      const { rows } = await app.query<{ kind: string; tenant_id: string }>(
        "SELECT * FROM due_work($1, $2)",
        [at, atMost],
      );
      return rows;
    };
    expect(await due(-3600, 100)).toEqual([]);
    const now = await due(0, 100);
    expect(now.map((row) => row.kind)).toEqual([
      "bulk_line",
      "bulk_line",
      "object",
      "object",
      "replay",
      "replay",
    ]);
    expect(now.map((row) => row.tenant_id).sort()).toEqual([...tenants, ...tenants, ...tenants].sort());
    expect((await due(0, 1)).map((row) => row.kind)).toEqual(["bulk_line", "object", "replay"]);
    // A year later, answers and what was told are due to be forgotten, and documents to go whose evidence is stored and
    // nobody holds;
    // completed orders and used codes are never due again.
    const later = ["idempotency_key", "send_counter", "expiry", "evidence", "documents_retention", "erasure"];
    expect(new Set((await due(400 * 86_400, 100)).map((row) => row.kind))).toEqual(
      new Set(["bulk_line", "object", "replay", "old_notice", "old_notifications", ...later]),
    );
  });
});
