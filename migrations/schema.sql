-- The schema that the migrations result in, for reading and for review. Generated: node dist/cli/schema.js
CREATE ROLE paraph_app LOGIN NOCREATEROLE NOSUPERUSER NOBYPASSRLS;
CREATE ROLE paraph_lookup NOLOGIN NOCREATEROLE NOSUPERUSER NOBYPASSRLS;
CREATE ROLE paraph_owner LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS;
CREATE ROLE paraph_purge NOLOGIN NOCREATEROLE NOSUPERUSER NOBYPASSRLS;
GRANT paraph_lookup TO paraph_owner WITH ADMIN t, INHERIT f, SET t;
GRANT paraph_purge TO paraph_owner WITH ADMIN t, INHERIT f, SET t;
GRANT USAGE ON SCHEMA public TO paraph_app;
GRANT USAGE ON SCHEMA public TO paraph_lookup;
GRANT USAGE ON SCHEMA public TO paraph_purge;

CREATE TABLE access_refusals (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  credential uuid NOT NULL,
  api_key_id uuid NOT NULL,
  reason text NOT NULL,
  refused bigint NOT NULL,
  first_at timestamp with time zone NOT NULL,
  last_at timestamp with time zone NOT NULL,
  told_at timestamp with time zone,
  CONSTRAINT access_refusals_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT access_refusals_tenant_id_credential_reason_key UNIQUE (tenant_id, credential, reason),
  CONSTRAINT access_refusals_tenant_id_api_key_id_fkey FOREIGN KEY (tenant_id, api_key_id) REFERENCES api_keys(tenant_id, id),
  CONSTRAINT access_refusals_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT access_refusals_reason_check CHECK ((reason = ANY (ARRAY['certificate_unknown'::text, 'certificate_expired'::text, 'certificate_not_yet_valid'::text, 'certificate_revoked'::text, 'address_not_allowed'::text]))),
  CONSTRAINT access_refusals_refused_check CHECK ((refused > 0))
);
ALTER TABLE access_refusals OWNER TO paraph_owner;
ALTER TABLE access_refusals ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_refusals FORCE ROW LEVEL SECURITY;
CREATE INDEX access_refusals_by_mode ON public.access_refusals USING btree (tenant_id, mode, id DESC);
CREATE POLICY tenant ON access_refusals AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON access_refusals TO paraph_app;
GRANT UPDATE (refused, last_at, told_at) ON access_refusals TO paraph_app;

CREATE TABLE allowed_addresses (
  tenant_id uuid NOT NULL,
  mode text NOT NULL,
  ranges cidr[] NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT allowed_addresses_pkey PRIMARY KEY (tenant_id, mode),
  CONSTRAINT allowed_addresses_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT allowed_addresses_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT allowed_addresses_ranges_check CHECK (((cardinality(ranges) >= 1) AND (cardinality(ranges) <= 200)))
);
ALTER TABLE allowed_addresses OWNER TO paraph_owner;
ALTER TABLE allowed_addresses ENABLE ROW LEVEL SECURITY;
ALTER TABLE allowed_addresses FORCE ROW LEVEL SECURITY;
CREATE POLICY lookup ON allowed_addresses AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON allowed_addresses AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE, INSERT, SELECT ON allowed_addresses TO paraph_app;
GRANT SELECT (tenant_id, mode, ranges) ON allowed_addresses TO paraph_lookup;
GRANT UPDATE (ranges, updated_at) ON allowed_addresses TO paraph_app;

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
  eu_ses_bare boolean NOT NULL DEFAULT false,
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
GRANT SELECT (tenant_id, id, mode, secret_hash, scopes, expires_at, revoked_at, eu_ses_bare) ON api_keys TO paraph_lookup;
GRANT UPDATE (revoked_at) ON api_keys TO paraph_app;

CREATE TABLE awaited_documents (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  "position" integer NOT NULL,
  document_id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  host text NOT NULL,
  source bytea,
  state text NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  error text,
  object_key text,
  sha256 bytea,
  CONSTRAINT awaited_documents_pkey PRIMARY KEY (tenant_id, order_id, "position"),
  CONSTRAINT awaited_documents_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT awaited_documents_check CHECK (((state = 'fetched'::text) = ((object_key IS NOT NULL) AND (sha256 IS NOT NULL)))),
  CONSTRAINT awaited_documents_error_check CHECK ((length(error) <= 500)),
  CONSTRAINT awaited_documents_host_check CHECK ((length(host) <= 300)),
  CONSTRAINT awaited_documents_kind_check CHECK ((kind = ANY (ARRAY['sign'::text, 'info'::text]))),
  CONSTRAINT awaited_documents_position_check CHECK (("position" >= 0)),
  CONSTRAINT awaited_documents_sha256_check CHECK ((length(sha256) = 32)),
  CONSTRAINT awaited_documents_state_check CHECK ((state = ANY (ARRAY['awaited'::text, 'fetched'::text, 'failed'::text, 'abandoned'::text])))
);
ALTER TABLE awaited_documents OWNER TO paraph_owner;
ALTER TABLE awaited_documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE awaited_documents FORCE ROW LEVEL SECURITY;
CREATE POLICY purge ON awaited_documents AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON awaited_documents AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON awaited_documents TO paraph_purge;
GRANT DELETE, INSERT, SELECT ON awaited_documents TO paraph_app;
GRANT SELECT (tenant_id, order_id) ON awaited_documents TO paraph_purge;
GRANT UPDATE (source, state, tries, error, object_key, sha256) ON awaited_documents TO paraph_app;

CREATE TABLE awaited_orders (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  plan bytea NOT NULL,
  is_sent boolean NOT NULL,
  api_key_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamp with time zone NOT NULL,
  last_error text,
  CONSTRAINT awaited_orders_pkey PRIMARY KEY (tenant_id, order_id),
  CONSTRAINT awaited_orders_tenant_id_api_key_id_fkey FOREIGN KEY (tenant_id, api_key_id) REFERENCES api_keys(tenant_id, id),
  CONSTRAINT awaited_orders_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT awaited_orders_last_error_check CHECK ((length(last_error) <= 500))
);
ALTER TABLE awaited_orders OWNER TO paraph_owner;
ALTER TABLE awaited_orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE awaited_orders FORCE ROW LEVEL SECURITY;
CREATE INDEX awaited_orders_due ON public.awaited_orders USING btree (tenant_id, lease_until);
CREATE POLICY lookup ON awaited_orders AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON awaited_orders AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE, INSERT, SELECT ON awaited_orders TO paraph_app;
GRANT SELECT (tenant_id, order_id, created_at, attempts, lease_until, last_error) ON awaited_orders TO paraph_lookup;
GRANT UPDATE (attempts, lease_until, last_error) ON awaited_orders TO paraph_app;

CREATE TABLE bulk_batches (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  template_id uuid NOT NULL,
  api_key_id uuid NOT NULL,
  settings jsonb NOT NULL,
  lines integer NOT NULL,
  created integer NOT NULL DEFAULT 0,
  failed integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  completed_at timestamp with time zone,
  CONSTRAINT bulk_batches_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT bulk_batches_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT bulk_batches_tenant_id_template_id_fkey FOREIGN KEY (tenant_id, template_id) REFERENCES templates(tenant_id, id),
  CONSTRAINT bulk_batches_check CHECK (((created + failed) <= lines)),
  CONSTRAINT bulk_batches_created_check CHECK ((created >= 0)),
  CONSTRAINT bulk_batches_failed_check CHECK ((failed >= 0)),
  CONSTRAINT bulk_batches_lines_check CHECK ((lines > 0)),
  CONSTRAINT bulk_batches_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text])))
);
ALTER TABLE bulk_batches OWNER TO paraph_owner;
ALTER TABLE bulk_batches ENABLE ROW LEVEL SECURITY;
ALTER TABLE bulk_batches FORCE ROW LEVEL SECURITY;
CREATE INDEX bulk_batches_by_mode ON public.bulk_batches USING btree (tenant_id, mode, id DESC);
CREATE POLICY tenant ON bulk_batches AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON bulk_batches TO paraph_app;
GRANT UPDATE (created, failed, completed_at) ON bulk_batches TO paraph_app;

CREATE TABLE bulk_lines (
  tenant_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  line integer NOT NULL,
  external_id text,
  state text NOT NULL,
  input bytea,
  order_id uuid,
  problem jsonb,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamp with time zone NOT NULL,
  last_error text,
  CONSTRAINT bulk_lines_pkey PRIMARY KEY (tenant_id, batch_id, line),
  CONSTRAINT bulk_lines_tenant_id_batch_id_fkey FOREIGN KEY (tenant_id, batch_id) REFERENCES bulk_batches(tenant_id, id),
  CONSTRAINT bulk_lines_line_check CHECK ((line > 0)),
  CONSTRAINT bulk_lines_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'created'::text, 'failed'::text])))
);
ALTER TABLE bulk_lines OWNER TO paraph_owner;
ALTER TABLE bulk_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE bulk_lines FORCE ROW LEVEL SECURITY;
CREATE INDEX bulk_lines_by_order ON public.bulk_lines USING btree (tenant_id, order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX bulk_lines_due ON public.bulk_lines USING btree (lease_until) WHERE (state = 'pending'::text);
CREATE POLICY lookup ON bulk_lines AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY purge ON bulk_lines AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON bulk_lines AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON bulk_lines TO paraph_app;
GRANT SELECT (tenant_id, batch_id, line, state, attempts, lease_until, last_error) ON bulk_lines TO paraph_lookup;
GRANT SELECT (tenant_id, order_id) ON bulk_lines TO paraph_purge;
GRANT UPDATE (external_id) ON bulk_lines TO paraph_purge;
GRANT UPDATE (state, input, order_id, problem, attempts, lease_until, last_error) ON bulk_lines TO paraph_app;

CREATE TABLE callbacks (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  url text NOT NULL,
  form text NOT NULL,
  encoding text NOT NULL,
  field text,
  retries integer,
  headers bytea,
  custom bytea,
  events text[] NOT NULL,
  lane uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT callbacks_pkey PRIMARY KEY (tenant_id, order_id),
  CONSTRAINT callbacks_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT callbacks_encoding_check CHECK ((encoding = ANY (ARRAY['json'::text, 'form'::text]))),
  CONSTRAINT callbacks_events_check CHECK (((cardinality(events) >= 1) AND (cardinality(events) <= 100))),
  CONSTRAINT callbacks_field_check CHECK (((length(field) >= 1) AND (length(field) <= 64))),
  CONSTRAINT callbacks_form_check CHECK ((form = ANY (ARRAY['paraph'::text, 'eu_ses'::text, 'certsign'::text]))),
  CONSTRAINT callbacks_retries_check CHECK (((retries >= 0) AND (retries <= 5))),
  CONSTRAINT callbacks_url_check CHECK (((length(url) >= 1) AND (length(url) <= 2048)))
);
ALTER TABLE callbacks OWNER TO paraph_owner;
ALTER TABLE callbacks ENABLE ROW LEVEL SECURITY;
ALTER TABLE callbacks FORCE ROW LEVEL SECURITY;
CREATE POLICY purge ON callbacks AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON callbacks AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON callbacks TO paraph_purge;
GRANT DELETE, INSERT, SELECT ON callbacks TO paraph_app;
GRANT SELECT (tenant_id, order_id) ON callbacks TO paraph_purge;
GRANT UPDATE (url, form, encoding, field, retries, headers, custom, events, lane) ON callbacks TO paraph_app;

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
CREATE POLICY purge ON certificates AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON certificates AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON certificates TO paraph_purge;
GRANT INSERT, SELECT ON certificates TO paraph_app;
GRANT SELECT (tenant_id, order_id) ON certificates TO paraph_purge;

CREATE TABLE certsign_orders (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  mode text NOT NULL,
  number bigint NOT NULL,
  external_id text,
  otp boolean NOT NULL,
  CONSTRAINT certsign_orders_pkey PRIMARY KEY (tenant_id, order_id),
  CONSTRAINT certsign_orders_tenant_id_number_key UNIQUE (tenant_id, number),
  CONSTRAINT certsign_orders_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT certsign_orders_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 200))),
  CONSTRAINT certsign_orders_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT certsign_orders_number_check CHECK ((number > 0))
);
ALTER TABLE certsign_orders OWNER TO paraph_owner;
ALTER TABLE certsign_orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE certsign_orders FORCE ROW LEVEL SECURITY;
CREATE UNIQUE INDEX certsign_orders_by_external_id ON public.certsign_orders USING btree (tenant_id, mode, external_id) WHERE (external_id IS NOT NULL);
CREATE POLICY purge ON certsign_orders AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON certsign_orders AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON certsign_orders TO paraph_purge;
GRANT INSERT, SELECT ON certsign_orders TO paraph_app;
GRANT SELECT (tenant_id, order_id) ON certsign_orders TO paraph_purge;

