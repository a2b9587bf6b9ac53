/** The tables that are new. Every key begins with the tenant. */
export const newTables = `
-- What a tenant wants for orders that say nothing else. Durations are ISO 8601: P90D, P3M, P10Y.
CREATE TABLE retention_settings (
  tenant_id uuid NOT NULL REFERENCES tenants,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  documents text NOT NULL CHECK (documents ~ '^P[1-9][0-9]{0,4}[DMY]$'),
  evidence text NOT NULL CHECK (evidence ~ '^P[1-9][0-9]{0,4}[DMY]$'),
  archive boolean NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, mode)
);

-- Of an order that has ended: until when what is kept. Written in the transaction of its end.
CREATE TABLE retentions (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  -- In the order's own time.
  documents_until timestamptz NOT NULL,
  evidence_until timestamptz NOT NULL,
  -- The same less the order's clock offset: the instants at which the sweeper acts.
  documents_due_at timestamptz NOT NULL,
  evidence_due_at timestamptz NOT NULL,
  -- Whether a legal hold stands on the order.
  held boolean NOT NULL DEFAULT false,
  -- When the store must be told of a hold, or of its end, for the objects that it keeps under lock; null: it has been.
  hold_due_at timestamptz,
  hold_attempts integer NOT NULL DEFAULT 0,
  last_error text,
  -- When they were taken out of everybody's reach; their purge says when they were gone.
  documents_removed_at timestamptz,
  evidence_removed_at timestamptz,
  PRIMARY KEY (tenant_id, order_id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders
);
CREATE INDEX retentions_documents_due ON retentions (documents_due_at)
  WHERE documents_removed_at IS NULL AND NOT held;
CREATE INDEX retentions_evidence_due ON retentions (evidence_due_at)
  WHERE evidence_removed_at IS NULL AND NOT held;
CREATE INDEX retentions_hold_due ON retentions (hold_due_at) WHERE hold_due_at IS NOT NULL;

CREATE TABLE legal_holds (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  placed_at timestamptz NOT NULL,
  placed_by uuid NOT NULL,
  released_at timestamptz,
  released_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders
);
CREATE INDEX legal_holds_by_order ON legal_holds (tenant_id, order_id, id);

-- What was deleted, or is being deleted, with a receipt once it is gone.
CREATE TABLE purges (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  subject text NOT NULL CHECK (subject IN ('documents', 'evidence', 'signer')),
  reason text NOT NULL CHECK (reason IN ('retention', 'request', 'erasure')),
  signer_id uuid,
  -- What it was, without anything personal: ids, hashes, sizes.
  items jsonb NOT NULL,
  -- Keys of objects that are still to be deleted.
  object_keys text[] NOT NULL DEFAULT '{}',
  state text NOT NULL CHECK (state IN ('pending', 'done')),
  requested_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz NOT NULL,
  last_error text,
  done_at timestamptz,
  -- The receipt's text and its detached signature (CAdES), once it is done.
  receipt text,
  signature bytea,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders
);
CREATE INDEX purges_due ON purges (lease_until) WHERE state = 'pending';
CREATE INDEX purges_by_order ON purges (tenant_id, order_id, id);

-- The evidence file of an order that has ended: made once its trail stands in a checkpoint.
CREATE TABLE evidence_files (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  -- Deposited with the documents in it, for the full term. It is found again by its order's id.
  archive boolean NOT NULL,
  -- none: nobody did anything in the order that would have to be proven.
  state text NOT NULL CHECK (state IN ('pending', 'stored', 'none')),
  created_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz NOT NULL,
  last_error text,
  stored_at timestamptz,
  -- When it was asked to be deposited, where the order did not ask for it itself; and since when it is.
  archive_asked_at timestamptz,
  archived_at timestamptz,
  -- The newest of its revisions, counted from 1; 0: there is none yet.
  revision integer NOT NULL DEFAULT 0 CHECK (revision >= 0),
  -- When its time-stamps must be renewed at the latest.
  renew_at timestamptz,
  renewal_attempts integer NOT NULL DEFAULT 0,
  -- SHA-256 of what may stand under the key of the next revision: whoever comes after a crash takes it over.
  made bytea[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, order_id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders
);
CREATE INDEX evidence_files_due ON evidence_files (lease_until) WHERE state = 'pending';
CREATE INDEX evidence_files_renewal_due ON evidence_files (renew_at) WHERE state = 'stored' AND renew_at IS NOT NULL;
CREATE INDEX evidence_files_renewal_stuck ON evidence_files (tenant_id, order_id)
  WHERE state = 'stored' AND renewal_attempts > 0;
CREATE INDEX evidence_files_archived ON evidence_files (tenant_id, order_id) WHERE archive;

-- Each renewal of its time-stamps adds one.
CREATE TABLE evidence_revisions (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  revision integer NOT NULL CHECK (revision > 0),
  object_key text NOT NULL,
  bytes integer NOT NULL CHECK (bytes > 0),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  created_at timestamptz NOT NULL,
  -- Until when the store itself refuses to delete it; null: it keeps no such promise.
  locked_until timestamptz,
  PRIMARY KEY (tenant_id, order_id, revision),
  FOREIGN KEY (tenant_id, order_id) REFERENCES evidence_files
);

-- One Merkle tree (RFC 6962) a tenant and mode, over the heads of its orders' chains.
CREATE TABLE trail_logs (
  tenant_id uuid NOT NULL REFERENCES tenants,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  -- Its name in public.
  id uuid NOT NULL UNIQUE,
  size bigint NOT NULL CHECK (size >= 0),
  -- The beginning of the hour of its newest checkpoint.
  hour timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, mode)
);

-- A leaf says how an order's chain stood: its first chain_length events, and the hash of the last of them.
CREATE TABLE trail_leaves (
  tenant_id uuid NOT NULL,
  mode text NOT NULL,
  position bigint NOT NULL CHECK (position >= 0),
  order_id uuid NOT NULL,
  chain_length integer NOT NULL CHECK (chain_length > 0),
  chain_head bytea NOT NULL CHECK (length(chain_head) = 32),
  PRIMARY KEY (tenant_id, mode, position),
  FOREIGN KEY (tenant_id, mode) REFERENCES trail_logs
);
CREATE INDEX trail_leaves_by_order ON trail_leaves (tenant_id, order_id, position DESC);

-- The tree's complete subtrees: the one at (level, position) stands over leaves position * 2^level and following.
CREATE TABLE trail_nodes (
  tenant_id uuid NOT NULL,
  mode text NOT NULL,
  level integer NOT NULL CHECK (level >= 0),
  position bigint NOT NULL CHECK (position >= 0),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (tenant_id, mode, level, position),
  FOREIGN KEY (tenant_id, mode) REFERENCES trail_logs
);

CREATE TABLE checkpoints (
  tenant_id uuid NOT NULL,
  mode text NOT NULL,
  -- Leaves of the tree.
  size bigint NOT NULL CHECK (size > 0),
  root bytea NOT NULL CHECK (length(root) = 32),
  created_at timestamptz NOT NULL,
  -- The text that is signed.
  note text NOT NULL,
  -- pending: it stands in the database; stored: signed, time-stamped and in the object store.
  state text NOT NULL CHECK (state IN ('pending', 'stored')),
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz NOT NULL,
  last_error text,
  -- Detached CAdES over the note, with its time-stamp.
  signature bytea,
  object_key text,
  stored_at timestamptz,
  locked_until timestamptz,
  PRIMARY KEY (tenant_id, mode, size),
  FOREIGN KEY (tenant_id, mode) REFERENCES trail_logs
);
CREATE INDEX checkpoints_due ON checkpoints (lease_until) WHERE state = 'pending';

-- A data subject's request to be erased, and what came of it.
CREATE TABLE erasures (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  -- MAC of the address that was named, so that it can be recognised and not read.
  subject bytea NOT NULL CHECK (length(subject) = 32),
  -- The address itself, sealed, until the work is done.
  address bytea,
  requested_by uuid NOT NULL,
  requested_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'done')),
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz NOT NULL,
  last_error text,
  done_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX erasures_by_mode ON erasures (tenant_id, mode, id DESC);
CREATE INDEX erasures_due ON erasures (lease_until) WHERE state = 'pending';

-- What an erasure did with each signer's data: erased now, or kept, why and until when.
CREATE TABLE erasure_results (
  tenant_id uuid NOT NULL,
  erasure_id uuid NOT NULL,
  signer_id uuid NOT NULL,
  order_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('erased', 'kept')),
  reason text CHECK (reason IN ('order_running', 'evidence', 'legal_hold')),
  kept_until timestamptz,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, erasure_id, signer_id),
  FOREIGN KEY (tenant_id, erasure_id) REFERENCES erasures
);
`;

/** Those that row-level security keeps apart. */
export const newTenantTables = [
  "retention_settings",
  "retentions",
  "legal_holds",
  "purges",
  "evidence_files",
  "evidence_revisions",
  "trail_logs",
  "trail_leaves",
  "trail_nodes",
  "checkpoints",
  "erasures",
  "erasure_results",
] as const;
