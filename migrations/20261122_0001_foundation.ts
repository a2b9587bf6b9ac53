import type { Knex } from "knex";

/**
 * The first tables. Every row belongs to a tenant, every key begins with the tenant, and every table has FORCEd
 * row-level security with one policy: a transaction that has not said whose rows it wants sees none.
 *
 * `paraph_app` (the service) owns nothing. `paraph_lookup` owns the few functions that must look across tenants
 * before a tenant is known, and may read only the columns that they need.
 */
const tables = `
CREATE TABLE tenants (
  tenant_id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL
);

CREATE TABLE api_keys (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  prefix text NOT NULL,
  secret_hash bytea NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE orders (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  external_id text CHECK (length(external_id) BETWEEN 1 AND 200),
  state text NOT NULL CHECK (state IN
    ('draft', 'ready', 'in_progress', 'completed', 'refused', 'cancelled', 'expired', 'failed')),
  consent_text text CHECK (length(consent_text) BETWEEN 1 AND 5000),
  metadata jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason text CHECK (length(end_reason) <= 1000),
  chain_length integer NOT NULL DEFAULT 0 CHECK (chain_length >= 0),
  chain_head bytea NOT NULL DEFAULT '\\x0000000000000000000000000000000000000000000000000000000000000000'
    CHECK (length(chain_head) = 32),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX orders_by_mode ON orders (tenant_id, mode, id DESC);
CREATE INDEX orders_by_state ON orders (tenant_id, mode, state, id DESC);
CREATE INDEX orders_by_external_id ON orders (tenant_id, mode, external_id, id DESC) WHERE external_id IS NOT NULL;
CREATE INDEX orders_due ON orders (expires_at) WHERE state IN ('draft', 'ready', 'in_progress');

CREATE TABLE documents (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  kind text NOT NULL CHECK (kind IN ('sign', 'info')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  pages integer NOT NULL CHECK (pages > 0),
  revision integer NOT NULL DEFAULT 0 CHECK (revision >= 0),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders,
  UNIQUE (tenant_id, order_id, position)
);

CREATE TABLE signers (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  role text NOT NULL CHECK (role IN ('signer')),
  given_name text NOT NULL CHECK (length(given_name) BETWEEN 1 AND 64),
  surname text NOT NULL CHECK (length(surname) BETWEEN 1 AND 64),
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  email text CHECK (length(email) <= 254),
  phone text CHECK (phone ~ '^\\+[1-9][0-9]{5,14}$'),
  language text NOT NULL CHECK (length(language) BETWEEN 2 AND 35),
  authentication text NOT NULL CHECK (authentication IN ('email', 'sms')),
  state text NOT NULL CHECK (state IN ('waiting', 'opened', 'signing', 'signed', 'refused')),
  link_hash bytea NOT NULL UNIQUE CHECK (length(link_hash) = 32),
  personal_key bytea NOT NULL,
  opened_at timestamptz,
  signed_at timestamptz,
  refused_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders,
  UNIQUE (tenant_id, order_id, position),
  CHECK (email IS NOT NULL OR authentication <> 'email'),
  CHECK (phone IS NOT NULL OR authentication <> 'sms')
);

CREATE TABLE placements (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  document_id uuid NOT NULL,
  page integer NOT NULL CHECK (page > 0),
  x double precision NOT NULL,
  y double precision NOT NULL,
  width double precision NOT NULL CHECK (width > 0),
  height double precision NOT NULL CHECK (height > 0),
  PRIMARY KEY (tenant_id, signer_id, document_id),
  FOREIGN KEY (tenant_id, signer_id) REFERENCES signers,
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents
);

CREATE TABLE document_revisions (
  tenant_id uuid NOT NULL,
  document_id uuid NOT NULL,
  revision integer NOT NULL CHECK (revision >= 0),
  object_key text NOT NULL,
  bytes integer NOT NULL CHECK (bytes > 0),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  signer_id uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, document_id, revision),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents,
  FOREIGN KEY (tenant_id, signer_id) REFERENCES signers
);

CREATE TABLE otp_codes (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('email', 'sms')),
  state text NOT NULL CHECK (state IN
    ('sending', 'sent', 'verified', 'used', 'replaced', 'locked', 'failed')),
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
  tries integer NOT NULL DEFAULT 0,
  max_tries integer NOT NULL CHECK (max_tries BETWEEN 1 AND 10),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  verified_at timestamptz,
  lease_until timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, signer_id) REFERENCES signers,
  CHECK (tries <= max_tries)
);
CREATE INDEX otp_codes_by_signer ON otp_codes (tenant_id, signer_id, created_at DESC);
CREATE INDEX otp_codes_due ON otp_codes (lease_until) WHERE state = 'sending';

CREATE TABLE signings (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  id uuid NOT NULL,
  otp_code_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'done', 'abandoned')),
  typed_name text CHECK (length(typed_name) BETWEEN 1 AND 200),
  image_key text,
  created_at timestamptz NOT NULL,
  completed_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz NOT NULL,
  last_error text,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, signer_id),
  FOREIGN KEY (tenant_id, signer_id) REFERENCES signers,
  FOREIGN KEY (tenant_id, otp_code_id) REFERENCES otp_codes
);
CREATE INDEX signings_due ON signings (lease_until) WHERE state = 'pending';
CREATE INDEX signings_pending ON signings (tenant_id, order_id) WHERE state = 'pending';

CREATE TABLE certificates (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  signing_id uuid NOT NULL,
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  certificate bytea NOT NULL,
  not_before timestamptz NOT NULL,
  not_after timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, signing_id),
  FOREIGN KEY (tenant_id, signing_id) REFERENCES signings
);
CREATE INDEX certificates_by_order ON certificates (tenant_id, order_id);

CREATE TABLE events (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  signer_id uuid,
  type text NOT NULL,
  occurred_at timestamptz NOT NULL,
  body text NOT NULL,
  personal bytea,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (tenant_id, order_id, seq),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders
);

CREATE TABLE idempotency_keys (
  tenant_id uuid NOT NULL REFERENCES tenants,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  idempotency_key text NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 255),
  fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32),
  response bytea,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, mode, idempotency_key)
);
CREATE INDEX idempotency_keys_due ON idempotency_keys (created_at);

CREATE TABLE object_claims (
  tenant_id uuid NOT NULL REFERENCES tenants,
  object_key text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, object_key)
);
CREATE INDEX object_claims_due ON object_claims (expires_at);
`;