CREATE TABLE certsign_requests (
  tenant_id uuid NOT NULL,
  document_id uuid NOT NULL,
  order_id uuid NOT NULL,
  mode text NOT NULL,
  number bigint NOT NULL,
  external_id text,
  archive boolean NOT NULL,
  CONSTRAINT certsign_requests_pkey PRIMARY KEY (tenant_id, document_id),
  CONSTRAINT certsign_requests_tenant_id_number_key UNIQUE (tenant_id, number),
  CONSTRAINT certsign_requests_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES documents(tenant_id, id),
  CONSTRAINT certsign_requests_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT certsign_requests_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 200))),
  CONSTRAINT certsign_requests_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT certsign_requests_number_check CHECK ((number > 0))
);
ALTER TABLE certsign_requests OWNER TO paraph_owner;
ALTER TABLE certsign_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE certsign_requests FORCE ROW LEVEL SECURITY;
CREATE INDEX certsign_requests_by_order ON public.certsign_requests USING btree (tenant_id, order_id);
CREATE UNIQUE INDEX certsign_requests_by_external_id ON public.certsign_requests USING btree (tenant_id, mode, external_id) WHERE (external_id IS NOT NULL);
CREATE POLICY purge ON certsign_requests AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON certsign_requests AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON certsign_requests TO paraph_purge;
GRANT INSERT, SELECT ON certsign_requests TO paraph_app;
GRANT SELECT (tenant_id, order_id) ON certsign_requests TO paraph_purge;

CREATE TABLE checkpoints (
  tenant_id uuid NOT NULL,
  mode text NOT NULL,
  size bigint NOT NULL,
  root bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  note text NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamp with time zone NOT NULL,
  last_error text,
  signature bytea,
  object_key text,
  stored_at timestamp with time zone,
  locked_until timestamp with time zone,
  CONSTRAINT checkpoints_pkey PRIMARY KEY (tenant_id, mode, size),
  CONSTRAINT checkpoints_tenant_id_mode_fkey FOREIGN KEY (tenant_id, mode) REFERENCES trail_logs(tenant_id, mode),
  CONSTRAINT checkpoints_root_check CHECK ((length(root) = 32)),
  CONSTRAINT checkpoints_size_check CHECK ((size > 0)),
  CONSTRAINT checkpoints_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'stored'::text])))
);
ALTER TABLE checkpoints OWNER TO paraph_owner;
ALTER TABLE checkpoints ENABLE ROW LEVEL SECURITY;
ALTER TABLE checkpoints FORCE ROW LEVEL SECURITY;
CREATE INDEX checkpoints_due ON public.checkpoints USING btree (lease_until) WHERE (state = 'pending'::text);
CREATE POLICY lookup ON checkpoints AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON checkpoints AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON checkpoints TO paraph_app;
GRANT SELECT (tenant_id, mode, size, created_at, state, attempts, lease_until, last_error) ON checkpoints TO paraph_lookup;
GRANT UPDATE (state, attempts, lease_until, last_error, signature, object_key, stored_at, locked_until) ON checkpoints TO paraph_app;

CREATE TABLE client_certificates (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  api_key_id uuid NOT NULL,
  name text NOT NULL,
  fingerprint bytea NOT NULL,
  certificate bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT client_certificates_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT client_certificates_fingerprint_key UNIQUE (fingerprint),
  CONSTRAINT client_certificates_tenant_id_api_key_id_fkey FOREIGN KEY (tenant_id, api_key_id) REFERENCES api_keys(tenant_id, id),
  CONSTRAINT client_certificates_fingerprint_check CHECK ((length(fingerprint) = 32)),
  CONSTRAINT client_certificates_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT client_certificates_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
ALTER TABLE client_certificates OWNER TO paraph_owner;
ALTER TABLE client_certificates ENABLE ROW LEVEL SECURITY;
ALTER TABLE client_certificates FORCE ROW LEVEL SECURITY;
CREATE INDEX client_certificates_by_key ON public.client_certificates USING btree (tenant_id, api_key_id, id DESC);
CREATE INDEX client_certificates_by_mode ON public.client_certificates USING btree (tenant_id, mode, id DESC);
CREATE INDEX client_certificates_live ON public.client_certificates USING btree (tenant_id, api_key_id, expires_at) WHERE (revoked_at IS NULL);
CREATE POLICY lookup ON client_certificates AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON client_certificates AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON client_certificates TO paraph_app;
GRANT SELECT (tenant_id, id, api_key_id, fingerprint, created_at, expires_at, revoked_at) ON client_certificates TO paraph_lookup;
GRANT UPDATE (revoked_at) ON client_certificates TO paraph_app;

CREATE TABLE consents (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  link_version integer NOT NULL,
  "position" integer NOT NULL,
  clause text NOT NULL,
  sha256 bytea NOT NULL,
  given_at timestamp with time zone NOT NULL,
  CONSTRAINT consents_pkey PRIMARY KEY (tenant_id, signer_id, link_version, "position", sha256),
  CONSTRAINT consents_tenant_id_signer_id_fkey FOREIGN KEY (tenant_id, signer_id) REFERENCES signers(tenant_id, id),
  CONSTRAINT consents_position_check CHECK (("position" >= 0)),
  CONSTRAINT consents_sha256_check CHECK ((length(sha256) = 32))
);
ALTER TABLE consents OWNER TO paraph_owner;
ALTER TABLE consents ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents FORCE ROW LEVEL SECURITY;
CREATE POLICY purge ON consents AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON consents AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON consents TO paraph_purge;
GRANT INSERT, SELECT ON consents TO paraph_app;
GRANT SELECT (tenant_id, signer_id) ON consents TO paraph_purge;

CREATE TABLE document_deliveries (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  link_version integer NOT NULL,
  document_id uuid NOT NULL,
  variant text NOT NULL,
  session text NOT NULL,
  delivered_at timestamp with time zone NOT NULL,
  CONSTRAINT document_deliveries_pkey PRIMARY KEY (tenant_id, signer_id, link_version, variant, document_id, session),
  CONSTRAINT document_deliveries_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES documents(tenant_id, id),
  CONSTRAINT document_deliveries_tenant_id_signer_id_fkey FOREIGN KEY (tenant_id, signer_id) REFERENCES signers(tenant_id, id),
  CONSTRAINT document_deliveries_session_check CHECK ((length(session) <= 22)),
  CONSTRAINT document_deliveries_variant_check CHECK ((variant = ANY (ARRAY['source'::text, 'signed'::text])))
);
ALTER TABLE document_deliveries OWNER TO paraph_owner;
ALTER TABLE document_deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_deliveries FORCE ROW LEVEL SECURITY;
CREATE POLICY purge ON document_deliveries AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON document_deliveries AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON document_deliveries TO paraph_purge;
GRANT INSERT, SELECT ON document_deliveries TO paraph_app;
GRANT SELECT (tenant_id, signer_id) ON document_deliveries TO paraph_purge;

CREATE TABLE document_revisions (
  tenant_id uuid NOT NULL,
  document_id uuid NOT NULL,
  revision integer NOT NULL,
  object_key text,
  bytes integer NOT NULL,
  sha256 bytea NOT NULL,
  signer_id uuid,
  created_at timestamp with time zone NOT NULL,
  kind text NOT NULL,
  level text,
  CONSTRAINT document_revisions_pkey PRIMARY KEY (tenant_id, document_id, revision),
  CONSTRAINT document_revisions_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES documents(tenant_id, id),
  CONSTRAINT document_revisions_tenant_id_signer_id_fkey FOREIGN KEY (tenant_id, signer_id) REFERENCES signers(tenant_id, id),
  CONSTRAINT document_revisions_bytes_check CHECK ((bytes > 0)),
  CONSTRAINT document_revisions_kind_check CHECK ((kind = ANY (ARRAY['source'::text, 'signed'::text, 'sealed'::text]))),
  CONSTRAINT document_revisions_level_check CHECK ((level = ANY (ARRAY['B-B'::text, 'B-T'::text, 'B-LT'::text, 'B-LTA'::text]))),
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
GRANT UPDATE (object_key) ON document_revisions TO paraph_app;

CREATE TABLE documents (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  id uuid NOT NULL,
  "position" integer NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  pages integer NOT NULL,
  revision integer NOT NULL DEFAULT 0,
  signatures integer NOT NULL DEFAULT 0,
  digest_algorithm text NOT NULL DEFAULT 'SHA-256'::text,
  CONSTRAINT documents_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT documents_tenant_id_order_id_position_key UNIQUE (tenant_id, order_id, "position"),
  CONSTRAINT documents_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT documents_digest_algorithm_check CHECK ((digest_algorithm = ANY (ARRAY['SHA-256'::text, 'SHA-512'::text]))),
  CONSTRAINT documents_kind_check CHECK ((kind = ANY (ARRAY['sign'::text, 'info'::text]))),
  CONSTRAINT documents_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CONSTRAINT documents_pages_check CHECK ((pages > 0)),
  CONSTRAINT documents_position_check CHECK (("position" >= 0)),
  CONSTRAINT documents_revision_check CHECK ((revision >= 0)),
  CONSTRAINT documents_signatures_check CHECK ((signatures >= 0))
);
ALTER TABLE documents OWNER TO paraph_owner;
ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE documents FORCE ROW LEVEL SECURITY;
CREATE POLICY purge ON documents AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON documents AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON documents TO paraph_app;
GRANT SELECT (tenant_id, order_id) ON documents TO paraph_purge;
GRANT UPDATE (name) ON documents TO paraph_purge;
GRANT UPDATE (revision, signatures) ON documents TO paraph_app;

CREATE TABLE erasure_results (
  tenant_id uuid NOT NULL,
  erasure_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  order_id uuid NOT NULL,
  outcome text NOT NULL,
  reason text,
  kept_until timestamp with time zone,
  decided_at timestamp with time zone NOT NULL,
  CONSTRAINT erasure_results_pkey PRIMARY KEY (tenant_id, erasure_id, signer_id),
  CONSTRAINT erasure_results_tenant_id_erasure_id_fkey FOREIGN KEY (tenant_id, erasure_id) REFERENCES erasures(tenant_id, id),
  CONSTRAINT erasure_results_outcome_check CHECK ((outcome = ANY (ARRAY['erased'::text, 'kept'::text]))),
  CONSTRAINT erasure_results_reason_check CHECK ((reason = ANY (ARRAY['order_running'::text, 'evidence'::text, 'legal_hold'::text])))
);
ALTER TABLE erasure_results OWNER TO paraph_owner;
ALTER TABLE erasure_results ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure_results FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON erasure_results AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON erasure_results TO paraph_app;
GRANT UPDATE (outcome, reason, kept_until, decided_at) ON erasure_results TO paraph_app;

CREATE TABLE erasures (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  subject bytea NOT NULL,
  address bytea,
  requested_by uuid NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamp with time zone NOT NULL,
  last_error text,
  done_at timestamp with time zone,
  CONSTRAINT erasures_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT erasures_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT erasures_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT erasures_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'done'::text]))),
  CONSTRAINT erasures_subject_check CHECK ((length(subject) = 32))
);
ALTER TABLE erasures OWNER TO paraph_owner;
ALTER TABLE erasures ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasures FORCE ROW LEVEL SECURITY;
CREATE INDEX erasures_by_mode ON public.erasures USING btree (tenant_id, mode, id DESC);
CREATE INDEX erasures_due ON public.erasures USING btree (lease_until) WHERE (state = 'pending'::text);
CREATE POLICY lookup ON erasures AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON erasures AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON erasures TO paraph_app;
GRANT SELECT (tenant_id, id, requested_at, state, attempts, lease_until, last_error) ON erasures TO paraph_lookup;
GRANT UPDATE (address, state, attempts, lease_until, last_error, done_at) ON erasures TO paraph_app;

CREATE TABLE eu_ses_orders (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  asked jsonb NOT NULL,
  CONSTRAINT eu_ses_orders_pkey PRIMARY KEY (tenant_id, order_id),
  CONSTRAINT eu_ses_orders_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id)
);
ALTER TABLE eu_ses_orders OWNER TO paraph_owner;
ALTER TABLE eu_ses_orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE eu_ses_orders FORCE ROW LEVEL SECURITY;
CREATE POLICY purge ON eu_ses_orders AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON eu_ses_orders AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON eu_ses_orders TO paraph_purge;
GRANT INSERT, SELECT ON eu_ses_orders TO paraph_app;
GRANT SELECT (tenant_id, order_id) ON eu_ses_orders TO paraph_purge;

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
CREATE POLICY purge ON events AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON events AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON events TO paraph_purge;
GRANT INSERT, SELECT ON events TO paraph_app;
GRANT SELECT (tenant_id, order_id) ON events TO paraph_purge;

