/** The tables. Every key begins with the tenant. */
export const tables = `
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

/** Those with a tenant, which are all. */
export const tenantTables = [
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