const tenantTables = [
  "tenants",
  "api_keys",
  "orders",
  "documents",
  "signers",
  "placements",
  "document_revisions",
  "otp_codes",
  "signings",
  "certificates",
  "events",
  "idempotency_keys",
  "object_claims",
];

/** What the service may do with each table. Events, revisions and certificates are never changed or deleted. */
const grants = `
GRANT USAGE ON SCHEMA public TO paraph_app, paraph_lookup;
GRANT SELECT, INSERT ON tenants, api_keys, orders, documents, signers, placements, document_revisions, otp_codes,
  signings, certificates, events, idempotency_keys, object_claims TO paraph_app;
GRANT UPDATE (revoked_at) ON api_keys TO paraph_app;
GRANT UPDATE (state, ended_at, end_reason, expires_at, chain_length, chain_head) ON orders TO paraph_app;
GRANT UPDATE (revision) ON documents TO paraph_app;
GRANT UPDATE (state, opened_at, signed_at, refused_at) ON signers TO paraph_app;
GRANT UPDATE (state, tries, verified_at, lease_until) ON otp_codes TO paraph_app;
GRANT UPDATE (state, completed_at, attempts, lease_until, last_error) ON signings TO paraph_app;
GRANT UPDATE (response) ON idempotency_keys TO paraph_app;
GRANT UPDATE (expires_at) ON object_claims TO paraph_app;
GRANT DELETE ON idempotency_keys, object_claims TO paraph_app;
`;