CREATE TABLE evidence_files (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  archive boolean NOT NULL,
  state text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamp with time zone NOT NULL,
  last_error text,
  stored_at timestamp with time zone,
  archive_asked_at timestamp with time zone,
  archived_at timestamp with time zone,
  revision integer NOT NULL DEFAULT 0,
  renew_at timestamp with time zone,
  renewal_attempts integer NOT NULL DEFAULT 0,
  made bytea[] NOT NULL DEFAULT '{}'::bytea[],
  CONSTRAINT evidence_files_pkey PRIMARY KEY (tenant_id, order_id),
  CONSTRAINT evidence_files_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT evidence_files_revision_check CHECK ((revision >= 0)),
  CONSTRAINT evidence_files_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'stored'::text, 'none'::text])))
);
ALTER TABLE evidence_files OWNER TO paraph_owner;
ALTER TABLE evidence_files ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_files FORCE ROW LEVEL SECURITY;
CREATE INDEX evidence_files_archived ON public.evidence_files USING btree (tenant_id, order_id) WHERE archive;
CREATE INDEX evidence_files_due ON public.evidence_files USING btree (lease_until) WHERE (state = 'pending'::text);
CREATE INDEX evidence_files_renewal_due ON public.evidence_files USING btree (renew_at) WHERE ((state = 'stored'::text) AND (renew_at IS NOT NULL));
CREATE INDEX evidence_files_renewal_stuck ON public.evidence_files USING btree (tenant_id, order_id) WHERE ((state = 'stored'::text) AND (renewal_attempts > 0));
CREATE POLICY lookup ON evidence_files AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON evidence_files AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON evidence_files TO paraph_app;
GRANT SELECT (tenant_id, order_id, state, created_at, attempts, lease_until, last_error, stored_at, renew_at, renewal_attempts) ON evidence_files TO paraph_lookup;
GRANT UPDATE (archive, state, attempts, lease_until, last_error, stored_at, archive_asked_at, archived_at, revision, renew_at, renewal_attempts, made) ON evidence_files TO paraph_app;

CREATE TABLE evidence_revisions (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  revision integer NOT NULL,
  object_key text NOT NULL,
  bytes integer NOT NULL,
  sha256 bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  locked_until timestamp with time zone,
  CONSTRAINT evidence_revisions_pkey PRIMARY KEY (tenant_id, order_id, revision),
  CONSTRAINT evidence_revisions_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES evidence_files(tenant_id, order_id),
  CONSTRAINT evidence_revisions_bytes_check CHECK ((bytes > 0)),
  CONSTRAINT evidence_revisions_revision_check CHECK ((revision > 0)),
  CONSTRAINT evidence_revisions_sha256_check CHECK ((length(sha256) = 32))
);
ALTER TABLE evidence_revisions OWNER TO paraph_owner;
ALTER TABLE evidence_revisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_revisions FORCE ROW LEVEL SECURITY;
CREATE POLICY purge ON evidence_revisions AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON evidence_revisions AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON evidence_revisions TO paraph_purge;
GRANT INSERT, SELECT ON evidence_revisions TO paraph_app;
GRANT SELECT (tenant_id, order_id) ON evidence_revisions TO paraph_purge;

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

CREATE TABLE legal_holds (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  reason text NOT NULL,
  placed_at timestamp with time zone NOT NULL,
  placed_by uuid NOT NULL,
  released_at timestamp with time zone,
  released_by uuid,
  CONSTRAINT legal_holds_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT legal_holds_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT legal_holds_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
ALTER TABLE legal_holds OWNER TO paraph_owner;
ALTER TABLE legal_holds ENABLE ROW LEVEL SECURITY;
ALTER TABLE legal_holds FORCE ROW LEVEL SECURITY;
CREATE INDEX legal_holds_by_order ON public.legal_holds USING btree (tenant_id, order_id, id);
CREATE POLICY purge ON legal_holds AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON legal_holds AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON legal_holds TO paraph_app;
GRANT SELECT (tenant_id, order_id, released_at) ON legal_holds TO paraph_purge;
GRANT UPDATE (reason) ON legal_holds TO paraph_purge;
GRANT UPDATE (released_at, released_by) ON legal_holds TO paraph_app;

CREATE TABLE messages (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid,
  kind text NOT NULL,
  channel text NOT NULL,
  state text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamp with time zone NOT NULL,
  last_error text,
  sent_at timestamp with time zone,
  provider_message_id text,
  delivery text,
  delivery_at timestamp with time zone,
  CONSTRAINT messages_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT messages_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT messages_tenant_id_signer_id_fkey FOREIGN KEY (tenant_id, signer_id) REFERENCES signers(tenant_id, id),
  CONSTRAINT messages_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  CONSTRAINT messages_delivery_check CHECK ((delivery = ANY (ARRAY['accepted'::text, 'delivered'::text, 'deferred'::text, 'bounced'::text, 'undelivered'::text]))),
  CONSTRAINT messages_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'delegated'::text, 'reminder'::text, 'link_changed'::text, 'removed'::text, 'completed'::text, 'refused'::text, 'cancelled'::text, 'expired'::text, 'failed'::text]))),
  CONSTRAINT messages_provider_message_id_check CHECK ((length(provider_message_id) <= 200)),
  CONSTRAINT messages_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sent'::text, 'failed'::text, 'dropped'::text])))
);
ALTER TABLE messages OWNER TO paraph_owner;
ALTER TABLE messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE messages FORCE ROW LEVEL SECURITY;
CREATE INDEX messages_by_order ON public.messages USING btree (tenant_id, order_id, id);
CREATE INDEX messages_due ON public.messages USING btree (lease_until) WHERE (state = 'pending'::text);
CREATE POLICY lookup ON messages AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY purge ON messages AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON messages AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON messages TO paraph_purge;
GRANT INSERT, SELECT ON messages TO paraph_app;
GRANT SELECT (tenant_id, id, order_id, state, created_at, attempts, lease_until, last_error) ON messages TO paraph_lookup;
GRANT SELECT (tenant_id, order_id) ON messages TO paraph_purge;
GRANT UPDATE (state, attempts, lease_until, last_error, sent_at, provider_message_id, delivery, delivery_at) ON messages TO paraph_app;

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

CREATE TABLE notices (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  kind text NOT NULL,
  endpoint_id uuid NOT NULL,
  recipient text NOT NULL,
  language text NOT NULL,
  facts jsonb NOT NULL,
  state text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamp with time zone NOT NULL,
  last_error text,
  CONSTRAINT notices_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT notices_tenant_id_endpoint_id_fkey FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints(tenant_id, id),
  CONSTRAINT notices_kind_check CHECK ((kind = ANY (ARRAY['endpoint_failing'::text, 'endpoint_disabled'::text]))),
  CONSTRAINT notices_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  CONSTRAINT notices_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT notices_recipient_check CHECK ((length(recipient) <= 254)),
  CONSTRAINT notices_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sent'::text, 'failed'::text, 'dropped'::text])))
);
ALTER TABLE notices OWNER TO paraph_owner;
ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
ALTER TABLE notices FORCE ROW LEVEL SECURITY;
CREATE INDEX notices_by_endpoint ON public.notices USING btree (tenant_id, endpoint_id, kind, created_at);
CREATE INDEX notices_due ON public.notices USING btree (lease_until) WHERE (state = 'pending'::text);
CREATE INDEX notices_old ON public.notices USING btree (created_at);
CREATE POLICY lookup ON notices AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON notices AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE, INSERT, SELECT ON notices TO paraph_app;
GRANT SELECT (tenant_id, id, state, created_at, attempts, lease_until, last_error) ON notices TO paraph_lookup;
GRANT UPDATE (state, sent_at, attempts, lease_until, last_error) ON notices TO paraph_app;

CREATE TABLE notifications (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  type text NOT NULL,
  order_id uuid,
  sequence integer,
  occurred_at timestamp with time zone NOT NULL,
  payload text NOT NULL,
  example boolean NOT NULL DEFAULT false,
  CONSTRAINT notifications_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT notifications_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT notifications_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT notifications_payload_check CHECK ((octet_length(payload) < 20480)),
  CONSTRAINT notifications_type_check CHECK ((length(type) <= 60))
);
ALTER TABLE notifications OWNER TO paraph_owner;
ALTER TABLE notifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE notifications FORCE ROW LEVEL SECURITY;
CREATE INDEX notifications_by_mode ON public.notifications USING btree (tenant_id, mode, id);
CREATE INDEX notifications_by_order ON public.notifications USING btree (tenant_id, order_id, id) WHERE (order_id IS NOT NULL);
CREATE INDEX notifications_by_type ON public.notifications USING btree (tenant_id, mode, type, id);
CREATE INDEX notifications_old ON public.notifications USING btree (occurred_at);
CREATE POLICY lookup ON notifications AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY purge ON notifications AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON notifications AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON notifications TO paraph_purge;
GRANT DELETE, INSERT, SELECT ON notifications TO paraph_app;
GRANT SELECT (tenant_id, occurred_at) ON notifications TO paraph_lookup;
GRANT SELECT (tenant_id, type, order_id) ON notifications TO paraph_purge;

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

CREATE TABLE order_terms (
  tenant_id uuid NOT NULL,
  mode text NOT NULL,
  term text COLLATE "C" NOT NULL,
  order_id uuid NOT NULL,
  CONSTRAINT order_terms_pkey PRIMARY KEY (tenant_id, mode, term, order_id),
  CONSTRAINT order_terms_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT order_terms_term_check CHECK (((length(term) >= 1) AND (length(term) <= 300)))
);
ALTER TABLE order_terms OWNER TO paraph_owner;
ALTER TABLE order_terms ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_terms FORCE ROW LEVEL SECURITY;
CREATE INDEX order_terms_by_order ON public.order_terms USING btree (tenant_id, order_id);
CREATE POLICY purge ON order_terms AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON order_terms AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON order_terms TO paraph_purge;
GRANT DELETE, INSERT, SELECT ON order_terms TO paraph_app;
GRANT SELECT (tenant_id, order_id) ON order_terms TO paraph_purge;

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
  profile_id uuid,
  template_id uuid,
  labels text[] NOT NULL DEFAULT '{}'::text[],
  message text,
  sender_name text,
  sender_email text,
  notify boolean NOT NULL DEFAULT true,
  must_read boolean NOT NULL DEFAULT false,
  delegation boolean NOT NULL DEFAULT false,
  editable_identity text[] NOT NULL DEFAULT '{}'::text[],
  consent_clauses text[] NOT NULL DEFAULT '{}'::text[],
  otp jsonb,
  reminder_days integer,
  reminder_count integer,
  clock_offset_seconds bigint NOT NULL DEFAULT 0,
  expiry_due_at timestamp with time zone NOT NULL,
  language text,
  retain_documents text NOT NULL DEFAULT 'P3M'::text,
  retain_evidence text NOT NULL DEFAULT 'P10Y'::text,
  archive boolean NOT NULL DEFAULT false,
  trail_changed boolean NOT NULL DEFAULT true,
  page jsonb,
  signature_modes text[] NOT NULL DEFAULT '{typed,drawn}'::text[],
  time_zone text,
  awaits_documents boolean NOT NULL DEFAULT false,
  mail_documents boolean NOT NULL DEFAULT false,
  proof_folder jsonb,
  CONSTRAINT orders_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT orders_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT orders_tenant_id_profile_id_fkey FOREIGN KEY (tenant_id, profile_id) REFERENCES profiles(tenant_id, id),
  CONSTRAINT orders_tenant_id_template_id_fkey FOREIGN KEY (tenant_id, template_id) REFERENCES templates(tenant_id, id),
  CONSTRAINT orders_chain_head_check CHECK ((length(chain_head) = 32)),
  CONSTRAINT orders_chain_length_check CHECK ((chain_length >= 0)),
  CONSTRAINT orders_check CHECK (((mode = 'test'::text) OR (clock_offset_seconds = 0))),
  CONSTRAINT orders_check1 CHECK (((NOT awaits_documents) OR (state = 'draft'::text))),
  CONSTRAINT orders_clock_offset_seconds_check CHECK ((clock_offset_seconds >= 0)),
  CONSTRAINT orders_consent_clauses_check CHECK ((cardinality(consent_clauses) <= 20)),
  CONSTRAINT orders_consent_text_check CHECK (((length(consent_text) >= 1) AND (length(consent_text) <= 5000))),
  CONSTRAINT orders_end_reason_check CHECK ((length(end_reason) <= 1000)),
  CONSTRAINT orders_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 200))),
  CONSTRAINT orders_labels_check CHECK ((cardinality(labels) <= 20)),
  CONSTRAINT orders_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  CONSTRAINT orders_message_check CHECK (((length(message) >= 1) AND (length(message) <= 2000))),
  CONSTRAINT orders_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT orders_reminder_count_check CHECK (((reminder_count >= 1) AND (reminder_count <= 20))),
  CONSTRAINT orders_reminder_days_check CHECK (((reminder_days >= 1) AND (reminder_days <= 90))),
  CONSTRAINT orders_retain_documents_check CHECK ((retain_documents ~ '^P[1-9][0-9]{0,4}[DMY]$'::text)),
  CONSTRAINT orders_retain_evidence_check CHECK ((retain_evidence ~ '^P[1-9][0-9]{0,4}[DMY]$'::text)),
  CONSTRAINT orders_sender_email_check CHECK ((length(sender_email) <= 254)),
  CONSTRAINT orders_sender_name_check CHECK (((length(sender_name) >= 1) AND (length(sender_name) <= 200))),
  CONSTRAINT orders_signature_modes_check CHECK ((((cardinality(signature_modes) >= 1) AND (cardinality(signature_modes) <= 2)) AND (signature_modes <@ ARRAY['typed'::text, 'drawn'::text]))),
  CONSTRAINT orders_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'ready'::text, 'in_progress'::text, 'completed'::text, 'refused'::text, 'cancelled'::text, 'expired'::text, 'failed'::text]))),
  CONSTRAINT orders_time_zone_check CHECK (((length(time_zone) >= 1) AND (length(time_zone) <= 64))),
  CONSTRAINT orders_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
