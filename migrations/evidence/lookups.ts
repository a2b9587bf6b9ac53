/** The functions that look across tenants, as they are from now on, and the columns that their owner may read. */
export const lookups = `
GRANT SELECT (mode, trail_changed) ON orders TO paraph_lookup;
GRANT SELECT (tenant_id, order_id, documents_due_at, evidence_due_at, held, hold_due_at, hold_attempts, last_error, documents_removed_at,
  evidence_removed_at) ON retentions TO paraph_lookup;
GRANT SELECT (tenant_id, order_id, state, created_at, attempts, lease_until, last_error, stored_at, renew_at,
  renewal_attempts) ON evidence_files TO paraph_lookup;
GRANT SELECT (tenant_id, mode, size, state, created_at, attempts, lease_until, last_error) ON checkpoints TO paraph_lookup;
GRANT SELECT (tenant_id, mode, id, hour) ON trail_logs TO paraph_lookup;
GRANT SELECT (tenant_id, order_id, id, state, requested_at, attempts, lease_until, last_error) ON purges TO paraph_lookup;
GRANT SELECT (tenant_id, id, state, requested_at, attempts, lease_until, last_error) ON erasures TO paraph_lookup;
CREATE POLICY lookup ON retentions FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON evidence_files FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON checkpoints FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON trail_logs FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON purges FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON erasures FOR SELECT TO paraph_lookup USING (true);

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
         WHERE expires_at <= at ORDER BY expires_at LIMIT at_most)
      UNION ALL
      (SELECT ''evidence'', tenant_id, order_id::text FROM public.evidence_files
         WHERE state = ''pending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''evidence_renewal'', tenant_id, order_id::text FROM public.evidence_files
         WHERE state = ''stored'' AND renew_at IS NOT NULL AND renew_at <= at ORDER BY renew_at LIMIT at_most)
      UNION ALL
      (SELECT ''checkpoint_storage'', tenant_id, mode || ''/'' || size FROM public.checkpoints
         WHERE state = ''pending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''documents_retention'', r.tenant_id, r.order_id::text FROM public.retentions r
         WHERE r.documents_removed_at IS NULL AND NOT r.held AND r.documents_due_at <= at
           AND NOT EXISTS (SELECT FROM public.evidence_files e
             WHERE e.tenant_id = r.tenant_id AND e.order_id = r.order_id AND e.state = ''pending'')
         ORDER BY r.documents_due_at LIMIT at_most)
      UNION ALL
      (SELECT ''evidence_retention'', tenant_id, order_id::text FROM public.retentions
         WHERE evidence_removed_at IS NULL AND NOT held AND evidence_due_at <= at
         ORDER BY evidence_due_at LIMIT at_most)
      UNION ALL
      (SELECT ''object_hold'', tenant_id, order_id::text FROM public.retentions
         WHERE hold_due_at IS NOT NULL AND hold_due_at <= at ORDER BY hold_due_at LIMIT at_most)
      UNION ALL
      (SELECT ''purge'', tenant_id, id::text FROM public.purges
         WHERE state = ''pending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''erasure'', tenant_id, id::text FROM public.erasures
         WHERE state = ''pending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most)';

-- Logs whose newest checkpoint is from an earlier hour, and that have something new. A look at each tenant with changed
-- trails, and not at each trail: the index is entered once a tenant and mode.
CREATE FUNCTION due_checkpoints(hour timestamptz, at_most integer)
  RETURNS TABLE (tenant_id uuid, mode text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS 'WITH RECURSIVE changed AS (
        (SELECT o.tenant_id, o.mode FROM public.orders o WHERE o.trail_changed ORDER BY o.tenant_id, o.mode LIMIT 1)
        UNION ALL
        SELECT n.tenant_id, n.mode FROM changed c CROSS JOIN LATERAL (
          SELECT o.tenant_id, o.mode FROM public.orders o
          WHERE o.trail_changed AND (o.tenant_id, o.mode) > (c.tenant_id, c.mode)
          ORDER BY o.tenant_id, o.mode LIMIT 1) AS n
      )
      SELECT c.tenant_id, c.mode FROM changed c
      LEFT JOIN public.trail_logs l ON l.tenant_id = c.tenant_id AND l.mode = c.mode
      WHERE l.hour IS NULL OR l.hour < due_checkpoints.hour
      LIMIT at_most';

-- Whose a log is that is asked for by its public name.
CREATE FUNCTION find_trail_log(log uuid)
  RETURNS TABLE (tenant_id uuid, mode text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS 'SELECT l.tenant_id, l.mode FROM public.trail_logs l WHERE l.id = log';

-- What has been tried in vain: for the operator, across tenants, without a name, an address or a content.
DROP FUNCTION stuck_work(integer, integer);
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
         FROM public.bulk_lines WHERE state = ''pending'' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''evidence'', tenant_id, order_id, order_id::text, created_at, attempts, lease_until, last_error
         FROM public.evidence_files WHERE state = ''pending'' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''evidence_renewal'', tenant_id, order_id, order_id::text, stored_at, renewal_attempts, renew_at, last_error
         FROM public.evidence_files
         WHERE state = ''stored'' AND renew_at IS NOT NULL AND renewal_attempts > 0 AND renewal_attempts >= tries ORDER BY renew_at LIMIT at_most)
      UNION ALL
      (SELECT ''checkpoint_storage'', tenant_id, NULL::uuid, mode || ''/'' || size, created_at, attempts, lease_until,
         last_error
         FROM public.checkpoints WHERE state = ''pending'' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''purge'', tenant_id, order_id, id::text, requested_at, attempts, lease_until, last_error
         FROM public.purges WHERE state = ''pending'' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''erasure'', tenant_id, NULL::uuid, id::text, requested_at, attempts, lease_until, last_error
         FROM public.erasures WHERE state = ''pending'' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''object_hold'', tenant_id, order_id, order_id::text, NULL::timestamptz, hold_attempts, hold_due_at, last_error
         FROM public.retentions
         WHERE hold_due_at IS NOT NULL AND hold_attempts >= tries ORDER BY hold_due_at LIMIT at_most)';
`;

/** Their signatures. */
export const newFunctionSignatures = [
  "due_work(timestamptz, integer)",
  "due_checkpoints(timestamptz, integer)",
  "find_trail_log(uuid)",
  "stuck_work(integer, integer)",
];
