-- The schema that the migrations result in, for reading and for review. Generated: node dist/cli/schema.js
CREATE ROLE paraph_app LOGIN NOCREATEROLE NOSUPERUSER NOBYPASSRLS;
CREATE ROLE paraph_lookup NOLOGIN NOCREATEROLE NOSUPERUSER NOBYPASSRLS;
CREATE ROLE paraph_owner LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS;
GRANT paraph_lookup TO paraph_owner WITH ADMIN t, INHERIT f, SET t;
GRANT USAGE ON SCHEMA public TO paraph_app;
GRANT USAGE ON SCHEMA public TO paraph_lookup;

CREATE TABLE api_keys (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  name text NOT NULL,
  prefix text NOT NULL,
  secret_hash bytea NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT api_keys_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT api_keys_secret_hash_key UNIQUE (secret_hash),
  CONSTRAINT api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT api_keys_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT api_keys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CONSTRAINT api_keys_secret_hash_check CHECK ((length(secret_hash) = 32))
);
ALTER TABLE api_keys OWNER TO paraph_owner;
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY lookup ON api_keys AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON api_keys AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON api_keys TO paraph_app;
GRANT SELECT (tenant_id, id, mode, secret_hash, scopes, expires_at, revoked_at) ON api_keys TO paraph_lookup;
GRANT UPDATE (revoked_at) ON api_keys TO paraph_app;

CREATE TABLE certificates (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  signing_id uuid NOT NULL,
  sha256 bytea NOT NULL,
  certificate bytea NOT NULL,
  not_before timestamp with time zone NOT NULL,
  not_after timestamp with time zone NOT NULL,
  CONSTRAINT certificates_pkey PRIMARY KEY (tenant_id, signing_id),
  CONSTRAINT certificates_tenant_id_signing_id_fkey FOREIGN KEY (tenant_id, signing_id) REFERENCES signings(tenant_id, id),
  CONSTRAINT certificates_sha256_check CHECK ((length(sha256) = 32))
);
ALTER TABLE certificates OWNER TO paraph_owner;
ALTER TABLE certificates ENABLE ROW LEVEL SECURITY;
ALTER TABLE certificates FORCE ROW LEVEL SECURITY;
CREATE INDEX certificates_by_order ON public.certificates USING btree (tenant_id, order_id);
CREATE POLICY tenant ON certificates AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON certificates TO paraph_app;

CREATE TABLE document_revisions (
  tenant_id uuid NOT NULL,
  document_id uuid NOT NULL,
  revision integer NOT NULL,
  object_key text NOT NULL,
  bytes integer NOT NULL,
  sha256 bytea NOT NULL,
  signer_id uuid,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT document_revisions_pkey PRIMARY KEY (tenant_id, document_id, revision),
  CONSTRAINT document_revisions_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES documents(tenant_id, id),
  CONSTRAINT document_revisions_tenant_id_signer_id_fkey FOREIGN KEY (tenant_id, signer_id) REFERENCES signers(tenant_id, id),
  CONSTRAINT document_revisions_bytes_check CHECK ((bytes > 0)),
  CONSTRAINT document_revisions_revision_check CHECK ((revision >= 0)),
  CONSTRAINT document_revisions_sha256_check CHECK ((length(sha256) = 32))
);
ALTER TABLE document_revisions OWNER TO paraph_owner;
ALTER TABLE document_revisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_revisions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON document_revisions AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON document_revisions TO paraph_app;

CREATE TABLE documents (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  id uuid NOT NULL,
  "position" integer NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  pages integer NOT NULL,
  revision integer NOT NULL DEFAULT 0,
  CONSTRAINT documents_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT documents_tenant_id_order_id_position_key UNIQUE (tenant_id, order_id, "position"),
  CONSTRAINT documents_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT documents_kind_check CHECK ((kind = ANY (ARRAY['sign'::text, 'info'::text]))),
  CONSTRAINT documents_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CONSTRAINT documents_pages_check CHECK ((pages > 0)),
  CONSTRAINT documents_position_check CHECK (("position" >= 0)),
  CONSTRAINT documents_revision_check CHECK ((revision >= 0))
);
ALTER TABLE documents OWNER TO paraph_owner;
ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE documents FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON documents AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON documents TO paraph_app;
GRANT UPDATE (revision) ON documents TO paraph_app;

CREATE TABLE events (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  seq integer NOT NULL,
  signer_id uuid,
  type text NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  body text NOT NULL,
  personal bytea,
  hash bytea NOT NULL,
  CONSTRAINT events_pkey PRIMARY KEY (tenant_id, order_id, seq),
  CONSTRAINT events_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT events_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT events_seq_check CHECK ((seq > 0))
);
ALTER TABLE events OWNER TO paraph_owner;
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE events FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON events AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON events TO paraph_app;