ALTER TABLE orders OWNER TO paraph_owner;
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE orders FORCE ROW LEVEL SECURITY;
CREATE INDEX orders_by_external_id ON public.orders USING btree (tenant_id, mode, external_id, id DESC) WHERE (external_id IS NOT NULL);
CREATE INDEX orders_by_mode ON public.orders USING btree (tenant_id, mode, id DESC);
CREATE INDEX orders_by_state ON public.orders USING btree (tenant_id, mode, state, id DESC);
CREATE INDEX orders_due ON public.orders USING btree (expiry_due_at) WHERE (state = ANY (ARRAY['draft'::text, 'ready'::text, 'in_progress'::text]));
CREATE INDEX orders_trail_changed ON public.orders USING btree (tenant_id, mode, id) WHERE trail_changed;
CREATE POLICY lookup ON orders AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY purge ON orders AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON orders AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON orders TO paraph_app;
GRANT SELECT (tenant_id, id) ON orders TO paraph_purge;
GRANT SELECT (tenant_id, id, mode, state, expires_at, expiry_due_at, trail_changed) ON orders TO paraph_lookup;
GRANT UPDATE (title, external_id, consent_text, metadata, end_reason, labels, message, sender_name, sender_email, consent_clauses, page, proof_folder) ON orders TO paraph_purge;
GRANT UPDATE (title, external_id, state, metadata, expires_at, ended_at, end_reason, chain_length, chain_head, profile_id, labels, message, reminder_days, reminder_count, clock_offset_seconds, expiry_due_at, language, retain_documents, retain_evidence, archive, trail_changed, awaits_documents) ON orders TO paraph_app;

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
  reusable boolean NOT NULL DEFAULT false,
  alphabet text NOT NULL DEFAULT 'digits'::text,
  session_seconds integer NOT NULL DEFAULT 1800,
  provider_message_id text,
  delivery text,
  delivery_at timestamp with time zone,
  CONSTRAINT otp_codes_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT otp_codes_tenant_id_signer_id_fkey FOREIGN KEY (tenant_id, signer_id) REFERENCES signers(tenant_id, id),
  CONSTRAINT otp_codes_alphabet_check CHECK ((alphabet = ANY (ARRAY['digits'::text, 'letters'::text, 'uppercase'::text, 'mixed'::text]))),
  CONSTRAINT otp_codes_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  CONSTRAINT otp_codes_check CHECK ((tries <= max_tries)),
  CONSTRAINT otp_codes_code_hash_check CHECK ((length(code_hash) = 32)),
  CONSTRAINT otp_codes_delivery_check CHECK ((delivery = ANY (ARRAY['accepted'::text, 'delivered'::text, 'deferred'::text, 'bounced'::text, 'undelivered'::text]))),
  CONSTRAINT otp_codes_max_tries_check CHECK (((max_tries >= 1) AND (max_tries <= 10))),
  CONSTRAINT otp_codes_provider_message_id_check CHECK ((length(provider_message_id) <= 200)),
  CONSTRAINT otp_codes_session_seconds_check CHECK (((session_seconds >= 60) AND (session_seconds <= 86400))),
  CONSTRAINT otp_codes_state_check CHECK ((state = ANY (ARRAY['sending'::text, 'sent'::text, 'verified'::text, 'used'::text, 'replaced'::text, 'locked'::text, 'failed'::text])))
);
ALTER TABLE otp_codes OWNER TO paraph_owner;
ALTER TABLE otp_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE otp_codes FORCE ROW LEVEL SECURITY;
CREATE INDEX otp_codes_by_signer ON public.otp_codes USING btree (tenant_id, signer_id, created_at DESC);
CREATE INDEX otp_codes_due ON public.otp_codes USING btree (lease_until) WHERE (state = 'sending'::text);
CREATE POLICY lookup ON otp_codes AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY purge ON otp_codes AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON otp_codes AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON otp_codes TO paraph_purge;
GRANT INSERT, SELECT ON otp_codes TO paraph_app;
GRANT SELECT (tenant_id, order_id, id, state, created_at, lease_until) ON otp_codes TO paraph_lookup;
GRANT SELECT (tenant_id, signer_id) ON otp_codes TO paraph_purge;
GRANT UPDATE (state, tries, verified_at, lease_until, provider_message_id, delivery, delivery_at) ON otp_codes TO paraph_app;

CREATE TABLE page_views (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  link_version integer NOT NULL,
  document_id uuid NOT NULL,
  first_page integer NOT NULL,
  last_page integer NOT NULL,
  shown_at timestamp with time zone NOT NULL,
  CONSTRAINT page_views_pkey PRIMARY KEY (tenant_id, signer_id, link_version, document_id, first_page),
  CONSTRAINT page_views_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES documents(tenant_id, id),
  CONSTRAINT page_views_tenant_id_signer_id_fkey FOREIGN KEY (tenant_id, signer_id) REFERENCES signers(tenant_id, id),
  CONSTRAINT page_views_check CHECK ((last_page >= first_page)),
  CONSTRAINT page_views_first_page_check CHECK ((first_page > 0))
);
ALTER TABLE page_views OWNER TO paraph_owner;
ALTER TABLE page_views ENABLE ROW LEVEL SECURITY;
ALTER TABLE page_views FORCE ROW LEVEL SECURITY;
CREATE POLICY purge ON page_views AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON page_views AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON page_views TO paraph_purge;
GRANT INSERT, SELECT ON page_views TO paraph_app;
GRANT SELECT (tenant_id, signer_id) ON page_views TO paraph_purge;

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
  id uuid NOT NULL,
  "position" integer NOT NULL DEFAULT 0,
  kind text NOT NULL DEFAULT 'signature'::text,
  name text,
  label text,
  field_name text,
  required boolean NOT NULL DEFAULT true,
  read_only boolean NOT NULL DEFAULT false,
  value text,
  options jsonb NOT NULL DEFAULT '{}'::jsonb,
  filled_at timestamp with time zone,
  appearance jsonb,
  appearance_key text,
  CONSTRAINT placements_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT placements_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES documents(tenant_id, id),
  CONSTRAINT placements_tenant_id_signer_id_fkey FOREIGN KEY (tenant_id, signer_id) REFERENCES signers(tenant_id, id),
  CONSTRAINT placements_check CHECK ((((width > (0)::double precision) AND (height > (0)::double precision)) OR ((kind = 'signature'::text) AND (width = (0)::double precision) AND (height = (0)::double precision)))),
  CONSTRAINT placements_check1 CHECK (((appearance_key IS NULL) OR (appearance IS NOT NULL))),
  CONSTRAINT placements_check2 CHECK (((appearance IS NULL) OR (kind = 'signature'::text))),
  CONSTRAINT placements_field_name_check CHECK (((length(field_name) >= 1) AND (length(field_name) <= 500))),
  CONSTRAINT placements_kind_check CHECK ((kind = ANY (ARRAY['signature'::text, 'initials'::text, 'text'::text, 'date'::text, 'checkbox'::text, 'name'::text]))),
  CONSTRAINT placements_label_check CHECK (((length(label) >= 1) AND (length(label) <= 200))),
  CONSTRAINT placements_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  CONSTRAINT placements_page_check CHECK ((page > 0)),
  CONSTRAINT placements_position_check CHECK (("position" >= 0)),
  CONSTRAINT placements_value_check CHECK ((length(value) <= 5000))
);
ALTER TABLE placements OWNER TO paraph_owner;
ALTER TABLE placements ENABLE ROW LEVEL SECURITY;
ALTER TABLE placements FORCE ROW LEVEL SECURITY;
CREATE INDEX placements_by_order ON public.placements USING btree (tenant_id, order_id);
CREATE INDEX placements_by_signer ON public.placements USING btree (tenant_id, signer_id, document_id, "position");
CREATE POLICY purge ON placements AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON placements AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON placements TO paraph_purge;
GRANT DELETE, INSERT, SELECT ON placements TO paraph_app;
GRANT SELECT (tenant_id, order_id) ON placements TO paraph_purge;
GRANT UPDATE (signer_id, value, filled_at, appearance, appearance_key) ON placements TO paraph_app;

CREATE TABLE profiles (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  otp jsonb NOT NULL DEFAULT '{}'::jsonb,
  reminders jsonb,
  sender jsonb NOT NULL DEFAULT '{}'::jsonb,
  texts jsonb NOT NULL DEFAULT '{}'::jsonb,
  branding jsonb NOT NULL DEFAULT '{}'::jsonb,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  archived_at timestamp with time zone,
  page jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT profiles_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT profiles_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT profiles_code_check CHECK (((length(code) >= 1) AND (length(code) <= 64))),
  CONSTRAINT profiles_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT profiles_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
ALTER TABLE profiles OWNER TO paraph_owner;
ALTER TABLE profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE profiles FORCE ROW LEVEL SECURITY;
CREATE UNIQUE INDEX profiles_by_code ON public.profiles USING btree (tenant_id, mode, code) WHERE (archived_at IS NULL);
CREATE UNIQUE INDEX profiles_default ON public.profiles USING btree (tenant_id, mode) WHERE (is_default AND (archived_at IS NULL));
CREATE POLICY tenant ON profiles AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON profiles TO paraph_app;
GRANT UPDATE (code, name, is_default, otp, reminders, sender, texts, branding, updated_at, archived_at, page) ON profiles TO paraph_app;

CREATE TABLE purges (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  subject text NOT NULL,
  reason text NOT NULL,
  signer_id uuid,
  items jsonb NOT NULL,
  object_keys text[] NOT NULL DEFAULT '{}'::text[],
  state text NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamp with time zone NOT NULL,
  last_error text,
  done_at timestamp with time zone,
  receipt text,
  signature bytea,
  CONSTRAINT purges_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT purges_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT purges_reason_check CHECK ((reason = ANY (ARRAY['retention'::text, 'request'::text, 'erasure'::text]))),
  CONSTRAINT purges_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'done'::text]))),
  CONSTRAINT purges_subject_check CHECK ((subject = ANY (ARRAY['documents'::text, 'evidence'::text, 'signer'::text])))
);
ALTER TABLE purges OWNER TO paraph_owner;
ALTER TABLE purges ENABLE ROW LEVEL SECURITY;
ALTER TABLE purges FORCE ROW LEVEL SECURITY;
CREATE INDEX purges_by_order ON public.purges USING btree (tenant_id, order_id, id);
CREATE INDEX purges_due ON public.purges USING btree (lease_until) WHERE (state = 'pending'::text);
CREATE POLICY lookup ON purges AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY purge ON purges AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON purges AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON purges TO paraph_app;
GRANT SELECT (tenant_id, id, order_id, state, requested_at, attempts, lease_until, last_error) ON purges TO paraph_lookup;
GRANT SELECT (tenant_id, order_id, subject, state) ON purges TO paraph_purge;
GRANT UPDATE (object_keys, state, attempts, lease_until, last_error, done_at, receipt, signature) ON purges TO paraph_app;

