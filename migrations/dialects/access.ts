import type { MigrationPart } from "./part.js";

/** Client certificates, and the addresses that a tenant's callers may come from. */
export const access: MigrationPart = {
  changedTables: `
-- Whether answers in the EU-SES dialect come without their envelope.
ALTER TABLE api_keys ADD COLUMN eu_ses_bare boolean NOT NULL DEFAULT false;
`,
  newTables: `
-- What a caller can come with instead of a key's secret, over TLS. It acts for the key, and ends with it.
CREATE TABLE client_certificates (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  api_key_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- SHA-256 of the certificate, DER.
  fingerprint bytea NOT NULL UNIQUE CHECK (length(fingerprint) = 32),
  certificate bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, api_key_id) REFERENCES api_keys
);
CREATE INDEX client_certificates_by_mode ON client_certificates (tenant_id, mode, id DESC);
CREATE INDEX client_certificates_by_key ON client_certificates (tenant_id, api_key_id, id DESC);
-- Those that are counted towards a key's limit.
CREATE INDEX client_certificates_live ON client_certificates (tenant_id, api_key_id, expires_at)
  WHERE revoked_at IS NULL;

-- Where callers of one mode may come from; no row: from anywhere.
CREATE TABLE allowed_addresses (
  tenant_id uuid NOT NULL REFERENCES tenants,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  ranges cidr[] NOT NULL CHECK (cardinality(ranges) BETWEEN 1 AND 200),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, mode)
);

-- Refusals at the door, one row for each way: the tenant is told of the first, and then once an hour.
CREATE TABLE access_refusals (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  mode text NOT NULL CHECK (mode IN ('test', 'live')),
  -- What was come with: the certificate, or the API key.
  credential uuid NOT NULL,
  api_key_id uuid NOT NULL,
  reason text NOT NULL CHECK (reason IN
    ('certificate_unknown', 'certificate_expired', 'certificate_not_yet_valid', 'certificate_revoked',
      'address_not_allowed')),
  refused bigint NOT NULL CHECK (refused > 0),
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  told_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, credential, reason),
  FOREIGN KEY (tenant_id, api_key_id) REFERENCES api_keys
);
CREATE INDEX access_refusals_by_mode ON access_refusals (tenant_id, mode, id DESC);
`,
  tenantTables: ["client_certificates", "allowed_addresses", "access_refusals"],
  grants: `
GRANT SELECT, INSERT ON client_certificates, allowed_addresses, access_refusals TO paraph_app;
GRANT UPDATE (revoked_at) ON client_certificates TO paraph_app;
GRANT UPDATE (ranges, updated_at), DELETE ON allowed_addresses TO paraph_app;
GRANT UPDATE (refused, last_at, told_at) ON access_refusals TO paraph_app;
`,
  lookups: `
GRANT SELECT (eu_ses_bare) ON api_keys TO paraph_lookup;
GRANT SELECT (tenant_id, id, api_key_id, fingerprint, created_at, expires_at, revoked_at) ON client_certificates
  TO paraph_lookup;
GRANT SELECT (tenant_id, mode, ranges) ON allowed_addresses TO paraph_lookup;
CREATE POLICY lookup ON client_certificates FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON allowed_addresses FOR SELECT TO paraph_lookup USING (true);

-- The address has a default for processes of before, which do not ask about it.
DROP FUNCTION find_api_key(bytea);
CREATE FUNCTION find_api_key(hash bytea, address inet DEFAULT NULL)
  RETURNS TABLE (tenant_id uuid, id uuid, mode text, scopes text[], eu_ses_bare boolean, expires_at timestamptz,
    revoked_at timestamptz, address_allowed boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS 'SELECT k.tenant_id, k.id, k.mode, k.scopes, k.eu_ses_bare, k.expires_at, k.revoked_at,
        NOT EXISTS (SELECT FROM public.allowed_addresses a
          WHERE a.tenant_id = k.tenant_id AND a.mode = k.mode AND (address <<= ANY (a.ranges::inet[])) IS NOT TRUE)
      FROM public.api_keys k WHERE k.secret_hash = hash';

-- A certificate acts for its key, whose scopes and mode these are. It is valid from a minute before it was made, for
-- machines whose clocks are behind.
CREATE FUNCTION find_client_certificate(digest bytea, address inet)
  RETURNS TABLE (tenant_id uuid, id uuid, mode text, scopes text[], eu_ses_bare boolean, expires_at timestamptz,
    revoked_at timestamptz, address_allowed boolean, certificate_id uuid, certificate_from timestamptz,
    certificate_until timestamptz, certificate_revoked_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS 'SELECT k.tenant_id, k.id, k.mode, k.scopes, k.eu_ses_bare, k.expires_at, k.revoked_at,
        NOT EXISTS (SELECT FROM public.allowed_addresses a
          WHERE a.tenant_id = k.tenant_id AND a.mode = k.mode AND (address <<= ANY (a.ranges::inet[])) IS NOT TRUE),
        c.id, c.created_at - interval ''1 minute'', c.expires_at, c.revoked_at
      FROM public.client_certificates c
      JOIN public.api_keys k ON k.tenant_id = c.tenant_id AND k.id = c.api_key_id
      WHERE c.fingerprint = digest';
`,
  functionSignatures: ["find_api_key(bytea, inet)", "find_client_certificate(bytea, inet)"],
};