CREATE TABLE idempotency_keys (
  tenant_id uuid NOT NULL,
  mode text NOT NULL,
  idempotency_key text NOT NULL,
  fingerprint bytea NOT NULL,
  response bytea,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (tenant_id, mode, idempotency_key),
  CONSTRAINT idempotency_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT idempotency_keys_fingerprint_check CHECK ((length(fingerprint) = 32)),
  CONSTRAINT idempotency_keys_idempotency_key_check CHECK (((length(idempotency_key) >= 1) AND (length(idempotency_key) <= 255))),
  CONSTRAINT idempotency_keys_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text])))
);
ALTER TABLE idempotency_keys OWNER TO paraph_owner;
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE INDEX idempotency_keys_due ON public.idempotency_keys USING btree (created_at);
CREATE POLICY lookup ON idempotency_keys AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON idempotency_keys AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE, INSERT, SELECT ON idempotency_keys TO paraph_app;
GRANT SELECT (tenant_id, idempotency_key, created_at) ON idempotency_keys TO paraph_lookup;
GRANT UPDATE (response) ON idempotency_keys TO paraph_app;

CREATE TABLE migrations (
  id integer NOT NULL DEFAULT nextval('migrations_id_seq'::regclass),
  name character varying(255),
  batch integer,
  migration_time timestamp with time zone,
  CONSTRAINT migrations_pkey PRIMARY KEY (id)
);
ALTER TABLE migrations OWNER TO paraph_owner;

CREATE TABLE migrations_lock (
  index integer NOT NULL DEFAULT nextval('migrations_lock_index_seq'::regclass),
  is_locked integer,
  CONSTRAINT migrations_lock_pkey PRIMARY KEY (index)
);
ALTER TABLE migrations_lock OWNER TO paraph_owner;

CREATE TABLE object_claims (
  tenant_id uuid NOT NULL,
  object_key text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT object_claims_pkey PRIMARY KEY (tenant_id, object_key),
  CONSTRAINT object_claims_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
);
ALTER TABLE object_claims OWNER TO paraph_owner;
ALTER TABLE object_claims ENABLE ROW LEVEL SECURITY;
ALTER TABLE object_claims FORCE ROW LEVEL SECURITY;
CREATE INDEX object_claims_due ON public.object_claims USING btree (expires_at);
CREATE POLICY lookup ON object_claims AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON object_claims AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE, INSERT, SELECT ON object_claims TO paraph_app;
GRANT SELECT (tenant_id, object_key, expires_at) ON object_claims TO paraph_lookup;
GRANT UPDATE (expires_at) ON object_claims TO paraph_app;

CREATE TABLE orders (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  title text NOT NULL,
  external_id text,
  state text NOT NULL,
  consent_text text,
  metadata jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  end_reason text,
  chain_length integer NOT NULL DEFAULT 0,
  chain_head bytea NOT NULL DEFAULT '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea,
  CONSTRAINT orders_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT orders_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT orders_chain_head_check CHECK ((length(chain_head) = 32)),
  CONSTRAINT orders_chain_length_check CHECK ((chain_length >= 0)),
  CONSTRAINT orders_consent_text_check CHECK (((length(consent_text) >= 1) AND (length(consent_text) <= 5000))),
  CONSTRAINT orders_end_reason_check CHECK ((length(end_reason) <= 1000)),
  CONSTRAINT orders_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 200))),
  CONSTRAINT orders_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT orders_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'ready'::text, 'in_progress'::text, 'completed'::text, 'refused'::text, 'cancelled'::text, 'expired'::text, 'failed'::text]))),
  CONSTRAINT orders_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
ALTER TABLE orders OWNER TO paraph_owner;
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE orders FORCE ROW LEVEL SECURITY;
CREATE INDEX orders_by_external_id ON public.orders USING btree (tenant_id, mode, external_id, id DESC) WHERE (external_id IS NOT NULL);
CREATE INDEX orders_by_mode ON public.orders USING btree (tenant_id, mode, id DESC);
CREATE INDEX orders_by_state ON public.orders USING btree (tenant_id, mode, state, id DESC);
CREATE INDEX orders_due ON public.orders USING btree (expires_at) WHERE (state = ANY (ARRAY['draft'::text, 'ready'::text, 'in_progress'::text]));
CREATE POLICY lookup ON orders AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON orders AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON orders TO paraph_app;
GRANT SELECT (tenant_id, id, state, expires_at) ON orders TO paraph_lookup;
GRANT UPDATE (state, expires_at, ended_at, end_reason, chain_length, chain_head) ON orders TO paraph_app;