CREATE TABLE retention_settings (
  tenant_id uuid NOT NULL,
  mode text NOT NULL,
  documents text NOT NULL,
  evidence text NOT NULL,
  archive boolean NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT retention_settings_pkey PRIMARY KEY (tenant_id, mode),
  CONSTRAINT retention_settings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT retention_settings_documents_check CHECK ((documents ~ '^P[1-9][0-9]{0,4}[DMY]$'::text)),
  CONSTRAINT retention_settings_evidence_check CHECK ((evidence ~ '^P[1-9][0-9]{0,4}[DMY]$'::text)),
  CONSTRAINT retention_settings_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text])))
);
ALTER TABLE retention_settings OWNER TO paraph_owner;
ALTER TABLE retention_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON retention_settings AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON retention_settings TO paraph_app;
GRANT UPDATE (documents, evidence, archive, updated_at) ON retention_settings TO paraph_app;

CREATE TABLE retentions (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  documents_until timestamp with time zone NOT NULL,
  evidence_until timestamp with time zone NOT NULL,
  documents_due_at timestamp with time zone NOT NULL,
  evidence_due_at timestamp with time zone NOT NULL,
  held boolean NOT NULL DEFAULT false,
  hold_due_at timestamp with time zone,
  hold_attempts integer NOT NULL DEFAULT 0,
  last_error text,
  documents_removed_at timestamp with time zone,
  evidence_removed_at timestamp with time zone,
  CONSTRAINT retentions_pkey PRIMARY KEY (tenant_id, order_id),
  CONSTRAINT retentions_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id)
);
ALTER TABLE retentions OWNER TO paraph_owner;
ALTER TABLE retentions ENABLE ROW LEVEL SECURITY;
ALTER TABLE retentions FORCE ROW LEVEL SECURITY;
CREATE INDEX retentions_documents_due ON public.retentions USING btree (documents_due_at) WHERE ((documents_removed_at IS NULL) AND (NOT held));
CREATE INDEX retentions_evidence_due ON public.retentions USING btree (evidence_due_at) WHERE ((evidence_removed_at IS NULL) AND (NOT held));
CREATE INDEX retentions_hold_due ON public.retentions USING btree (hold_due_at) WHERE (hold_due_at IS NOT NULL);
CREATE POLICY lookup ON retentions AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY purge ON retentions AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON retentions AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON retentions TO paraph_app;
GRANT SELECT (tenant_id, order_id, documents_due_at, evidence_due_at, held, hold_due_at, hold_attempts, last_error, documents_removed_at, evidence_removed_at) ON retentions TO paraph_lookup;
GRANT SELECT (tenant_id, order_id, evidence_due_at, held, documents_removed_at, evidence_removed_at) ON retentions TO paraph_purge;
GRANT UPDATE (documents_until, evidence_until, documents_due_at, evidence_due_at, held, hold_due_at, hold_attempts, last_error, documents_removed_at, evidence_removed_at) ON retentions TO paraph_app;

CREATE TABLE seals (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  state text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  completed_at timestamp with time zone,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamp with time zone NOT NULL,
  last_error text,
  CONSTRAINT seals_pkey PRIMARY KEY (tenant_id, order_id),
  CONSTRAINT seals_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT seals_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'done'::text, 'abandoned'::text])))
);
ALTER TABLE seals OWNER TO paraph_owner;
ALTER TABLE seals ENABLE ROW LEVEL SECURITY;
ALTER TABLE seals FORCE ROW LEVEL SECURITY;
CREATE INDEX seals_due ON public.seals USING btree (lease_until) WHERE (state = 'pending'::text);
CREATE POLICY lookup ON seals AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON seals AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON seals TO paraph_app;
GRANT SELECT (tenant_id, order_id, state, created_at, attempts, lease_until, last_error) ON seals TO paraph_lookup;
GRANT UPDATE (state, completed_at, attempts, lease_until, last_error) ON seals TO paraph_app;

CREATE TABLE send_counters (
  tenant_id uuid NOT NULL,
  subject bytea NOT NULL,
  window_start timestamp with time zone NOT NULL,
  sends integer NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT send_counters_pkey PRIMARY KEY (tenant_id, subject, window_start),
  CONSTRAINT send_counters_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT send_counters_sends_check CHECK ((sends > 0)),
  CONSTRAINT send_counters_subject_check CHECK ((length(subject) = 32))
);
ALTER TABLE send_counters OWNER TO paraph_owner;
ALTER TABLE send_counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE send_counters FORCE ROW LEVEL SECURITY;
CREATE INDEX send_counters_due ON public.send_counters USING btree (expires_at);
CREATE POLICY lookup ON send_counters AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON send_counters AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE, INSERT, SELECT ON send_counters TO paraph_app;
GRANT SELECT (tenant_id, subject, window_start, expires_at) ON send_counters TO paraph_lookup;
GRANT UPDATE (sends) ON send_counters TO paraph_app;

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
  personal_key bytea,
  opened_at timestamp with time zone,
  signed_at timestamp with time zone,
  refused_at timestamp with time zone,
  signing_group integer NOT NULL DEFAULT 1,
  witness_of uuid,
  external_id text,
  template_role text,
  code_text text,
  link_version integer NOT NULL DEFAULT 0,
  replaced_by uuid,
  invited_at timestamp with time zone,
  next_reminder_at timestamp with time zone,
  reminders_sent integer NOT NULL DEFAULT 0,
  handed_out_at timestamp with time zone,
  consented_at timestamp with time zone,
  approved_at timestamp with time zone,
  removed_at timestamp with time zone,
  codes_since timestamp with time zone,
  erased_at timestamp with time zone,
  email_lower text DEFAULT lower(email),
  code_contact text,
  code_contact_lower text DEFAULT lower(code_contact),
  CONSTRAINT signers_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT signers_link_hash_key UNIQUE (link_hash),
  CONSTRAINT signers_tenant_id_order_id_position_key UNIQUE (tenant_id, order_id, "position"),
  CONSTRAINT signers_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT signers_tenant_id_replaced_by_fkey FOREIGN KEY (tenant_id, replaced_by) REFERENCES signers(tenant_id, id),
  CONSTRAINT signers_tenant_id_witness_of_fkey FOREIGN KEY (tenant_id, witness_of) REFERENCES signers(tenant_id, id),
  CONSTRAINT signers_authentication_check CHECK ((authentication = ANY (ARRAY['email'::text, 'sms'::text, 'both'::text, 'none'::text]))),
  CONSTRAINT signers_check CHECK (((role = 'witness'::text) = (witness_of IS NOT NULL))),
  CONSTRAINT signers_code_contact_check CHECK (((length(code_contact) >= 1) AND (length(code_contact) <= 254))),
  CONSTRAINT signers_code_text_check CHECK (((length(code_text) >= 1) AND (length(code_text) <= 1000))),
  CONSTRAINT signers_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT signers_email_check CHECK ((length(email) <= 254)),
  CONSTRAINT signers_email_for_codes CHECK (((email IS NOT NULL) OR COALESCE((code_contact ~~ '%@%'::text), false) OR (authentication <> ALL (ARRAY['email'::text, 'both'::text])) OR (erased_at IS NOT NULL))),
  CONSTRAINT signers_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 200))),
  CONSTRAINT signers_given_name_check CHECK (((length(given_name) >= 1) AND (length(given_name) <= 64))),
  CONSTRAINT signers_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35))),
  CONSTRAINT signers_link_hash_check CHECK ((length(link_hash) = 32)),
  CONSTRAINT signers_link_version_check CHECK ((link_version >= 0)),
  CONSTRAINT signers_personal_key_check CHECK (((personal_key IS NULL) = (erased_at IS NOT NULL))),
  CONSTRAINT signers_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{5,14}$'::text)),
  CONSTRAINT signers_phone_for_codes CHECK (((phone IS NOT NULL) OR COALESCE((code_contact !~~ '%@%'::text), false) OR (authentication <> ALL (ARRAY['sms'::text, 'both'::text])) OR (erased_at IS NOT NULL))),
  CONSTRAINT signers_position_check CHECK (("position" >= 0)),
  CONSTRAINT signers_reminders_sent_check CHECK ((reminders_sent >= 0)),
  CONSTRAINT signers_role_check CHECK ((role = ANY (ARRAY['signer'::text, 'approver'::text, 'copy'::text, 'witness'::text]))),
  CONSTRAINT signers_signing_group_check CHECK (((signing_group >= 1) AND (signing_group <= 500))),
  CONSTRAINT signers_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'opened'::text, 'signing'::text, 'signed'::text, 'approved'::text, 'refused'::text, 'removed'::text, 'delegated'::text]))),
  CONSTRAINT signers_surname_check CHECK (((length(surname) >= 1) AND (length(surname) <= 64))),
  CONSTRAINT signers_template_role_check CHECK (((length(template_role) >= 1) AND (length(template_role) <= 64)))
);
ALTER TABLE signers OWNER TO paraph_owner;
ALTER TABLE signers ENABLE ROW LEVEL SECURITY;
ALTER TABLE signers FORCE ROW LEVEL SECURITY;
CREATE INDEX signers_by_code_contact ON public.signers USING btree (tenant_id, code_contact_lower, id) WHERE (code_contact_lower IS NOT NULL);
CREATE INDEX signers_by_email ON public.signers USING btree (tenant_id, email_lower, id) WHERE (email_lower IS NOT NULL);
CREATE INDEX signers_by_phone ON public.signers USING btree (tenant_id, phone, id) WHERE (phone IS NOT NULL);
CREATE INDEX signers_reminders_due ON public.signers USING btree (next_reminder_at) WHERE (next_reminder_at IS NOT NULL);
CREATE POLICY lookup ON signers AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY purge ON signers AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON signers AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON signers TO paraph_app;
GRANT SELECT (tenant_id, order_id, id) ON signers TO paraph_purge;
GRANT SELECT (tenant_id, order_id, id, state, link_hash, next_reminder_at) ON signers TO paraph_lookup;
GRANT UPDATE (given_name, surname, country, email, phone, language, authentication, state, link_hash, personal_key, opened_at, signed_at, refused_at, signing_group, witness_of, external_id, code_text, link_version, replaced_by, invited_at, next_reminder_at, reminders_sent, handed_out_at, consented_at, approved_at, removed_at, codes_since, erased_at, code_contact) ON signers TO paraph_app;

CREATE TABLE signings (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  id uuid NOT NULL,
  otp_code_id uuid,
  state text NOT NULL,
  typed_name text,
  image_key text,
  created_at timestamp with time zone NOT NULL,
  completed_at timestamp with time zone,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamp with time zone NOT NULL,
  last_error text,
  level text NOT NULL DEFAULT 'B-T'::text,
  CONSTRAINT signings_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT signings_tenant_id_signer_id_key UNIQUE (tenant_id, signer_id),
  CONSTRAINT signings_tenant_id_otp_code_id_fkey FOREIGN KEY (tenant_id, otp_code_id) REFERENCES otp_codes(tenant_id, id),
  CONSTRAINT signings_tenant_id_signer_id_fkey FOREIGN KEY (tenant_id, signer_id) REFERENCES signers(tenant_id, id),
  CONSTRAINT signings_level_check CHECK ((level = ANY (ARRAY['B-B'::text, 'B-T'::text]))),
  CONSTRAINT signings_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'done'::text, 'abandoned'::text]))),
  CONSTRAINT signings_typed_name_check CHECK (((length(typed_name) >= 1) AND (length(typed_name) <= 200)))
);
ALTER TABLE signings OWNER TO paraph_owner;
ALTER TABLE signings ENABLE ROW LEVEL SECURITY;
ALTER TABLE signings FORCE ROW LEVEL SECURITY;
CREATE INDEX signings_by_code ON public.signings USING btree (tenant_id, otp_code_id) WHERE (otp_code_id IS NOT NULL);
CREATE INDEX signings_due ON public.signings USING btree (lease_until) WHERE (state = 'pending'::text);
CREATE INDEX signings_pending ON public.signings USING btree (tenant_id, order_id) WHERE (state = 'pending'::text);
CREATE POLICY lookup ON signings AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY purge ON signings AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON signings AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON signings TO paraph_purge;
GRANT INSERT, SELECT ON signings TO paraph_app;
GRANT SELECT (tenant_id, order_id, id, state, created_at, attempts, lease_until, last_error) ON signings TO paraph_lookup;
GRANT SELECT (tenant_id, signer_id) ON signings TO paraph_purge;
GRANT UPDATE (state, typed_name, image_key, completed_at, attempts, lease_until, last_error) ON signings TO paraph_app;

