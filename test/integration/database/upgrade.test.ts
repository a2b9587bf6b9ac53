import { fileURLToPath } from "node:url";
import knex from "knex";
import pg from "pg";
import { migrate } from "../../../api/database/migrate.js";
import { provisionDatabase } from "../../../api/database/provision.js";
import { PostgresPlace } from "../../support/postgresPlace.js";

const tenant = "01900000-0000-7000-8000-000000000001";
const order = "01900000-0000-7000-8000-000000000002";
const document = "01900000-0000-7000-8000-000000000003";
const signer = "01900000-0000-7000-8000-000000000004";
const endedLongAgo = "01900000-0000-7000-8000-000000000005";
const endedNow = "01900000-0000-7000-8000-000000000006";

let place: PostgresPlace;
let admin: pg.Client;
let ownerUrl: string;

/** A database as the first migration made it, with an order that one has signed. */
beforeAll(async () => {
  place = await PostgresPlace.make();
  const { adminUrl } = await place.start();
  const roles = { adminUrl, database: "paraph", ownerPassword: "owner", appPassword: "app" };
  ({ ownerUrl } = await provisionDatabase(roles));
  const directory = fileURLToPath(new URL("../../../migrations", import.meta.url));
  const database = knex({ client: "pg", connection: ownerUrl });
  await database.migrate.up({ directory, loadExtensions: [".js"], tableName: "migrations" });
  await database.destroy();
  const url = new URL(adminUrl);
  url.pathname = "/paraph";
  admin = new pg.Client({ connectionString: url.toString() });
  await admin.connect();
  await admin.query(`
    INSERT INTO tenants (tenant_id, name, created_at) VALUES ('${tenant}', 'Before', now());
    INSERT INTO orders (tenant_id, id, mode, title, state, metadata, created_at, expires_at)
      VALUES ('${tenant}', '${order}', 'live', 'Lease', 'in_progress', '{}', now(), now() + interval '9 days');
    INSERT INTO orders (tenant_id, id, mode, title, state, metadata, created_at, expires_at, ended_at)
      VALUES ('${tenant}', '${endedLongAgo}', 'live', 'Sale', 'completed', '{}', now() - interval '3 years', now(),
          now() - interval '2 years'),
        ('${tenant}', '${endedNow}', 'live', 'Gift', 'cancelled', '{}', now(), now(), now());
    INSERT INTO documents (tenant_id, order_id, id, position, kind, name, pages, revision)
      VALUES ('${tenant}', '${order}', '${document}', 0, 'sign', 'lease.pdf', 2, 1);
    INSERT INTO signers (tenant_id, order_id, id, position, role, given_name, surname, country, email, language,
        authentication, state, link_hash, personal_key)
      VALUES ('${tenant}', '${order}', '${signer}', 0, 'signer', 'Ada', 'Lovelace', 'GB', 'ada@example.org', 'en',
        'email', 'signed', sha256('link'), 'key');
    INSERT INTO document_revisions (tenant_id, document_id, revision, object_key, bytes, sha256, signer_id, created_at)
      VALUES ('${tenant}', '${document}', 0, 'a', 1, sha256('a'), NULL, now()),
        ('${tenant}', '${document}', 1, 'b', 1, sha256('b'), '${signer}', now());
    INSERT INTO placements (tenant_id, order_id, signer_id, document_id, page, x, y, width, height)
      VALUES ('${tenant}', '${order}', '${signer}', '${document}', 1, 10, 20, 180, 56);
    INSERT INTO api_keys (tenant_id, id, mode, name, prefix, secret_hash, scopes, created_at)
      VALUES ('${tenant}', gen_random_uuid(), 'live', 'all', 'p', sha256('1'),
          '{orders:read,orders:write,keys:read,keys:write}', now()),
        ('${tenant}', gen_random_uuid(), 'live', 'some', 'p', sha256('2'), '{orders:read,orders:write}', now());
  `);
  await migrate(ownerUrl);
});
afterAll(async () => {
  await admin.end();
  await place.remove();
});

test("an order of before is due to end when it was, and has a live order's time", async () => {
  const { rows } = await admin.query(
    `SELECT expiry_due_at = expires_at AS due, clock_offset_seconds::int AS offset, notify, labels FROM orders
     WHERE state = 'in_progress'`,
  );
  expect(rows).toEqual([{ due: true, offset: 0, notify: true, labels: [] }]);
});

test("a document of before counts its signatures, and its revisions say what they are", async () => {
  const { rows } = await admin.query("SELECT revision, signatures FROM documents");
  expect(rows).toEqual([{ revision: 1, signatures: 1 }]);
  const revisions = await admin.query("SELECT kind, level FROM document_revisions ORDER BY revision");
  expect(revisions.rows).toEqual([
    { kind: "source", level: null },
    { kind: "signed", level: "B-T" },
  ]);
});

test("a signer of before is of the first group, and their place is that of a signature", async () => {
  const signers = await admin.query(
    "SELECT role, signing_group AS group, link_version AS link, state FROM signers",
  );
  expect(signers.rows).toEqual([{ role: "signer", group: 1, link: 0, state: "signed" }]);
  const placements = await admin.query(
    "SELECT kind, page, x, required, read_only FROM placements WHERE id IS NOT NULL",
  );
  expect(placements.rows).toEqual([{ kind: "signature", page: 1, x: 10, required: true, read_only: false }]);
});

test("a key of before that may do everything may do what is new, and one that may not is as it was", async () => {
  const { rows } = await admin.query(
    "SELECT name, array_to_string(scopes, ' ') AS scopes FROM api_keys ORDER BY name",
  );
  expect(rows).toEqual([
    { name: "all", scopes: "orders:read orders:write keys:read keys:write webhooks:read webhooks:write" },
    { name: "some", scopes: "orders:read orders:write" },
  ]);
});

test("migrating once more changes nothing", async () => {
  await migrate(ownerUrl);
  const { rows } = await admin.query("SELECT count(*)::int AS count FROM migrations");
  expect(rows).toEqual([{ count: 5 }]);
});

test("orders that have ended get their terms, nobody's documents go sooner than in a month, and each gets an evidence file", async () => {
  const { rows } = await admin.query(
    `SELECT o.id, r.documents_until = o.ended_at + interval '3 months' AS "threeMonths",
       r.documents_until > now() + interval '27 days' AS "inAMonth",
       r.evidence_until = o.ended_at + interval '10 years' AS "tenYears",
       r.documents_due_at = r.documents_until AND r.evidence_due_at = r.evidence_until AS due, e.state, e.archive
     FROM orders o
     LEFT JOIN retentions r ON r.tenant_id = o.tenant_id AND r.order_id = o.id
     LEFT JOIN evidence_files e ON e.tenant_id = o.tenant_id AND e.order_id = o.id
     ORDER BY o.id`,
  );
  const ended = { inAMonth: true, tenYears: true, due: true, state: "pending", archive: false };
  const none = { inAMonth: null, tenYears: null, due: null, state: null, archive: null };
  expect(rows).toEqual([
    { id: order, threeMonths: null, ...none },
    { id: endedLongAgo, threeMonths: false, ...ended },
    { id: endedNow, threeMonths: true, ...ended },
  ]);
});