CREATE TABLE otp_codes (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  id uuid NOT NULL,
  channel text NOT NULL,
  state text NOT NULL,
  code_hash bytea NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  max_tries integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  verified_at timestamp with time zone,
  lease_until timestamp with time zone,
  CONSTRAINT otp_codes_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT otp_codes_tenant_id_signer_id_fkey FOREIGN KEY (tenant_id, signer_id) REFERENCES signers(tenant_id, id),
  CONSTRAINT otp_codes_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  CONSTRAINT otp_codes_check CHECK ((tries <= max_tries)),
  CONSTRAINT otp_codes_code_hash_check CHECK ((length(code_hash) = 32)),
  CONSTRAINT otp_codes_max_tries_check CHECK (((max_tries >= 1) AND (max_tries <= 10))),
  CONSTRAINT otp_codes_state_check CHECK ((state = ANY (ARRAY['sending'::text, 'sent'::text, 'verified'::text, 'used'::text, 'replaced'::text, 'locked'::text, 'failed'::text])))
);
ALTER TABLE otp_codes OWNER TO paraph_owner;
ALTER TABLE otp_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE otp_codes FORCE ROW LEVEL SECURITY;
CREATE INDEX otp_codes_by_signer ON public.otp_codes USING btree (tenant_id, signer_id, created_at DESC);
CREATE INDEX otp_codes_due ON public.otp_codes USING btree (lease_until) WHERE (state = 'sending'::text);
CREATE POLICY lookup ON otp_codes AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON otp_codes AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON otp_codes TO paraph_app;
GRANT SELECT (tenant_id, id, state, lease_until) ON otp_codes TO paraph_lookup;
GRANT UPDATE (state, tries, verified_at, lease_until) ON otp_codes TO paraph_app;

CREATE TABLE placements (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  document_id uuid NOT NULL,
  page integer NOT NULL,
  x double precision NOT NULL,
  y double precision NOT NULL,
  width double precision NOT NULL,
  height double precision NOT NULL,
  CONSTRAINT placements_pkey PRIMARY KEY (tenant_id, signer_id, document_id),
  CONSTRAINT placements_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES documents(tenant_id, id),
  CONSTRAINT placements_tenant_id_signer_id_fkey FOREIGN KEY (tenant_id, signer_id) REFERENCES signers(tenant_id, id),
  CONSTRAINT placements_height_check CHECK ((height > (0)::double precision)),
  CONSTRAINT placements_page_check CHECK ((page > 0)),
  CONSTRAINT placements_width_check CHECK ((width > (0)::double precision))
);
ALTER TABLE placements OWNER TO paraph_owner;
ALTER TABLE placements ENABLE ROW LEVEL SECURITY;
ALTER TABLE placements FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON placements AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON placements TO paraph_app;

CREATE TABLE signers (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  id uuid NOT NULL,
  "position" integer NOT NULL,
  role text NOT NULL,
  given_name text NOT NULL,
  surname text NOT NULL,
  country text NOT NULL,
  email text,
  phone text,
  language text NOT NULL,
  authentication text NOT NULL,
  state text NOT NULL,
  link_hash bytea NOT NULL,
  personal_key bytea NOT NULL,
  opened_at timestamp with time zone,
  signed_at timestamp with time zone,
  refused_at timestamp with time zone,
  CONSTRAINT signers_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT signers_link_hash_key UNIQUE (link_hash),
  CONSTRAINT signers_tenant_id_order_id_position_key UNIQUE (tenant_id, order_id, "position"),
  CONSTRAINT signers_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT signers_authentication_check CHECK ((authentication = ANY (ARRAY['email'::text, 'sms'::text]))),
  CONSTRAINT signers_check CHECK (((email IS NOT NULL) OR (authentication <> 'email'::text))),
  CONSTRAINT signers_check1 CHECK (((phone IS NOT NULL) OR (authentication <> 'sms'::text))),
  CONSTRAINT signers_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT signers_email_check CHECK ((length(email) <= 254)),
  CONSTRAINT signers_given_name_check CHECK (((length(given_name) >= 1) AND (length(given_name) <= 64))),
  CONSTRAINT signers_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  CONSTRAINT signers_link_hash_check CHECK ((length(link_hash) = 32)),
  CONSTRAINT signers_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{5,14}$'::text)),
  CONSTRAINT signers_position_check CHECK (("position" >= 0)),
  CONSTRAINT signers_role_check CHECK ((role = 'signer'::text)),
  CONSTRAINT signers_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'opened'::text, 'signing'::text, 'signed'::text, 'refused'::text]))),
  CONSTRAINT signers_surname_check CHECK (((length(surname) >= 1) AND (length(surname) <= 64)))
);
ALTER TABLE signers OWNER TO paraph_owner;
ALTER TABLE signers ENABLE ROW LEVEL SECURITY;
ALTER TABLE signers FORCE ROW LEVEL SECURITY;
CREATE POLICY lookup ON signers AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON signers AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON signers TO paraph_app;
GRANT SELECT (tenant_id, order_id, id, link_hash) ON signers TO paraph_lookup;
GRANT UPDATE (state, opened_at, signed_at, refused_at) ON signers TO paraph_app;