CREATE TABLE template_documents (
  tenant_id uuid NOT NULL,
  template_id uuid NOT NULL,
  id uuid NOT NULL,
  "position" integer NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  pages integer NOT NULL,
  object_key text NOT NULL,
  bytes integer NOT NULL,
  sha256 bytea NOT NULL,
  CONSTRAINT template_documents_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT template_documents_tenant_id_template_id_position_key UNIQUE (tenant_id, template_id, "position"),
  CONSTRAINT template_documents_tenant_id_template_id_fkey FOREIGN KEY (tenant_id, template_id) REFERENCES templates(tenant_id, id),
  CONSTRAINT template_documents_bytes_check CHECK ((bytes > 0)),
  CONSTRAINT template_documents_kind_check CHECK ((kind = ANY (ARRAY['sign'::text, 'info'::text]))),
  CONSTRAINT template_documents_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CONSTRAINT template_documents_pages_check CHECK ((pages > 0)),
  CONSTRAINT template_documents_position_check CHECK (("position" >= 0)),
  CONSTRAINT template_documents_sha256_check CHECK ((length(sha256) = 32))
);
ALTER TABLE template_documents OWNER TO paraph_owner;
ALTER TABLE template_documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE template_documents FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON template_documents AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE, INSERT, SELECT ON template_documents TO paraph_app;

CREATE TABLE templates (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  definition jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  archived_at timestamp with time zone,
  CONSTRAINT templates_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT templates_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT templates_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT templates_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CONSTRAINT templates_version_check CHECK ((version > 0))
);
ALTER TABLE templates OWNER TO paraph_owner;
ALTER TABLE templates ENABLE ROW LEVEL SECURITY;
ALTER TABLE templates FORCE ROW LEVEL SECURITY;
CREATE INDEX templates_by_mode ON public.templates USING btree (tenant_id, mode, id DESC) WHERE (archived_at IS NULL);
CREATE POLICY tenant ON templates AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON templates TO paraph_app;
GRANT UPDATE (name, version, definition, updated_at, archived_at) ON templates TO paraph_app;

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

CREATE TABLE trail_leaves (
  tenant_id uuid NOT NULL,
  mode text NOT NULL,
  "position" bigint NOT NULL,
  order_id uuid NOT NULL,
  chain_length integer NOT NULL,
  chain_head bytea NOT NULL,
  CONSTRAINT trail_leaves_pkey PRIMARY KEY (tenant_id, mode, "position"),
  CONSTRAINT trail_leaves_tenant_id_mode_fkey FOREIGN KEY (tenant_id, mode) REFERENCES trail_logs(tenant_id, mode),
  CONSTRAINT trail_leaves_chain_head_check CHECK ((length(chain_head) = 32)),
  CONSTRAINT trail_leaves_chain_length_check CHECK ((chain_length > 0)),
  CONSTRAINT trail_leaves_position_check CHECK (("position" >= 0))
);
ALTER TABLE trail_leaves OWNER TO paraph_owner;
ALTER TABLE trail_leaves ENABLE ROW LEVEL SECURITY;
ALTER TABLE trail_leaves FORCE ROW LEVEL SECURITY;
CREATE INDEX trail_leaves_by_order ON public.trail_leaves USING btree (tenant_id, order_id, "position" DESC);
CREATE POLICY tenant ON trail_leaves AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON trail_leaves TO paraph_app;

CREATE TABLE trail_logs (
  tenant_id uuid NOT NULL,
  mode text NOT NULL,
  id uuid NOT NULL,
  size bigint NOT NULL,
  hour timestamp with time zone NOT NULL,
  CONSTRAINT trail_logs_pkey PRIMARY KEY (tenant_id, mode),
  CONSTRAINT trail_logs_id_key UNIQUE (id),
  CONSTRAINT trail_logs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT trail_logs_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT trail_logs_size_check CHECK ((size >= 0))
);
ALTER TABLE trail_logs OWNER TO paraph_owner;
ALTER TABLE trail_logs ENABLE ROW LEVEL SECURITY;
ALTER TABLE trail_logs FORCE ROW LEVEL SECURITY;
CREATE POLICY lookup ON trail_logs AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON trail_logs AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON trail_logs TO paraph_app;
GRANT SELECT (tenant_id, mode, id, hour) ON trail_logs TO paraph_lookup;
GRANT UPDATE (size, hour) ON trail_logs TO paraph_app;

CREATE TABLE trail_nodes (
  tenant_id uuid NOT NULL,
  mode text NOT NULL,
  level integer NOT NULL,
  "position" bigint NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT trail_nodes_pkey PRIMARY KEY (tenant_id, mode, level, "position"),
  CONSTRAINT trail_nodes_tenant_id_mode_fkey FOREIGN KEY (tenant_id, mode) REFERENCES trail_logs(tenant_id, mode),
  CONSTRAINT trail_nodes_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT trail_nodes_level_check CHECK ((level >= 0)),
  CONSTRAINT trail_nodes_position_check CHECK (("position" >= 0))
);
ALTER TABLE trail_nodes OWNER TO paraph_owner;
ALTER TABLE trail_nodes ENABLE ROW LEVEL SECURITY;
ALTER TABLE trail_nodes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON trail_nodes AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON trail_nodes TO paraph_app;

CREATE TABLE usage_events (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  profile_id uuid,
  labels text[] NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  CONSTRAINT usage_events_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT usage_events_tenant_id_order_id_signer_id_key UNIQUE (tenant_id, order_id, signer_id),
  CONSTRAINT usage_events_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id),
  CONSTRAINT usage_events_tenant_id_signer_id_fkey FOREIGN KEY (tenant_id, signer_id) REFERENCES signers(tenant_id, id),
  CONSTRAINT usage_events_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text])))
);
ALTER TABLE usage_events OWNER TO paraph_owner;
ALTER TABLE usage_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE usage_events FORCE ROW LEVEL SECURITY;
CREATE INDEX usage_events_by_mode ON public.usage_events USING btree (tenant_id, mode, id);
CREATE POLICY tenant ON usage_events AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON usage_events TO paraph_app;

CREATE TABLE webhook_attempts (
  tenant_id uuid NOT NULL,
  destination uuid NOT NULL,
  notification_id uuid NOT NULL,
  number integer NOT NULL,
  started_at timestamp with time zone NOT NULL,
  timing jsonb NOT NULL,
  request jsonb NOT NULL,
  status integer,
  response_headers jsonb,
  response_body bytea,
  response_truncated boolean,
  error_class text,
  error text,
  CONSTRAINT webhook_attempts_pkey PRIMARY KEY (tenant_id, destination, notification_id, number),
  CONSTRAINT webhook_attempts_tenant_id_destination_notification_id_fkey FOREIGN KEY (tenant_id, destination, notification_id) REFERENCES webhook_deliveries(tenant_id, destination, notification_id) ON DELETE CASCADE,
  CONSTRAINT webhook_attempts_error_check CHECK ((length(error) <= 500)),
  CONSTRAINT webhook_attempts_error_class_check CHECK ((length(error_class) <= 40)),
  CONSTRAINT webhook_attempts_number_check CHECK ((number > 0)),
  CONSTRAINT webhook_attempts_response_body_check CHECK ((length(response_body) <= 16384))
);
ALTER TABLE webhook_attempts OWNER TO paraph_owner;
ALTER TABLE webhook_attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_attempts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON webhook_attempts AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT INSERT, SELECT ON webhook_attempts TO paraph_app;

CREATE TABLE webhook_deliveries (
  tenant_id uuid NOT NULL,
  destination uuid NOT NULL,
  notification_id uuid NOT NULL,
  kind text NOT NULL,
  lane uuid NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  tries integer NOT NULL DEFAULT 0,
  due_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL,
  concluded_at timestamp with time zone,
  last_status integer,
  last_error text,
  CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (tenant_id, destination, notification_id),
  CONSTRAINT webhook_deliveries_tenant_id_notification_id_fkey FOREIGN KEY (tenant_id, notification_id) REFERENCES notifications(tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT webhook_deliveries_kind_check CHECK ((kind = ANY (ARRAY['endpoint'::text, 'callback'::text]))),
  CONSTRAINT webhook_deliveries_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text, 'cancelled'::text])))
);
ALTER TABLE webhook_deliveries OWNER TO paraph_owner;
ALTER TABLE webhook_deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_deliveries FORCE ROW LEVEL SECURITY;
CREATE INDEX webhook_deliveries_by_notification ON public.webhook_deliveries USING btree (tenant_id, notification_id);
CREATE INDEX webhook_deliveries_by_state ON public.webhook_deliveries USING btree (tenant_id, destination, state, notification_id);
CREATE INDEX webhook_deliveries_due ON public.webhook_deliveries USING btree (tenant_id, lane, due_at) WHERE (state = 'pending'::text);
CREATE POLICY lookup ON webhook_deliveries AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY purge ON webhook_deliveries AS PERMISSIVE FOR ALL TO paraph_purge
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
CREATE POLICY tenant ON webhook_deliveries AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE ON webhook_deliveries TO paraph_purge;
GRANT INSERT, SELECT ON webhook_deliveries TO paraph_app;
GRANT SELECT (tenant_id, destination) ON webhook_deliveries TO paraph_purge;
GRANT SELECT (tenant_id, lane, state, due_at) ON webhook_deliveries TO paraph_lookup;
GRANT UPDATE (lane, state, attempts, tries, due_at, concluded_at, last_status, last_error) ON webhook_deliveries TO paraph_app;

CREATE TABLE webhook_endpoints (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  url text NOT NULL,
  description text,
  events text[] NOT NULL,
  state text NOT NULL,
  disabled_reason text,
  disabled_at timestamp with time zone,
  headers bytea,
  contact_email text,
  contact_language text,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  deleted_at timestamp with time zone,
  forget_at timestamp with time zone,
  CONSTRAINT webhook_endpoints_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_endpoints_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT webhook_endpoints_check CHECK (((state = 'disabled'::text) = (disabled_at IS NOT NULL))),
  CONSTRAINT webhook_endpoints_check1 CHECK (((state = 'disabled'::text) = (disabled_reason IS NOT NULL))),
  CONSTRAINT webhook_endpoints_contact_email_check CHECK ((length(contact_email) <= 254)),
  CONSTRAINT webhook_endpoints_contact_language_check CHECK (((length(contact_language) >= 2) AND (length(contact_language) <= 35))),
  CONSTRAINT webhook_endpoints_description_check CHECK ((length(description) <= 500)),
  CONSTRAINT webhook_endpoints_disabled_reason_check CHECK ((disabled_reason = ANY (ARRAY['gone'::text, 'failing'::text]))),
  CONSTRAINT webhook_endpoints_events_check CHECK (((cardinality(events) >= 1) AND (cardinality(events) <= 100))),
  CONSTRAINT webhook_endpoints_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT webhook_endpoints_state_check CHECK ((state = ANY (ARRAY['enabled'::text, 'paused'::text, 'disabled'::text]))),
  CONSTRAINT webhook_endpoints_url_check CHECK (((length(url) >= 1) AND (length(url) <= 2048)))
);
ALTER TABLE webhook_endpoints OWNER TO paraph_owner;
ALTER TABLE webhook_endpoints ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_endpoints FORCE ROW LEVEL SECURITY;
CREATE INDEX webhook_endpoints_deleted ON public.webhook_endpoints USING btree (COALESCE(forget_at, deleted_at)) WHERE (deleted_at IS NOT NULL);
CREATE INDEX webhook_endpoints_present ON public.webhook_endpoints USING btree (tenant_id, mode, id) WHERE (deleted_at IS NULL);
CREATE POLICY lookup ON webhook_endpoints AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON webhook_endpoints AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE, INSERT, SELECT ON webhook_endpoints TO paraph_app;
GRANT SELECT (tenant_id, id, deleted_at, forget_at) ON webhook_endpoints TO paraph_lookup;
GRANT UPDATE (url, description, events, state, disabled_reason, disabled_at, headers, contact_email, contact_language, updated_at, deleted_at, forget_at) ON webhook_endpoints TO paraph_app;

CREATE TABLE webhook_lanes (
  tenant_id uuid NOT NULL,
  lane uuid NOT NULL,
  held boolean NOT NULL DEFAULT false,
  failing_since timestamp with time zone,
  failures integer NOT NULL DEFAULT 0,
  warned_at timestamp with time zone,
  open_until timestamp with time zone,
  openings integer NOT NULL DEFAULT 0,
  CONSTRAINT webhook_lanes_pkey PRIMARY KEY (tenant_id, lane),
  CONSTRAINT webhook_lanes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
);
ALTER TABLE webhook_lanes OWNER TO paraph_owner;
ALTER TABLE webhook_lanes ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_lanes FORCE ROW LEVEL SECURITY;
CREATE POLICY lookup ON webhook_lanes AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON webhook_lanes AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE, INSERT, SELECT ON webhook_lanes TO paraph_app;
GRANT SELECT (tenant_id, lane, held, open_until) ON webhook_lanes TO paraph_lookup;
GRANT UPDATE (held, failing_since, failures, warned_at, open_until, openings) ON webhook_lanes TO paraph_app;