const lookups = `
GRANT SELECT (tenant_id, id, mode, secret_hash, scopes, expires_at, revoked_at) ON api_keys TO paraph_lookup;
GRANT SELECT (tenant_id, order_id, id, link_hash) ON signers TO paraph_lookup;
GRANT SELECT (tenant_id, id, state, expires_at) ON orders TO paraph_lookup;
GRANT SELECT (tenant_id, id, state, lease_until) ON otp_codes TO paraph_lookup;
GRANT SELECT (tenant_id, order_id, id, state, lease_until) ON signings TO paraph_lookup;
GRANT SELECT (tenant_id, object_key, expires_at) ON object_claims TO paraph_lookup;
GRANT SELECT (tenant_id, idempotency_key, created_at) ON idempotency_keys TO paraph_lookup;
CREATE POLICY lookup ON api_keys FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON signers FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON orders FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON otp_codes FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON signings FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON object_claims FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON idempotency_keys FOR SELECT TO paraph_lookup USING (true);

CREATE FUNCTION find_api_key(hash bytea)
  RETURNS TABLE (tenant_id uuid, id uuid, mode text, scopes text[], expires_at timestamptz, revoked_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS 'SELECT k.tenant_id, k.id, k.mode, k.scopes, k.expires_at, k.revoked_at
      FROM public.api_keys k WHERE k.secret_hash = hash';

CREATE FUNCTION find_signing_link(hash bytea)
  RETURNS TABLE (tenant_id uuid, order_id uuid, signer_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS 'SELECT s.tenant_id, s.order_id, s.id FROM public.signers s WHERE s.link_hash = hash';

CREATE FUNCTION due_work(at timestamptz, at_most integer)
  RETURNS TABLE (kind text, tenant_id uuid, subject text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS '(SELECT ''signing'', tenant_id, id::text FROM public.signings
         WHERE state = ''pending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''code'', tenant_id, id::text FROM public.otp_codes
         WHERE state = ''sending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''expiry'', o.tenant_id, o.id::text FROM public.orders o
         WHERE o.state IN (''draft'', ''ready'', ''in_progress'') AND o.expires_at <= at
           AND NOT EXISTS (SELECT FROM public.signings s
             WHERE s.tenant_id = o.tenant_id AND s.order_id = o.id AND s.state = ''pending'')
         ORDER BY o.expires_at LIMIT at_most)
      UNION ALL
      (SELECT ''object'', tenant_id, object_key FROM public.object_claims
         WHERE expires_at <= at ORDER BY expires_at LIMIT at_most)
      UNION ALL
      (SELECT ''idempotency_key'', tenant_id, idempotency_key FROM public.idempotency_keys
         WHERE created_at <= at - interval ''24 hours'' ORDER BY created_at LIMIT at_most)';
`;

const functionSignatures = [
  "find_api_key(bytea)",
  "find_signing_link(bytea)",
  "due_work(timestamptz, integer)",
];

export async function up(knex: Knex): Promise<void> {
  await run(
    knex,
    `DO $$ BEGIN
       IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'paraph_lookup') THEN
         CREATE ROLE paraph_lookup NOLOGIN NOSUPERUSER NOBYPASSRLS;
       END IF;
     END $$`,
  );
  // Without inheriting: the owner may give functions to that role, and must not see through its policies.
  await run(knex, "GRANT paraph_lookup TO CURRENT_USER WITH INHERIT FALSE, SET TRUE");
  await run(knex, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
  await run(knex, tables);
  for (const table of tenantTables) {
    await run(knex, `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    await run(knex, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await run(
      knex,
      `CREATE POLICY tenant ON ${table} TO paraph_app, CURRENT_USER
         USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
         WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
    );
  }
  await run(knex, grants);
  await run(knex, lookups);
  await run(knex, "GRANT CREATE ON SCHEMA public TO paraph_lookup");
  for (const signature of functionSignatures) {
    await run(knex, `REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
    await run(knex, `GRANT EXECUTE ON FUNCTION ${signature} TO paraph_app`);
    await run(knex, `ALTER FUNCTION ${signature} OWNER TO paraph_lookup`);
  }
  await run(knex, "REVOKE CREATE ON SCHEMA public FROM paraph_lookup");
}

export async function down(): Promise<void> {
  throw new Error("The first migration is not undone: drop the database instead.");
}

/** Runs SQL as it stands: knex would take a question mark or a colon in it for a binding. */
async function run(knex: Knex, sql: string): Promise<void> {
  await knex.raw(sql.replaceAll("?", "\\?"));
}
