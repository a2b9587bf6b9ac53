/** What earlier tables gain. They are changed by their owner, whom row-level security binds too. */
export const changedTables = `
ALTER TABLE orders
  -- BCP 47: of the audit trail, of attestations, of whatever is written about the order as a whole.
  ADD COLUMN language text CHECK (length(language) BETWEEN 2 AND 35),
  ADD COLUMN retain_documents text NOT NULL DEFAULT 'P3M' CHECK (retain_documents ~ '^P[1-9][0-9]{0,4}[DMY]$'),
  ADD COLUMN retain_evidence text NOT NULL DEFAULT 'P10Y' CHECK (retain_evidence ~ '^P[1-9][0-9]{0,4}[DMY]$'),
  ADD COLUMN archive boolean NOT NULL DEFAULT false,
  -- Whether its chain has grown since its last leaf in the tenant's tree. Set with each event, so that an update which
  -- leaves it as it is touches no index.
  ADD COLUMN trail_changed boolean NOT NULL DEFAULT true;
CREATE INDEX orders_trail_changed ON orders (tenant_id, mode, id) WHERE trail_changed;

ALTER TABLE document_revisions ALTER COLUMN object_key DROP NOT NULL;

-- A code goes with its order's evidence, and each such deletion asks whether a signing still refers to it.
CREATE INDEX signings_by_code ON signings (tenant_id, otp_code_id) WHERE otp_code_id IS NOT NULL;
CREATE INDEX bulk_lines_by_order ON bulk_lines (tenant_id, order_id) WHERE order_id IS NOT NULL;

-- An erased signer has no address, and no key that would open what the chain says of them.
ALTER TABLE signers
  ADD COLUMN erased_at timestamptz,
  ALTER COLUMN personal_key DROP NOT NULL,
  DROP CONSTRAINT signers_email_check1,
  DROP CONSTRAINT signers_phone_check1,
  ADD CONSTRAINT signers_email_check1
    CHECK (email IS NOT NULL OR authentication NOT IN ('email', 'both') OR erased_at IS NOT NULL),
  ADD CONSTRAINT signers_phone_check1
    CHECK (phone IS NOT NULL OR authentication NOT IN ('sms', 'both') OR erased_at IS NOT NULL),
  ADD CONSTRAINT signers_personal_key_check CHECK ((personal_key IS NULL) = (erased_at IS NOT NULL));
-- A column, because row-level security keeps an index on an expression from being used: lower() is not leakproof.
ALTER TABLE signers ADD COLUMN email_lower text GENERATED ALWAYS AS (lower(email)) STORED;
CREATE INDEX signers_by_email ON signers (tenant_id, email_lower, id) WHERE email_lower IS NOT NULL;
CREATE INDEX signers_by_phone ON signers (tenant_id, phone, id) WHERE phone IS NOT NULL;

-- Orders that ended before: nobody's documents go sooner than a month from now.
ALTER TABLE orders NO FORCE ROW LEVEL SECURITY;
INSERT INTO retentions (tenant_id, order_id, documents_until, evidence_until, documents_due_at, evidence_due_at)
SELECT tenant_id, id, documents, evidence, documents - moved, evidence - moved
FROM (
  SELECT tenant_id, id, make_interval(secs => clock_offset_seconds) AS moved,
    greatest(ended_at + interval '3 months', now() + interval '1 month')
      + make_interval(secs => clock_offset_seconds) AS documents,
    ended_at + interval '10 years' + make_interval(secs => clock_offset_seconds) AS evidence
  FROM orders WHERE ended_at IS NOT NULL
) AS ended;
INSERT INTO evidence_files (tenant_id, order_id, archive, state, created_at, lease_until)
SELECT tenant_id, id, false, 'pending', now(), now() + interval '1 hour'
FROM orders WHERE ended_at IS NOT NULL;
ALTER TABLE orders FORCE ROW LEVEL SECURITY;
`;