CREATE TABLE webhook_replays (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  endpoint_id uuid NOT NULL,
  begins_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  selection text NOT NULL,
  events text[],
  state text NOT NULL,
  after uuid,
  replayed integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  done_at timestamp with time zone,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamp with time zone NOT NULL,
  last_error text,
  CONSTRAINT webhook_replays_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_replays_tenant_id_endpoint_id_fkey FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints(tenant_id, id),
  CONSTRAINT webhook_replays_events_check CHECK (((cardinality(events) >= 1) AND (cardinality(events) <= 100))),
  CONSTRAINT webhook_replays_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT webhook_replays_selection_check CHECK ((selection = ANY (ARRAY['failed'::text, 'missed'::text, 'all'::text]))),
  CONSTRAINT webhook_replays_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'done'::text, 'cancelled'::text])))
);
ALTER TABLE webhook_replays OWNER TO paraph_owner;
ALTER TABLE webhook_replays ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_replays FORCE ROW LEVEL SECURITY;
CREATE INDEX webhook_replays_by_endpoint ON public.webhook_replays USING btree (tenant_id, endpoint_id, id);
CREATE INDEX webhook_replays_due ON public.webhook_replays USING btree (lease_until) WHERE (state = 'pending'::text);
CREATE INDEX webhook_replays_old ON public.webhook_replays USING btree (done_at) WHERE (state <> 'pending'::text);
CREATE INDEX webhook_replays_pending ON public.webhook_replays USING btree (tenant_id) WHERE (state = 'pending'::text);
CREATE POLICY lookup ON webhook_replays AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON webhook_replays AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE, INSERT, SELECT ON webhook_replays TO paraph_app;
GRANT SELECT (tenant_id, id, state, created_at, done_at, attempts, lease_until, last_error) ON webhook_replays TO paraph_lookup;
GRANT UPDATE (state, after, replayed, done_at, attempts, lease_until, last_error) ON webhook_replays TO paraph_app;

CREATE TABLE webhook_secrets (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL,
  endpoint_id uuid,
  secret bytea NOT NULL,
  public_key bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  CONSTRAINT webhook_secrets_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_secrets_tenant_id_endpoint_id_fkey FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints(tenant_id, id),
  CONSTRAINT webhook_secrets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT webhook_secrets_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  CONSTRAINT webhook_secrets_public_key_check CHECK ((length(public_key) = 32))
);
ALTER TABLE webhook_secrets OWNER TO paraph_owner;
ALTER TABLE webhook_secrets ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_secrets FORCE ROW LEVEL SECURITY;
CREATE INDEX webhook_secrets_by_endpoint ON public.webhook_secrets USING btree (tenant_id, endpoint_id, created_at);
CREATE INDEX webhook_secrets_old ON public.webhook_secrets USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE UNIQUE INDEX webhook_secrets_newest ON public.webhook_secrets USING btree (tenant_id, endpoint_id) WHERE ((endpoint_id IS NOT NULL) AND (expires_at IS NULL));
CREATE UNIQUE INDEX webhook_secrets_newest_of_callbacks ON public.webhook_secrets USING btree (tenant_id, mode) WHERE ((endpoint_id IS NULL) AND (expires_at IS NULL));
CREATE POLICY lookup ON webhook_secrets AS PERMISSIVE FOR SELECT TO paraph_lookup
  USING true;
CREATE POLICY tenant ON webhook_secrets AS PERMISSIVE FOR ALL TO paraph_app, paraph_owner
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT DELETE, INSERT, SELECT ON webhook_secrets TO paraph_app;
GRANT SELECT (tenant_id, id, expires_at) ON webhook_secrets TO paraph_lookup;
GRANT UPDATE (expires_at) ON webhook_secrets TO paraph_app;

