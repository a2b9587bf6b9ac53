/** The functions that look across tenants, as they are from now on, and the columns that their owner may read. */
export const lookups = `
GRANT SELECT (tenant_id, order_id, id, link_hash, state, next_reminder_at) ON signers TO paraph_lookup;
GRANT SELECT (expiry_due_at) ON orders TO paraph_lookup;
GRANT SELECT (order_id, created_at) ON otp_codes TO paraph_lookup;
GRANT SELECT (created_at, attempts, last_error) ON signings TO paraph_lookup;
GRANT SELECT (tenant_id, order_id, state, created_at, attempts, lease_until, last_error) ON seals TO paraph_lookup;
GRANT SELECT (tenant_id, id, order_id, state, created_at, attempts, lease_until, last_error) ON messages TO paraph_lookup;
GRANT SELECT (tenant_id, batch_id, line, state, attempts, lease_until, last_error) ON bulk_lines TO paraph_lookup;
GRANT SELECT (tenant_id, subject, window_start, expires_at) ON send_counters TO paraph_lookup;
CREATE POLICY lookup ON seals FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON messages FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON bulk_lines FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON send_counters FOR SELECT TO paraph_lookup USING (true);

-- Whoever was taken off an order, or named somebody in their place, finds nothing behind their link any more.
DROP FUNCTION find_signing_link(bytea);
CREATE FUNCTION find_signing_link(hash bytea)
  RETURNS TABLE (tenant_id uuid, order_id uuid, signer_id uuid, withdrawn text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS 'SELECT s.tenant_id, s.order_id, s.id, CASE WHEN s.state IN (''removed'', ''delegated'') THEN s.state END
      FROM public.signers s WHERE s.link_hash = hash';

DROP FUNCTION due_work(timestamptz, integer);
CREATE FUNCTION due_work(at timestamptz, at_most integer)
  RETURNS TABLE (kind text, tenant_id uuid, subject text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS '(SELECT ''signing'', tenant_id, id::text FROM public.signings
         WHERE state = ''pending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''seal'', tenant_id, order_id::text FROM public.seals
         WHERE state = ''pending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''code'', tenant_id, id::text FROM public.otp_codes
         WHERE state = ''sending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''expiry'', o.tenant_id, o.id::text FROM public.orders o
         WHERE o.state IN (''draft'', ''ready'', ''in_progress'') AND o.expiry_due_at <= at
           AND NOT EXISTS (SELECT FROM public.signings s
             WHERE s.tenant_id = o.tenant_id AND s.order_id = o.id AND s.state = ''pending'')
           AND NOT EXISTS (SELECT FROM public.seals s
             WHERE s.tenant_id = o.tenant_id AND s.order_id = o.id AND s.state = ''pending'')
         ORDER BY o.expiry_due_at LIMIT at_most)
      UNION ALL
      (SELECT ''reminder'', tenant_id, id::text FROM public.signers
         WHERE next_reminder_at IS NOT NULL AND next_reminder_at <= at ORDER BY next_reminder_at LIMIT at_most)
      UNION ALL
      (SELECT ''bulk_line'', tenant_id, batch_id::text || ''/'' || line FROM public.bulk_lines
         WHERE state = ''pending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''object'', tenant_id, object_key FROM public.object_claims
         WHERE expires_at <= at ORDER BY expires_at LIMIT at_most)
      UNION ALL
      (SELECT ''idempotency_key'', tenant_id, idempotency_key FROM public.idempotency_keys
         WHERE created_at <= at - interval ''24 hours'' ORDER BY created_at LIMIT at_most)
      UNION ALL
      (SELECT ''send_counter'', tenant_id, encode(subject, ''hex'') FROM public.send_counters
         WHERE expires_at <= at ORDER BY expires_at LIMIT at_most)';

-- Orders with messages to be sent: worked at beside everything else, because providers can be slow.
CREATE FUNCTION due_messages(at timestamptz, at_most integer)
  RETURNS TABLE (tenant_id uuid, order_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS 'SELECT DISTINCT m.tenant_id, m.order_id
      FROM (SELECT tenant_id, order_id FROM public.messages
            WHERE state = ''pending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most) AS m';

-- What has been tried in vain: for the operator, across tenants, without a name, an address or a content.
CREATE FUNCTION stuck_work(tries integer, at_most integer)
  RETURNS TABLE (kind text, tenant_id uuid, order_id uuid, subject text, since timestamptz, attempts integer,
    next_try timestamptz, last_error text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS '(SELECT ''signing'', tenant_id, order_id, id::text, created_at, attempts, lease_until, last_error
         FROM public.signings WHERE state = ''pending'' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''seal'', tenant_id, order_id, order_id::text, created_at, attempts, lease_until, last_error
         FROM public.seals WHERE state = ''pending'' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''message'', tenant_id, order_id, id::text, created_at, attempts, lease_until, last_error
         FROM public.messages WHERE state = ''pending'' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''bulk_line'', tenant_id, NULL::uuid, batch_id::text || ''/'' || line, NULL::timestamptz, attempts,
         lease_until, last_error
         FROM public.bulk_lines WHERE state = ''pending'' AND attempts >= tries ORDER BY lease_until LIMIT at_most)';
`;

/** Their signatures. */
export const newFunctionSignatures = [
  "find_signing_link(bytea)",
  "due_work(timestamptz, integer)",
  "due_messages(timestamptz, integer)",
  "stuck_work(integer, integer)",
];