CREATE TABLE signings (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  id uuid NOT NULL,
  otp_code_id uuid NOT NULL,
  state text NOT NULL,
  typed_name text,
  image_key text,
  created_at timestamp with time zone NOT NULL,
  completed_at timestamp with time zone,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamp with time zone NOT NULL,
  last_error text,
  CONSTRAINT signings_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT signings_tenant_id_signer_id_key UNIQUE (tenant_id, signer_id),
  CONSTRAINT signings_tenant_id_otp_code_id_fkey FOREIGN KEY (tenant_id, otp_code_id) REFERENCES otp_codes(tenant_id, id),
  CONSTRAINT signings_tenant_id_signer_id_fkey FOREIGN KEY (tenant_id, signer_id) REFERENCES signers(tenant_id, id),
  CONSTRAINT signings_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'done'::text, 'abandoned'::text]))),
  CONSTRAINT signings_typed_name_check CHECK (((length(typed_name) >= 1) AND (length(typed_name) <= 200)))
);
ALTER TABLE signings OWNER TO paraph_owner;
ALTER TABLE signings ENABLE ROW LEVEL SECURITY;
ALTER TABLE signings FORCE ROW LEVEL SECURITY;
CREATE INDEX signings_due ON public.signings USING btree (lease_until) WHERE (state = 'pending'::text);
CREATE INDEX signings_pending ON public.signings USING btree (tenant_id, order_id) WHERE (state = 'pending'::text);
CREATE POLICY lookup ON signings AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON signings AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON signings TO paraph_app;
GRANT SELECT (tenant_id, order_id, id, state, lease_until) ON signings TO paraph_lookup;
GRANT UPDATE (state, completed_at, attempts, lease_until, last_error) ON signings TO paraph_app;

CREATE TABLE tenants (
  tenant_id uuid NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT tenants_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT tenants_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
ALTER TABLE tenants OWNER TO paraph_owner;
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tenants AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON tenants TO paraph_app;

CREATE OR REPLACE FUNCTION public.due_work(at timestamp with time zone, at_most integer)
 RETURNS TABLE(kind text, tenant_id uuid, subject text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$(SELECT 'signing', tenant_id, id::text FROM public.signings
         WHERE state = 'pending' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'code', tenant_id, id::text FROM public.otp_codes
         WHERE state = 'sending' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'expiry', o.tenant_id, o.id::text FROM public.orders o
         WHERE o.state IN ('draft', 'ready', 'in_progress') AND o.expires_at <= at
           AND NOT EXISTS (SELECT FROM public.signings s
             WHERE s.tenant_id = o.tenant_id AND s.order_id = o.id AND s.state = 'pending')
         ORDER BY o.expires_at LIMIT at_most)
      UNION ALL
      (SELECT 'object', tenant_id, object_key FROM public.object_claims
         WHERE expires_at <= at ORDER BY expires_at LIMIT at_most)
      UNION ALL
      (SELECT 'idempotency_key', tenant_id, idempotency_key FROM public.idempotency_keys
         WHERE created_at <= at - interval '24 hours' ORDER BY created_at LIMIT at_most)$function$;
ALTER FUNCTION due_work(timestamp with time zone,integer) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION due_work(timestamp with time zone,integer) TO paraph_app;

CREATE OR REPLACE FUNCTION public.find_api_key(hash bytea)
 RETURNS TABLE(tenant_id uuid, id uuid, mode text, scopes text[], expires_at timestamp with time zone, revoked_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$SELECT k.tenant_id, k.id, k.mode, k.scopes, k.expires_at, k.revoked_at
      FROM public.api_keys k WHERE k.secret_hash = hash$function$;
ALTER FUNCTION find_api_key(bytea) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION find_api_key(bytea) TO paraph_app;

CREATE OR REPLACE FUNCTION public.find_signing_link(hash bytea)
 RETURNS TABLE(tenant_id uuid, order_id uuid, signer_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$SELECT s.tenant_id, s.order_id, s.id FROM public.signers s WHERE s.link_hash = hash$function$;
ALTER FUNCTION find_signing_link(bytea) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION find_signing_link(bytea) TO paraph_app;