CREATE OR REPLACE FUNCTION public.due_awaited_orders(after_tenant uuid, at timestamp with time zone, of_each integer, at_most integer)
 RETURNS TABLE(tenant_id uuid, order_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$WITH RECURSIVE waiting AS (
        (SELECT a.tenant_id FROM public.awaited_orders a
         WHERE a.tenant_id > after_tenant ORDER BY a.tenant_id LIMIT 1)
        UNION ALL
        SELECT n.tenant_id FROM waiting w CROSS JOIN LATERAL (
          SELECT a.tenant_id FROM public.awaited_orders a
          WHERE a.tenant_id > w.tenant_id ORDER BY a.tenant_id LIMIT 1) AS n
      )
      SELECT w.tenant_id, d.order_id FROM waiting w CROSS JOIN LATERAL (
        SELECT a.order_id FROM public.awaited_orders a
        WHERE a.tenant_id = w.tenant_id AND a.lease_until <= at ORDER BY a.lease_until LIMIT of_each) AS d
      LIMIT at_most$function$;
ALTER FUNCTION due_awaited_orders(uuid,timestamp with time zone,integer,integer) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION due_awaited_orders(uuid,timestamp with time zone,integer,integer) TO paraph_app;

CREATE OR REPLACE FUNCTION public.due_checkpoints(hour timestamp with time zone, at_most integer)
 RETURNS TABLE(tenant_id uuid, mode text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$WITH RECURSIVE changed AS (
        (SELECT o.tenant_id, o.mode FROM public.orders o WHERE o.trail_changed ORDER BY o.tenant_id, o.mode LIMIT 1)
        UNION ALL
        SELECT n.tenant_id, n.mode FROM changed c CROSS JOIN LATERAL (
          SELECT o.tenant_id, o.mode FROM public.orders o
          WHERE o.trail_changed AND (o.tenant_id, o.mode) > (c.tenant_id, c.mode)
          ORDER BY o.tenant_id, o.mode LIMIT 1) AS n
      )
      SELECT c.tenant_id, c.mode FROM changed c
      LEFT JOIN public.trail_logs l ON l.tenant_id = c.tenant_id AND l.mode = c.mode
      WHERE l.hour IS NULL OR l.hour < due_checkpoints.hour
      LIMIT at_most$function$;
ALTER FUNCTION due_checkpoints(timestamp with time zone,integer) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION due_checkpoints(timestamp with time zone,integer) TO paraph_app;

CREATE OR REPLACE FUNCTION public.due_lanes(after_tenant uuid, after_lane uuid, at timestamp with time zone, at_most integer)
 RETURNS TABLE(tenant_id uuid, lane uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$WITH RECURSIVE waiting AS (
        (SELECT d.tenant_id, d.lane, d.due_at FROM public.webhook_deliveries d
         WHERE d.state = 'pending' AND (d.tenant_id, d.lane) > (after_tenant, after_lane)
         ORDER BY d.tenant_id, d.lane, d.due_at LIMIT 1)
        UNION ALL
        SELECT n.tenant_id, n.lane, n.due_at FROM waiting w CROSS JOIN LATERAL (
          SELECT d.tenant_id, d.lane, d.due_at FROM public.webhook_deliveries d
          WHERE d.state = 'pending' AND (d.tenant_id, d.lane) > (w.tenant_id, w.lane)
          ORDER BY d.tenant_id, d.lane, d.due_at LIMIT 1) AS n
      )
      SELECT w.tenant_id, w.lane FROM waiting w
      LEFT JOIN public.webhook_lanes l ON l.tenant_id = w.tenant_id AND l.lane = w.lane
      WHERE w.due_at <= at AND l.held IS NOT TRUE AND (l.open_until IS NULL OR l.open_until <= at)
      LIMIT at_most$function$;
ALTER FUNCTION due_lanes(uuid,uuid,timestamp with time zone,integer) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION due_lanes(uuid,uuid,timestamp with time zone,integer) TO paraph_app;

CREATE OR REPLACE FUNCTION public.due_lanes_of(tenants uuid[], at timestamp with time zone)
 RETURNS TABLE(tenant_id uuid, lane uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$WITH RECURSIVE waiting AS (
        SELECT t.tenant_id, f.lane, f.due_at FROM unnest(tenants) AS t (tenant_id) CROSS JOIN LATERAL (
          SELECT d.lane, d.due_at FROM public.webhook_deliveries d
          WHERE d.tenant_id = t.tenant_id AND d.state = 'pending' ORDER BY d.lane, d.due_at LIMIT 1) AS f
        UNION ALL
        SELECT w.tenant_id, n.lane, n.due_at FROM waiting w CROSS JOIN LATERAL (
          SELECT d.lane, d.due_at FROM public.webhook_deliveries d
          WHERE d.tenant_id = w.tenant_id AND d.lane > w.lane AND d.state = 'pending'
          ORDER BY d.lane, d.due_at LIMIT 1) AS n
      )
      SELECT w.tenant_id, w.lane FROM waiting w
      LEFT JOIN public.webhook_lanes l ON l.tenant_id = w.tenant_id AND l.lane = w.lane
      WHERE w.due_at <= at AND l.held IS NOT TRUE AND (l.open_until IS NULL OR l.open_until <= at)$function$;
ALTER FUNCTION due_lanes_of(uuid[],timestamp with time zone) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION due_lanes_of(uuid[],timestamp with time zone) TO paraph_app;

CREATE OR REPLACE FUNCTION public.due_messages(at timestamp with time zone, at_most integer)
 RETURNS TABLE(tenant_id uuid, order_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$SELECT DISTINCT m.tenant_id, m.order_id
      FROM (SELECT tenant_id, order_id FROM public.messages
            WHERE state = 'pending' AND lease_until <= at ORDER BY lease_until LIMIT at_most) AS m$function$;
ALTER FUNCTION due_messages(timestamp with time zone,integer) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION due_messages(timestamp with time zone,integer) TO paraph_app;

CREATE OR REPLACE FUNCTION public.due_notices(at timestamp with time zone, at_most integer)
 RETURNS TABLE(tenant_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$SELECT n.tenant_id, n.id FROM public.notices n
      WHERE n.state = 'pending' AND n.lease_until <= at ORDER BY n.lease_until LIMIT at_most$function$;
ALTER FUNCTION due_notices(timestamp with time zone,integer) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION due_notices(timestamp with time zone,integer) TO paraph_app;

CREATE OR REPLACE FUNCTION public.due_work(at timestamp with time zone, at_most integer)
 RETURNS TABLE(kind text, tenant_id uuid, subject text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$(SELECT 'signing', tenant_id, id::text FROM public.signings
         WHERE state = 'pending' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'seal', tenant_id, order_id::text FROM public.seals
         WHERE state = 'pending' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'code', tenant_id, id::text FROM public.otp_codes
         WHERE state = 'sending' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'expiry', o.tenant_id, o.id::text FROM public.orders o
         WHERE o.state IN ('draft', 'ready', 'in_progress') AND o.expiry_due_at <= at
           AND NOT EXISTS (SELECT FROM public.signings s
             WHERE s.tenant_id = o.tenant_id AND s.order_id = o.id AND s.state = 'pending')
           AND NOT EXISTS (SELECT FROM public.seals s
             WHERE s.tenant_id = o.tenant_id AND s.order_id = o.id AND s.state = 'pending')
         ORDER BY o.expiry_due_at LIMIT at_most)
      UNION ALL
      (SELECT 'reminder', tenant_id, id::text FROM public.signers
         WHERE next_reminder_at IS NOT NULL AND next_reminder_at <= at ORDER BY next_reminder_at LIMIT at_most)
      UNION ALL
      (SELECT 'bulk_line', tenant_id, batch_id::text || '/' || line FROM public.bulk_lines
         WHERE state = 'pending' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'object', tenant_id, object_key FROM public.object_claims
         WHERE expires_at <= at ORDER BY expires_at LIMIT at_most)
      UNION ALL
      (SELECT 'idempotency_key', tenant_id, idempotency_key FROM public.idempotency_keys
         WHERE created_at <= at - interval '24 hours' ORDER BY created_at LIMIT at_most)
      UNION ALL
      (SELECT 'send_counter', tenant_id, encode(subject, 'hex') FROM public.send_counters
         WHERE expires_at <= at ORDER BY expires_at LIMIT at_most)
      UNION ALL
      (SELECT 'evidence', tenant_id, order_id::text FROM public.evidence_files
         WHERE state = 'pending' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'evidence_renewal', tenant_id, order_id::text FROM public.evidence_files
         WHERE state = 'stored' AND renew_at IS NOT NULL AND renew_at <= at ORDER BY renew_at LIMIT at_most)
      UNION ALL
      (SELECT 'checkpoint_storage', tenant_id, mode || '/' || size FROM public.checkpoints
         WHERE state = 'pending' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'documents_retention', r.tenant_id, r.order_id::text FROM public.retentions r
         WHERE r.documents_removed_at IS NULL AND NOT r.held AND r.documents_due_at <= at
           AND NOT EXISTS (SELECT FROM public.evidence_files e
             WHERE e.tenant_id = r.tenant_id AND e.order_id = r.order_id AND e.state = 'pending')
         ORDER BY r.documents_due_at LIMIT at_most)
      UNION ALL
      (SELECT 'evidence_retention', tenant_id, order_id::text FROM public.retentions
         WHERE evidence_removed_at IS NULL AND NOT held AND evidence_due_at <= at
         ORDER BY evidence_due_at LIMIT at_most)
      UNION ALL
      (SELECT 'object_hold', tenant_id, order_id::text FROM public.retentions
         WHERE hold_due_at IS NOT NULL AND hold_due_at <= at ORDER BY hold_due_at LIMIT at_most)
      UNION ALL
      (SELECT 'purge', tenant_id, id::text FROM public.purges
         WHERE state = 'pending' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'erasure', tenant_id, id::text FROM public.erasures
         WHERE state = 'pending' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'replay', tenant_id, id::text FROM public.webhook_replays
         WHERE state = 'pending' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'old_notice', tenant_id, id::text FROM public.notices
         WHERE created_at <= at - interval '30 days' ORDER BY created_at LIMIT at_most)
      UNION ALL
      (SELECT 'old_replay', tenant_id, id::text FROM public.webhook_replays
         WHERE state <> 'pending' AND done_at <= at - interval '30 days' ORDER BY done_at LIMIT at_most)
      UNION ALL
      (SELECT 'old_webhook_secret', tenant_id, id::text FROM public.webhook_secrets
         WHERE expires_at IS NOT NULL AND expires_at <= at ORDER BY expires_at LIMIT at_most)
      UNION ALL
      -- A minute later nobody who had not heard of the deletion owes it anything new.
      (SELECT 'deleted_endpoint', tenant_id, id::text FROM public.webhook_endpoints
         WHERE deleted_at IS NOT NULL AND coalesce(forget_at, deleted_at) <= at - interval '1 minute'
         ORDER BY coalesce(forget_at, deleted_at) LIMIT at_most)
      UNION ALL
      (SELECT DISTINCT 'old_notifications', n.tenant_id, n.tenant_id::text FROM (
         SELECT tenant_id FROM public.notifications
         WHERE occurred_at <= at - interval '30 days' ORDER BY occurred_at LIMIT at_most) AS n)$function$;
ALTER FUNCTION due_work(timestamp with time zone,integer) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION due_work(timestamp with time zone,integer) TO paraph_app;

CREATE OR REPLACE FUNCTION public.find_api_key(hash bytea, address inet DEFAULT NULL::inet)
 RETURNS TABLE(tenant_id uuid, id uuid, mode text, scopes text[], eu_ses_bare boolean, expires_at timestamp with time zone, revoked_at timestamp with time zone, address_allowed boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$SELECT k.tenant_id, k.id, k.mode, k.scopes, k.eu_ses_bare, k.expires_at, k.revoked_at,
        NOT EXISTS (SELECT FROM public.allowed_addresses a
          WHERE a.tenant_id = k.tenant_id AND a.mode = k.mode AND (address <<= ANY (a.ranges::inet[])) IS NOT TRUE)
      FROM public.api_keys k WHERE k.secret_hash = hash$function$;
ALTER FUNCTION find_api_key(bytea,inet) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION find_api_key(bytea,inet) TO paraph_app;

CREATE OR REPLACE FUNCTION public.find_client_certificate(digest bytea, address inet)
 RETURNS TABLE(tenant_id uuid, id uuid, mode text, scopes text[], eu_ses_bare boolean, expires_at timestamp with time zone, revoked_at timestamp with time zone, address_allowed boolean, certificate_id uuid, certificate_from timestamp with time zone, certificate_until timestamp with time zone, certificate_revoked_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$SELECT k.tenant_id, k.id, k.mode, k.scopes, k.eu_ses_bare, k.expires_at, k.revoked_at,
        NOT EXISTS (SELECT FROM public.allowed_addresses a
          WHERE a.tenant_id = k.tenant_id AND a.mode = k.mode AND (address <<= ANY (a.ranges::inet[])) IS NOT TRUE),
        c.id, c.created_at - interval '1 minute', c.expires_at, c.revoked_at
      FROM public.client_certificates c
      JOIN public.api_keys k ON k.tenant_id = c.tenant_id AND k.id = c.api_key_id
      WHERE c.fingerprint = digest$function$;
ALTER FUNCTION find_client_certificate(bytea,inet) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION find_client_certificate(bytea,inet) TO paraph_app;

CREATE OR REPLACE FUNCTION public.find_signing_link(hash bytea)
 RETURNS TABLE(tenant_id uuid, order_id uuid, signer_id uuid, withdrawn text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$SELECT s.tenant_id, s.order_id, s.id, CASE WHEN s.state IN ('removed', 'delegated') THEN s.state END
      FROM public.signers s WHERE s.link_hash = hash$function$;
ALTER FUNCTION find_signing_link(bytea) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION find_signing_link(bytea) TO paraph_app;

CREATE OR REPLACE FUNCTION public.find_trail_log(log uuid)
 RETURNS TABLE(tenant_id uuid, mode text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$SELECT l.tenant_id, l.mode FROM public.trail_logs l WHERE l.id = log$function$;
ALTER FUNCTION find_trail_log(uuid) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION find_trail_log(uuid) TO paraph_app;

CREATE OR REPLACE FUNCTION public.purge_order(purged uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  people uuid[];
BEGIN
  -- Nobody places a hold meanwhile: that is done under this lock.
  PERFORM FROM public.orders o WHERE o.tenant_id = tenant AND o.id = purged FOR UPDATE;
  PERFORM FROM public.retentions r
    WHERE r.tenant_id = tenant AND r.order_id = purged AND NOT r.held AND r.evidence_due_at <= at
      AND r.documents_removed_at IS NOT NULL AND r.evidence_removed_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM public.legal_holds h
        WHERE h.tenant_id = tenant AND h.order_id = purged AND h.released_at IS NULL)
      AND EXISTS (SELECT FROM public.purges p
        WHERE p.tenant_id = tenant AND p.order_id = purged AND p.subject = 'evidence' AND p.state = 'pending');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The evidence of order % is to be kept.', purged USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  people := ARRAY(SELECT s.id FROM public.signers s WHERE s.tenant_id = tenant AND s.order_id = purged);
  DELETE FROM public.certificates c WHERE c.tenant_id = tenant AND c.order_id = purged;
  DELETE FROM public.signings s WHERE s.tenant_id = tenant AND s.signer_id = ANY (people);
  DELETE FROM public.otp_codes c WHERE c.tenant_id = tenant AND c.signer_id = ANY (people);
  DELETE FROM public.page_views v WHERE v.tenant_id = tenant AND v.signer_id = ANY (people);
  DELETE FROM public.consents c WHERE c.tenant_id = tenant AND c.signer_id = ANY (people);
  DELETE FROM public.document_deliveries d WHERE d.tenant_id = tenant AND d.signer_id = ANY (people);
  DELETE FROM public.placements p WHERE p.tenant_id = tenant AND p.order_id = purged;
  DELETE FROM public.awaited_documents a WHERE a.tenant_id = tenant AND a.order_id = purged;
  DELETE FROM public.messages m WHERE m.tenant_id = tenant AND m.order_id = purged;
  DELETE FROM public.eu_ses_orders s WHERE s.tenant_id = tenant AND s.order_id = purged;
  DELETE FROM public.order_terms t WHERE t.tenant_id = tenant AND t.order_id = purged;
  DELETE FROM public.evidence_revisions r WHERE r.tenant_id = tenant AND r.order_id = purged;
  DELETE FROM public.certsign_requests r WHERE r.tenant_id = tenant AND r.order_id = purged;
  DELETE FROM public.certsign_orders c WHERE c.tenant_id = tenant AND c.order_id = purged;
  -- That it was purged is still told to webhook endpoints: nothing but ids and hashes is said in it. To the order's own
  -- URL it is not, which goes as well.
  DELETE FROM public.notifications n
    WHERE n.tenant_id = tenant AND n.order_id = purged AND n.type <> 'evidence.purged';
  DELETE FROM public.webhook_deliveries d WHERE d.tenant_id = tenant AND d.destination = purged;
  DELETE FROM public.callbacks c WHERE c.tenant_id = tenant AND c.order_id = purged;
  DELETE FROM public.events e WHERE e.tenant_id = tenant AND e.order_id = purged;
  UPDATE public.documents d SET name = 'erased' WHERE d.tenant_id = tenant AND d.order_id = purged;
  UPDATE public.legal_holds h SET reason = 'erased' WHERE h.tenant_id = tenant AND h.order_id = purged;
  UPDATE public.bulk_lines b SET external_id = NULL WHERE b.tenant_id = tenant AND b.order_id = purged;
  UPDATE public.orders o SET title = 'erased', external_id = NULL, consent_text = NULL, consent_clauses = '{}',
    metadata = '{}', labels = '{}', message = NULL, sender_name = NULL, sender_email = NULL, end_reason = NULL,
    page = NULL, proof_folder = NULL
    WHERE o.tenant_id = tenant AND o.id = purged;
END$function$;
ALTER FUNCTION purge_order(uuid,timestamp with time zone) OWNER TO paraph_purge;
GRANT EXECUTE ON FUNCTION purge_order(uuid,timestamp with time zone) TO paraph_app;

CREATE OR REPLACE FUNCTION public.stuck_work(tries integer, at_most integer)
 RETURNS TABLE(kind text, tenant_id uuid, order_id uuid, subject text, since timestamp with time zone, attempts integer, next_try timestamp with time zone, last_error text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$(SELECT 'signing', tenant_id, order_id, id::text, created_at, attempts, lease_until, last_error
         FROM public.signings WHERE state = 'pending' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'seal', tenant_id, order_id, order_id::text, created_at, attempts, lease_until, last_error
         FROM public.seals WHERE state = 'pending' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'message', tenant_id, order_id, id::text, created_at, attempts, lease_until, last_error
         FROM public.messages WHERE state = 'pending' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'bulk_line', tenant_id, NULL::uuid, batch_id::text || '/' || line, NULL::timestamptz, attempts,
         lease_until, last_error
         FROM public.bulk_lines WHERE state = 'pending' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'evidence', tenant_id, order_id, order_id::text, created_at, attempts, lease_until, last_error
         FROM public.evidence_files WHERE state = 'pending' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'evidence_renewal', tenant_id, order_id, order_id::text, stored_at, renewal_attempts, renew_at, last_error
         FROM public.evidence_files
         WHERE state = 'stored' AND renew_at IS NOT NULL AND renewal_attempts > 0 AND renewal_attempts >= tries ORDER BY renew_at LIMIT at_most)
      UNION ALL
      (SELECT 'checkpoint_storage', tenant_id, NULL::uuid, mode || '/' || size, created_at, attempts, lease_until,
         last_error
         FROM public.checkpoints WHERE state = 'pending' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'purge', tenant_id, order_id, id::text, requested_at, attempts, lease_until, last_error
         FROM public.purges WHERE state = 'pending' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'erasure', tenant_id, NULL::uuid, id::text, requested_at, attempts, lease_until, last_error
         FROM public.erasures WHERE state = 'pending' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'object_hold', tenant_id, order_id, order_id::text, NULL::timestamptz, hold_attempts, hold_due_at, last_error
         FROM public.retentions
         WHERE hold_due_at IS NOT NULL AND hold_attempts >= tries ORDER BY hold_due_at LIMIT at_most)
      UNION ALL
      (SELECT 'replay', tenant_id, NULL::uuid, id::text, created_at, attempts, lease_until, last_error
         FROM public.webhook_replays WHERE state = 'pending' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'notice', tenant_id, NULL::uuid, id::text, created_at, attempts, lease_until, last_error
         FROM public.notices WHERE state = 'pending' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT 'awaited_documents', tenant_id, order_id, order_id::text, created_at, attempts, lease_until, last_error
         FROM public.awaited_orders WHERE attempts >= tries ORDER BY lease_until LIMIT at_most)$function$;
ALTER FUNCTION stuck_work(integer,integer) OWNER TO paraph_lookup;
GRANT EXECUTE ON FUNCTION stuck_work(integer,integer) TO paraph_app;
