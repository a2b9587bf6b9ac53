import type { MigrationPart } from "./part.js";

/** What orders in the CertSign dialect have that others have not. */
export const certSign: MigrationPart = {
  changedTables: `
ALTER TABLE orders
  -- Whether the signed documents are mailed to the signers in the end, although nobody else is written to.
  ADD COLUMN mail_documents boolean NOT NULL DEFAULT false,
  -- A ZIP file of the caller's own, kept with the evidence as long as that is: as api/proofFolder/proofFolder.ts says.
  ADD COLUMN proof_folder jsonb;
ALTER TABLE signers
  -- E-mail address or E.164 number that codes go to instead of the signer's own.
  ADD COLUMN code_contact text CHECK (length(code_contact) BETWEEN 1 AND 254),
  ADD COLUMN code_contact_lower text GENERATED ALWAYS AS (lower(code_contact)) STORED,
  DROP CONSTRAINT signers_email_check1,
  DROP CONSTRAINT signers_phone_check1,
  -- Whoever is to be sent codes has somewhere to be sent them.
  ADD CONSTRAINT signers_email_for_codes CHECK (email IS NOT NULL OR coalesce(code_contact LIKE '%@%', false)
    OR authentication NOT IN ('email', 'both') OR erased_at IS NOT NULL),
  ADD CONSTRAINT signers_phone_for_codes CHECK (phone IS NOT NULL OR coalesce(code_contact NOT LIKE '%@%', false)
    OR authentication NOT IN ('sms', 'both') OR erased_at IS NOT NULL);
CREATE INDEX signers_by_code_contact ON signers (tenant_id, code_contact_lower, id) WHERE code_contact_lower IS NOT NULL;
`,
  newTables: `
CREATE TABLE certsign_orders (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  -- Its id in the dialect: 63 bits of the UUID.
  number bigint NOT NULL CHECK (number > 0),
  -- externalOrderRequestId.
  external_id text CHECK (length(external_id) BETWEEN 1 AND 200),
  -- enableOtp.
  otp boolean NOT NULL,
  PRIMARY KEY (tenant_id, order_id),
  UNIQUE (tenant_id, number),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders
);
CREATE UNIQUE INDEX certsign_orders_by_external_id ON certsign_orders (tenant_id, mode, external_id)
  WHERE external_id IS NOT NULL;

-- A document, as the dialect asks for its signature.
CREATE TABLE certsign_requests (
  tenant_id uuid NOT NULL,
  document_id uuid NOT NULL,
  order_id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  number bigint NOT NULL CHECK (number > 0),
  -- externalSignatureRequestId.
  external_id text CHECK (length(external_id) BETWEEN 1 AND 200),
  -- enableArchive.
  archive boolean NOT NULL,
  PRIMARY KEY (tenant_id, document_id),
  UNIQUE (tenant_id, number),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents,
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders
);
CREATE UNIQUE INDEX certsign_requests_by_external_id ON certsign_requests (tenant_id, mode, external_id)
  WHERE external_id IS NOT NULL;
CREATE INDEX certsign_requests_by_order ON certsign_requests (tenant_id, order_id);
`,
  tenantTables: ["certsign_orders", "certsign_requests"],
  grants: `
GRANT SELECT, INSERT ON certsign_orders, certsign_requests TO paraph_app;
GRANT UPDATE (profile_id) ON orders TO paraph_app;
GRANT UPDATE (code_contact) ON signers TO paraph_app;
`,
  lookups: "",
  functionSignatures: [],
};
