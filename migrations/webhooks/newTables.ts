/** The tables that are new. Every key begins with the tenant. */
export const newTables = `
-- Where a tenant is told of what happens in one mode.
CREATE TABLE webhook_endpoints (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  url text NOT NULL CHECK (length(url) BETWEEN 1 AND 2048),
  description text CHECK (length(description) <= 500),
  -- Types of events: whole, with a last part *, or * alone.
  events text[] NOT NULL CHECK (cardinality(events) BETWEEN 1 AND 100),
  -- Paused: what it is told waits. Disabled: it is told nothing, and can be told later by a replay.
  state text NOT NULL CHECK (state IN ('enabled', 'paused', 'disabled')),
  disabled_reason text CHECK (disabled_reason IN ('gone', 'failing')),
  disabled_at timestamptz,
  -- Further headers of each request, sealed: they hold passwords.
  headers bytea,
  -- Whom to write to when it is disabled, and in which language.
  contact_email text CHECK (length(contact_email) <= 254),
  contact_language text CHECK (length(contact_language) BETWEEN 2 AND 35),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- It is no more; its deliveries are still to be read for a while.
  deleted_at timestamptz,
  -- Of one that is deleted: its pending deliveries are cancelled, and the row goes then.
  forget_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CHECK ((state = 'disabled') = (disabled_at IS NOT NULL)),
  CHECK ((state = 'disabled') = (disabled_reason IS NOT NULL))
);
CREATE INDEX webhook_endpoints_present ON webhook_endpoints (tenant_id, mode, id) WHERE deleted_at IS NULL;
CREATE INDEX webhook_endpoints_deleted ON webhook_endpoints (coalesce(forget_at, deleted_at)) WHERE deleted_at IS NOT NULL;

-- What requests are signed with: an endpoint's own, or that of all callbacks of a mode. The newest has no end; those
-- before it sign as well until theirs.
CREATE TABLE webhook_secrets (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  endpoint_id uuid,
  -- Sealed: 32 bytes of HMAC key, then 32 bytes of Ed25519 seed.
  secret bytea NOT NULL,
  public_key bytea NOT NULL CHECK (length(public_key) = 32),
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints
);
CREATE UNIQUE INDEX webhook_secrets_newest ON webhook_secrets (tenant_id, endpoint_id)
  WHERE endpoint_id IS NOT NULL AND expires_at IS NULL;
CREATE UNIQUE INDEX webhook_secrets_newest_of_callbacks ON webhook_secrets (tenant_id, mode)
  WHERE endpoint_id IS NULL AND expires_at IS NULL;
CREATE INDEX webhook_secrets_by_endpoint ON webhook_secrets (tenant_id, endpoint_id, created_at);
CREATE INDEX webhook_secrets_old ON webhook_secrets (expires_at) WHERE expires_at IS NOT NULL;

-- An order's own URL.
CREATE TABLE callbacks (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  url text NOT NULL CHECK (length(url) BETWEEN 1 AND 2048),
  -- Whose words it speaks.
  form text NOT NULL CHECK (form IN ('paraph', 'eu_ses', 'certsign')),
  -- What of the body is JSON: all of it, or the fields of a form (application/x-www-form-urlencoded).
  encoding text NOT NULL CHECK (encoding IN ('json', 'form')),
  -- The form's field, or the JSON object's member, that holds the data.
  field text CHECK (length(field) BETWEEN 1 AND 64),
  -- Further tries, with pauses that double; null: the schedule of webhook endpoints.
  retries integer CHECK (retries BETWEEN 0 AND 5),
  headers bytea,
  -- What is given back with each request as it was given; sealed.
  custom bytea,
  events text[] NOT NULL CHECK (cardinality(events) BETWEEN 1 AND 100),
  -- One for all callbacks of a tenant and mode to one origin: what one of them meets, the others would.
  lane uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, order_id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders
);

-- What somebody may be told of: the outbox. Written in the transaction of the change, and never changed.
CREATE TABLE notifications (
  tenant_id uuid NOT NULL REFERENCES tenants,
  -- The webhook-id of every request that tells of it.
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  type text NOT NULL CHECK (length(type) <= 60),
  order_id uuid,
  -- Number of its event in the order's audit trail; null: it is none.
  sequence integer,
  occurred_at timestamptz NOT NULL,
  -- JSON, as it is sent.
  payload text NOT NULL CHECK (octet_length(payload) < 20480),
  -- Nothing happened: it was told for a test.
  example boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX notifications_by_mode ON notifications (tenant_id, mode, id);
CREATE INDEX notifications_by_type ON notifications (tenant_id, mode, type, id);
CREATE INDEX notifications_by_order ON notifications (tenant_id, order_id, id) WHERE order_id IS NOT NULL;
CREATE INDEX notifications_old ON notifications (occurred_at);

-- That one notification is owed to one destination: an endpoint, or an order's callback.
CREATE TABLE webhook_deliveries (
  tenant_id uuid NOT NULL,
  -- The endpoint's id, or the order's whose callback it is.
  destination uuid NOT NULL,
  notification_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('endpoint', 'callback')),
  lane uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'delivered', 'failed', 'cancelled')),
  -- Requests in all; of the schedule that it is in: a replay begins a new one.
  attempts integer NOT NULL DEFAULT 0,
  tries integer NOT NULL DEFAULT 0,
  -- When it is tried next; of one that is being tried, until when nobody else does.
  due_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  concluded_at timestamptz,
  last_status integer,
  last_error text,
  PRIMARY KEY (tenant_id, destination, notification_id),
  -- With what was told goes all that came of it: row by row, by an index, where a join could read all that there is.
  FOREIGN KEY (tenant_id, notification_id) REFERENCES notifications ON DELETE CASCADE
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (tenant_id, lane, due_at) WHERE state = 'pending';
CREATE INDEX webhook_deliveries_by_state ON webhook_deliveries (tenant_id, destination, state, notification_id);
CREATE INDEX webhook_deliveries_by_notification ON webhook_deliveries (tenant_id, notification_id);

-- One request and what came of it.
CREATE TABLE webhook_attempts (
  tenant_id uuid NOT NULL,
  destination uuid NOT NULL,
  notification_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  started_at timestamptz NOT NULL,
  -- Milliseconds: {"dns":…,"connect":…,"tls":…,"first_byte":…,"total":…}, those that there are.
  timing jsonb NOT NULL,
  -- {"method":…,"url":…,"headers":{…}} without what is secret in it.
  request jsonb NOT NULL,
  status integer,
  -- Of the answer to a body that is not kept because it names people nothing is kept but the status.
  response_headers jsonb,
  -- The first 16,384 bytes.
  response_body bytea CHECK (length(response_body) <= 16384),
  response_truncated boolean,
  error_class text CHECK (length(error_class) <= 40),
  -- The same in a sentence, where there was no answer: that a certificate has expired, that there is no such name.
  error text CHECK (length(error) <= 500),
  PRIMARY KEY (tenant_id, destination, notification_id, number),
  FOREIGN KEY (tenant_id, destination, notification_id) REFERENCES webhook_deliveries ON DELETE CASCADE
);

-- How it goes with a lane: an endpoint, or the callbacks of one origin. No row: all is well.
CREATE TABLE webhook_lanes (
  tenant_id uuid NOT NULL REFERENCES tenants,
  lane uuid NOT NULL,
  -- Nothing goes there: the endpoint is paused, disabled or deleted.
  held boolean NOT NULL DEFAULT false,
  -- Of nothing but failure: since when, how many that say it cannot be reached, and whether somebody was warned.
  failing_since timestamptz,
  failures integer NOT NULL DEFAULT 0,
  warned_at timestamptz,
  -- The circuit: until then nothing is tried, and after it one delivery first; how often it was opened in a row.
  open_until timestamptz,
  openings integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, lane)
);

-- That an endpoint is to be told of a time once more.
CREATE TABLE webhook_replays (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  endpoint_id uuid NOT NULL,
  begins_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  -- Those given up, those not delivered, or all.
  selection text NOT NULL CHECK (selection IN ('failed', 'missed', 'all')),
  -- As an endpoint's; null: as the endpoint's are when it is done.
  events text[] CHECK (cardinality(events) BETWEEN 1 AND 100),
  -- Cancelled: its endpoint was disabled or deleted meanwhile.
  state text NOT NULL CHECK (state IN ('pending', 'done', 'cancelled')),
  -- The last notification that was looked at, and how many were taken up.
  after uuid,
  replayed integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  -- Tries in vain, one after the other.
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz NOT NULL,
  last_error text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints
);
CREATE INDEX webhook_replays_due ON webhook_replays (lease_until) WHERE state = 'pending';
CREATE INDEX webhook_replays_by_endpoint ON webhook_replays (tenant_id, endpoint_id, id);
CREATE INDEX webhook_replays_pending ON webhook_replays (tenant_id) WHERE state = 'pending';
CREATE INDEX webhook_replays_old ON webhook_replays (done_at) WHERE state <> 'pending';

-- Letters to the tenant itself, about no order.
CREATE TABLE notices (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  kind text NOT NULL CHECK (kind IN ('endpoint_failing', 'endpoint_disabled')),
  endpoint_id uuid NOT NULL,
  recipient text NOT NULL CHECK (length(recipient) <= 254),
  language text NOT NULL CHECK (length(language) BETWEEN 2 AND 35),
  -- What it says beside: since when, what came of the last request.
  facts jsonb NOT NULL,
  -- Dropped: its reason was gone before it could be sent.
  state text NOT NULL CHECK (state IN ('pending', 'sent', 'failed', 'dropped')),
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz NOT NULL,
  last_error text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints
);
CREATE INDEX notices_due ON notices (lease_until) WHERE state = 'pending';
CREATE INDEX notices_old ON notices (created_at);
CREATE INDEX notices_by_endpoint ON notices (tenant_id, endpoint_id, kind, created_at);
`;

export const newTenantTables = [
  "webhook_endpoints",
  "webhook_secrets",
  "callbacks",
  "notifications",
  "webhook_deliveries",
  "webhook_attempts",
  "webhook_lanes",
  "webhook_replays",
  "notices",
] as const;
