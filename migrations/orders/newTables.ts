/** The tables that are new. Every key begins with the tenant. */
export const newTables = `
CREATE TABLE profiles (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  -- The caller's own name of it, in requests.
  code text NOT NULL CHECK (length(code) BETWEEN 1 AND 64),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  is_default boolean NOT NULL DEFAULT false,
  otp jsonb NOT NULL DEFAULT '{}',
  reminders jsonb,
  sender jsonb NOT NULL DEFAULT '{}',
  texts jsonb NOT NULL DEFAULT '{}',
  branding jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  archived_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX profiles_by_code ON profiles (tenant_id, mode, code) WHERE archived_at IS NULL;
CREATE UNIQUE INDEX profiles_default ON profiles (tenant_id, mode) WHERE is_default AND archived_at IS NULL;

CREATE TABLE templates (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  definition jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  archived_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX templates_by_mode ON templates (tenant_id, mode, id DESC) WHERE archived_at IS NULL;

CREATE TABLE template_documents (
  tenant_id uuid NOT NULL,
  template_id uuid NOT NULL,
  id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  kind text NOT NULL CHECK (kind IN ('sign', 'info')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  pages integer NOT NULL CHECK (pages > 0),
  object_key text NOT NULL,
  bytes integer NOT NULL CHECK (bytes > 0),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, template_id) REFERENCES templates,
  UNIQUE (tenant_id, template_id, position)
);

CREATE TABLE bulk_batches (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  template_id uuid NOT NULL,
  api_key_id uuid NOT NULL,
  settings jsonb NOT NULL,
  lines integer NOT NULL CHECK (lines > 0),
  created integer NOT NULL DEFAULT 0 CHECK (created >= 0),
  failed integer NOT NULL DEFAULT 0 CHECK (failed >= 0),
  created_at timestamptz NOT NULL,
  completed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, template_id) REFERENCES templates,
  CHECK (created + failed <= lines)
);
CREATE INDEX bulk_batches_by_mode ON bulk_batches (tenant_id, mode, id DESC);

CREATE TABLE bulk_lines (
  tenant_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  line integer NOT NULL CHECK (line > 0),
  external_id text,
  state text NOT NULL CHECK (state IN ('pending', 'created', 'failed')),
  -- Names and addresses: sealed, and forgotten once the order is made.
  input bytea,
  order_id uuid,
  problem jsonb,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz NOT NULL,
  last_error text,
  PRIMARY KEY (tenant_id, batch_id, line),
  FOREIGN KEY (tenant_id, batch_id) REFERENCES bulk_batches
);
CREATE INDEX bulk_lines_due ON bulk_lines (lease_until) WHERE state = 'pending';

CREATE TABLE seals (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'done', 'abandoned')),
  created_at timestamptz NOT NULL,
  completed_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz NOT NULL,
  last_error text,
  PRIMARY KEY (tenant_id, order_id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders
);
CREATE INDEX seals_due ON seals (lease_until) WHERE state = 'pending';

CREATE TABLE messages (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  -- Null: it goes to the order's sender.
  signer_id uuid,
  kind text NOT NULL CHECK (kind IN
    ('invitation', 'delegated', 'reminder', 'link_changed', 'removed', 'completed', 'refused', 'cancelled',
      'expired', 'failed')),
  channel text NOT NULL CHECK (channel IN ('email', 'sms')),
  state text NOT NULL CHECK (state IN ('pending', 'sent', 'failed', 'dropped')),
  created_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz NOT NULL,
  last_error text,
  sent_at timestamptz,
  provider_message_id text CHECK (length(provider_message_id) <= 200),
  delivery text CHECK (delivery IN ('accepted', 'delivered', 'deferred', 'bounced', 'undelivered')),
  delivery_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders,
  FOREIGN KEY (tenant_id, signer_id) REFERENCES signers
);
CREATE INDEX messages_by_order ON messages (tenant_id, order_id, id);
CREATE INDEX messages_due ON messages (lease_until) WHERE state = 'pending';

CREATE TABLE usage_events (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  profile_id uuid,
  labels text[] NOT NULL,
  occurred_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, order_id, signer_id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders,
  FOREIGN KEY (tenant_id, signer_id) REFERENCES signers
);
CREATE INDEX usage_events_by_mode ON usage_events (tenant_id, mode, id);

-- What orders are found by: a word, an address, a label; texts are compared as they stand.
-- The order is not referenced: a dozen rows are written with each order, in its own transaction, and nobody who writes
-- them may delete an order.
CREATE TABLE order_terms (
  tenant_id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  term text NOT NULL COLLATE "C" CHECK (length(term) BETWEEN 1 AND 300),
  order_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, mode, term, order_id)
);
CREATE INDEX order_terms_by_order ON order_terms (tenant_id, order_id);

-- What follows counts for one link of a signer: after another person's address was put in, nothing of it counts any more.

-- Pages that were shown for the first time, together: each page stands in one row at most.
CREATE TABLE page_views (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  link_version integer NOT NULL,
  document_id uuid NOT NULL,
  first_page integer NOT NULL CHECK (first_page > 0),
  last_page integer NOT NULL CHECK (last_page >= first_page),
  shown_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, signer_id, link_version, document_id, first_page),
  FOREIGN KEY (tenant_id, signer_id) REFERENCES signers,
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents
);

CREATE TABLE consents (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  link_version integer NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  clause text NOT NULL,
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  given_at timestamptz NOT NULL,
  -- With the words: those of another language are agreed to anew.
  PRIMARY KEY (tenant_id, signer_id, link_version, position, sha256),
  FOREIGN KEY (tenant_id, signer_id) REFERENCES signers
);

-- Which documents a signer's browser was given: as they are, to be read ('source'), or with their signatures, to be
-- kept ('signed': once for each session of a browser; empty where it named none).
CREATE TABLE document_deliveries (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  link_version integer NOT NULL,
  document_id uuid NOT NULL,
  variant text NOT NULL CHECK (variant IN ('source', 'signed')),
  session text NOT NULL CHECK (length(session) <= 22),
  delivered_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, signer_id, link_version, variant, document_id, session),
  FOREIGN KEY (tenant_id, signer_id) REFERENCES signers,
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents
);

-- How many messages went to an address, or from a tenant, in a window of time. The subject is a MAC, not an address.
CREATE TABLE send_counters (
  tenant_id uuid NOT NULL REFERENCES tenants,
  subject bytea NOT NULL CHECK (length(subject) = 32),
  window_start timestamptz NOT NULL,
  sends integer NOT NULL CHECK (sends > 0),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, subject, window_start)
);
CREATE INDEX send_counters_due ON send_counters (expires_at);
`;

/** Those with a tenant, which are all. */
export const newTenantTables = [
  "profiles",
  "templates",
  "template_documents",
  "bulk_batches",
  "bulk_lines",
  "seals",
  "messages",
  "usage_events",
  "order_terms",
  "page_views",
  "consents",
  "document_deliveries",
  "send_counters",
];
