/** What the tables of the first migration gain. They are changed by their owner, whom row-level security binds too. */
export const changedTables = `
ALTER TABLE orders
  ADD COLUMN profile_id uuid,
  ADD COLUMN template_id uuid,
  ADD COLUMN labels text[] NOT NULL DEFAULT '{}' CHECK (cardinality(labels) <= 20),
  ADD COLUMN message text CHECK (length(message) BETWEEN 1 AND 2000),
  ADD COLUMN sender_name text CHECK (length(sender_name) BETWEEN 1 AND 200),
  ADD COLUMN sender_email text CHECK (length(sender_email) <= 254),
  ADD COLUMN notify boolean NOT NULL DEFAULT true,
  ADD COLUMN must_read boolean NOT NULL DEFAULT false,
  ADD COLUMN delegation boolean NOT NULL DEFAULT false,
  ADD COLUMN editable_identity text[] NOT NULL DEFAULT '{}',
  ADD COLUMN consent_clauses text[] NOT NULL DEFAULT '{}' CHECK (cardinality(consent_clauses) <= 20),
  ADD COLUMN otp jsonb,
  ADD COLUMN reminder_days integer CHECK (reminder_days BETWEEN 1 AND 90),
  ADD COLUMN reminder_count integer CHECK (reminder_count BETWEEN 1 AND 20),
  -- How far a test order's time has been moved on. A live order has no other time than ours.
  ADD COLUMN clock_offset_seconds bigint NOT NULL DEFAULT 0 CHECK (clock_offset_seconds >= 0),
  -- expires_at less the offset: the instant at which the sweeper ends the order.
  ADD COLUMN expiry_due_at timestamptz,
  ADD CHECK (mode = 'test' OR clock_offset_seconds = 0),
  ADD FOREIGN KEY (tenant_id, profile_id) REFERENCES profiles,
  ADD FOREIGN KEY (tenant_id, template_id) REFERENCES templates;
ALTER TABLE orders NO FORCE ROW LEVEL SECURITY;
UPDATE orders SET expiry_due_at = expires_at;
ALTER TABLE orders FORCE ROW LEVEL SECURITY;
ALTER TABLE orders ALTER COLUMN expiry_due_at SET NOT NULL;
DROP INDEX orders_due;
CREATE INDEX orders_due ON orders (expiry_due_at) WHERE state IN ('draft', 'ready', 'in_progress');

ALTER TABLE documents ADD COLUMN signatures integer NOT NULL DEFAULT 0 CHECK (signatures >= 0);
ALTER TABLE documents NO FORCE ROW LEVEL SECURITY;
UPDATE documents SET signatures = revision;
ALTER TABLE documents FORCE ROW LEVEL SECURITY;

ALTER TABLE document_revisions
  ADD COLUMN kind text NOT NULL DEFAULT 'signed' CHECK (kind IN ('source', 'signed', 'sealed')),
  ADD COLUMN level text CHECK (level IN ('B-B', 'B-T', 'B-LT', 'B-LTA'));
ALTER TABLE document_revisions NO FORCE ROW LEVEL SECURITY;
UPDATE document_revisions SET kind = CASE WHEN revision = 0 THEN 'source' ELSE 'signed' END,
  level = CASE WHEN revision = 0 THEN NULL ELSE 'B-T' END;
ALTER TABLE document_revisions FORCE ROW LEVEL SECURITY;
ALTER TABLE document_revisions ALTER COLUMN kind DROP DEFAULT;

ALTER TABLE signers
  DROP CONSTRAINT signers_role_check,
  ADD CONSTRAINT signers_role_check CHECK (role IN ('signer', 'approver', 'copy', 'witness')),
  DROP CONSTRAINT signers_authentication_check,
  ADD CONSTRAINT signers_authentication_check CHECK (authentication IN ('email', 'sms', 'both', 'none')),
  DROP CONSTRAINT signers_state_check,
  ADD CONSTRAINT signers_state_check CHECK (state IN
    ('waiting', 'opened', 'signing', 'signed', 'approved', 'refused', 'removed', 'delegated')),
  DROP CONSTRAINT signers_check,
  DROP CONSTRAINT signers_check1,
  ADD CONSTRAINT signers_email_check1 CHECK (email IS NOT NULL OR authentication NOT IN ('email', 'both')),
  ADD CONSTRAINT signers_phone_check1 CHECK (phone IS NOT NULL OR authentication NOT IN ('sms', 'both')),
  ADD COLUMN signing_group integer NOT NULL DEFAULT 1 CHECK (signing_group BETWEEN 1 AND 500),
  ADD COLUMN witness_of uuid,
  ADD COLUMN external_id text CHECK (length(external_id) BETWEEN 1 AND 200),
  ADD COLUMN template_role text CHECK (length(template_role) BETWEEN 1 AND 64),
  -- What a message with a code says, with {OTP} where the code stands.
  ADD COLUMN code_text text CHECK (length(code_text) BETWEEN 1 AND 1000),
  ADD COLUMN link_version integer NOT NULL DEFAULT 0 CHECK (link_version >= 0),
  ADD COLUMN replaced_by uuid,
  ADD COLUMN invited_at timestamptz,
  ADD COLUMN next_reminder_at timestamptz,
  ADD COLUMN reminders_sent integer NOT NULL DEFAULT 0 CHECK (reminders_sent >= 0),
  ADD COLUMN handed_out_at timestamptz,
  ADD COLUMN consented_at timestamptz,
  ADD COLUMN approved_at timestamptz,
  ADD COLUMN removed_at timestamptz,
  -- From when on codes and tries count, after a lock was lifted.
  ADD COLUMN codes_since timestamptz,
  ADD CHECK ((role = 'witness') = (witness_of IS NOT NULL)),
  ADD FOREIGN KEY (tenant_id, witness_of) REFERENCES signers,
  ADD FOREIGN KEY (tenant_id, replaced_by) REFERENCES signers;
CREATE INDEX signers_reminders_due ON signers (next_reminder_at) WHERE next_reminder_at IS NOT NULL;

ALTER TABLE placements
  DROP CONSTRAINT placements_pkey,
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN position integer NOT NULL DEFAULT 0 CHECK (position >= 0),
  ADD COLUMN kind text NOT NULL DEFAULT 'signature'
    CHECK (kind IN ('signature', 'initials', 'text', 'date', 'checkbox', 'name')),
  -- The caller's key of the value, for merging and reading it back.
  ADD COLUMN name text CHECK (length(name) BETWEEN 1 AND 100),
  ADD COLUMN label text CHECK (length(label) BETWEEN 1 AND 200),
  -- Fully qualified name of a form field that stands in the document as it was given.
  ADD COLUMN field_name text CHECK (length(field_name) BETWEEN 1 AND 500),
  ADD COLUMN required boolean NOT NULL DEFAULT true,
  ADD COLUMN read_only boolean NOT NULL DEFAULT false,
  ADD COLUMN value text CHECK (length(value) <= 5000),
  ADD COLUMN options jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN filled_at timestamptz,
  ADD PRIMARY KEY (tenant_id, id);
ALTER TABLE placements ALTER COLUMN id DROP DEFAULT;
CREATE INDEX placements_by_signer ON placements (tenant_id, signer_id, document_id, position);
CREATE INDEX placements_by_order ON placements (tenant_id, order_id);

ALTER TABLE otp_codes
  ADD COLUMN reusable boolean NOT NULL DEFAULT false,
  ADD COLUMN alphabet text NOT NULL DEFAULT 'digits' CHECK (alphabet IN ('digits', 'letters', 'uppercase', 'mixed')),
  ADD COLUMN session_seconds integer NOT NULL DEFAULT 1800 CHECK (session_seconds BETWEEN 60 AND 86400),
  ADD COLUMN provider_message_id text CHECK (length(provider_message_id) <= 200),
  ADD COLUMN delivery text CHECK (delivery IN ('accepted', 'delivered', 'deferred', 'bounced', 'undelivered')),
  ADD COLUMN delivery_at timestamptz;

ALTER TABLE signings
  ALTER COLUMN otp_code_id DROP NOT NULL,
  -- What was agreed to on pressing "sign", so that it is the same at every try.
  ADD COLUMN level text NOT NULL DEFAULT 'B-T' CHECK (level IN ('B-B', 'B-T'));
`;
