/** The functions that look across tenants, and the few columns that their owner may read. */
export const lookups = `
GRANT SELECT (tenant_id, id, mode, secret_hash, scopes, expires_at, revoked_at) ON api_keys TO paraph_lookup;
GRANT SELECT (tenant_id, order_id, id, link_hash) ON signers TO paraph_lookup;
GRANT SELECT (tenant_id, id, state, expires_at) ON orders TO paraph_lookup;
GRANT SELECT (tenant_id, id, state, lease_until) ON otp_codes TO paraph_lookup;
GRANT SELECT (tenant_id, order_id, id, state, lease_until) ON signings TO paraph_lookup;
GRANT SELECT (tenant_id, object_key, expires_at) ON object_claims TO paraph_lookup;
GRANT SELECT (tenant_id, idempotency_key, created_at) ON idempotency_keys TO paraph_lookup;
CREATE POLICY lookup ON api_keys FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON signers FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON orders FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON otp_codes FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON signings FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON object_claims FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON idempotency_keys FOR SELECT TO paraph_lookup USING (true);

CREATE FUNCTION find_api_key(hash bytea)
  RETURNS TABLE (tenant_id uuid, id uuid, mode text, scopes text[], expires_at timestamptz, revoked_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS 'SELECT k.tenant_id, k.id, k.mode, k.scopes, k.expires_at, k.revoked_at
      FROM public.api_keys k WHERE k.secret_hash = hash';

CREATE FUNCTION find_signing_link(hash bytea)
  RETURNS TABLE (tenant_id uuid, order_id uuid, signer_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS 'SELECT s.tenant_id, s.order_id, s.id FROM public.signers s WHERE s.link_hash = hash';

CREATE FUNCTION due_work(at timestamptz, at_most integer)
  RETURNS TABLE (kind text, tenant_id uuid, subject text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS '(SELECT ''signing'', tenant_id, id::text FROM public.signings
         WHERE state = ''pending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''code'', tenant_id, id::text FROM public.otp_codes
         WHERE state = ''sending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''expiry'', o.tenant_id, o.id::text FROM public.orders o
         WHERE o.state IN (''draft'', ''ready'', ''in_progress'') AND o.expires_at <= at
           AND NOT EXISTS (SELECT FROM public.signings s
             WHERE s.tenant_id = o.tenant_id AND s.order_id = o.id AND s.state = ''pending'')
         ORDER BY o.expires_at LIMIT at_most)
      UNION ALL
      (SELECT ''object'', tenant_id, object_key FROM public.object_claims
         WHERE expires_at <= at ORDER BY expires_at LIMIT at_most)
      UNION ALL
      (SELECT ''idempotency_key'', tenant_id, idempotency_key FROM public.idempotency_keys
         WHERE created_at <= at - interval ''24 hours'' ORDER BY created_at LIMIT at_most)';
`;

/** Their signatures. */
export const functionSignatures = [
  "find_api_key(bytea)",
  "find_signing_link(bytea)",
  "due_work(timestamptz, integer)",
];
