/** The functions that look across tenants, as they are from now on, and the columns that their owner may read. */
export const lookups = `
GRANT SELECT (tenant_id, lane, state, due_at) ON webhook_deliveries TO paraph_lookup;
GRANT SELECT (tenant_id, lane, held, open_until) ON webhook_lanes TO paraph_lookup;
GRANT SELECT (tenant_id, occurred_at) ON notifications TO paraph_lookup;
GRANT SELECT (tenant_id, id, deleted_at, forget_at) ON webhook_endpoints TO paraph_lookup;
GRANT SELECT (tenant_id, id, expires_at) ON webhook_secrets TO paraph_lookup;
GRANT SELECT (tenant_id, id, state, created_at, done_at, attempts, lease_until, last_error) ON webhook_replays
  TO paraph_lookup;
GRANT SELECT (tenant_id, id, state, created_at, attempts, lease_until, last_error) ON notices TO paraph_lookup;
CREATE POLICY lookup ON webhook_endpoints FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON webhook_secrets FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON webhook_deliveries FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON webhook_lanes FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON notifications FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON webhook_replays FOR SELECT TO paraph_lookup USING (true);
CREATE POLICY lookup ON notices FOR SELECT TO paraph_lookup USING (true);

-- Lanes with something due, from behind one of them on. The index is entered once a lane, however much waits there: a
-- hundred thousand deliveries to an endpoint that is out of order cost the others nothing.
CREATE FUNCTION due_lanes(after_tenant uuid, after_lane uuid, at timestamptz, at_most integer)
  RETURNS TABLE (tenant_id uuid, lane uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS 'WITH RECURSIVE waiting AS (
        (SELECT d.tenant_id, d.lane, d.due_at FROM public.webhook_deliveries d
         WHERE d.state = ''pending'' AND (d.tenant_id, d.lane) > (after_tenant, after_lane)
         ORDER BY d.tenant_id, d.lane, d.due_at LIMIT 1)
        UNION ALL
        SELECT n.tenant_id, n.lane, n.due_at FROM waiting w CROSS JOIN LATERAL (
          SELECT d.tenant_id, d.lane, d.due_at FROM public.webhook_deliveries d
          WHERE d.state = ''pending'' AND (d.tenant_id, d.lane) > (w.tenant_id, w.lane)
          ORDER BY d.tenant_id, d.lane, d.due_at LIMIT 1) AS n
      )
      SELECT w.tenant_id, w.lane FROM waiting w
      LEFT JOIN public.webhook_lanes l ON l.tenant_id = w.tenant_id AND l.lane = w.lane
      WHERE w.due_at <= at AND l.held IS NOT TRUE AND (l.open_until IS NULL OR l.open_until <= at)
      LIMIT at_most';

-- The same of some tenants: what a tenant owes costs nobody else's deliveries a look, however much is owed.
CREATE FUNCTION due_lanes_of(tenants uuid[], at timestamptz)
  RETURNS TABLE (tenant_id uuid, lane uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS 'WITH RECURSIVE waiting AS (
        SELECT t.tenant_id, f.lane, f.due_at FROM unnest(tenants) AS t (tenant_id) CROSS JOIN LATERAL (
          SELECT d.lane, d.due_at FROM public.webhook_deliveries d
          WHERE d.tenant_id = t.tenant_id AND d.state = ''pending'' ORDER BY d.lane, d.due_at LIMIT 1) AS f
        UNION ALL
        SELECT w.tenant_id, n.lane, n.due_at FROM waiting w CROSS JOIN LATERAL (
          SELECT d.lane, d.due_at FROM public.webhook_deliveries d
          WHERE d.tenant_id = w.tenant_id AND d.lane > w.lane AND d.state = ''pending''
          ORDER BY d.lane, d.due_at LIMIT 1) AS n
      )
      SELECT w.tenant_id, w.lane FROM waiting w
      LEFT JOIN public.webhook_lanes l ON l.tenant_id = w.tenant_id AND l.lane = w.lane
      WHERE w.due_at <= at AND l.held IS NOT TRUE AND (l.open_until IS NULL OR l.open_until <= at)';

-- Letters to tenants themselves that are to be sent.
CREATE FUNCTION due_notices(at timestamptz, at_most integer)
  RETURNS TABLE (tenant_id uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS 'SELECT n.tenant_id, n.id FROM public.notices n
      WHERE n.state = ''pending'' AND n.lease_until <= at ORDER BY n.lease_until LIMIT at_most';

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
         WHERE state = ''pending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''replay'', tenant_id, id::text FROM public.webhook_replays
         WHERE state = ''pending'' AND lease_until <= at ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''old_notice'', tenant_id, id::text FROM public.notices
         WHERE created_at <= at - interval ''30 days'' ORDER BY created_at LIMIT at_most)
      UNION ALL
      (SELECT ''old_replay'', tenant_id, id::text FROM public.webhook_replays
         WHERE state <> ''pending'' AND done_at <= at - interval ''30 days'' ORDER BY done_at LIMIT at_most)
      UNION ALL
      (SELECT ''old_webhook_secret'', tenant_id, id::text FROM public.webhook_secrets
         WHERE expires_at IS NOT NULL AND expires_at <= at ORDER BY expires_at LIMIT at_most)
      UNION ALL
      -- A minute later nobody who had not heard of the deletion owes it anything new.
      (SELECT ''deleted_endpoint'', tenant_id, id::text FROM public.webhook_endpoints
         WHERE deleted_at IS NOT NULL AND coalesce(forget_at, deleted_at) <= at - interval ''1 minute''
         ORDER BY coalesce(forget_at, deleted_at) LIMIT at_most)
      UNION ALL
      (SELECT DISTINCT ''old_notifications'', n.tenant_id, n.tenant_id::text FROM (
         SELECT tenant_id FROM public.notifications
         WHERE occurred_at <= at - interval ''30 days'' ORDER BY occurred_at LIMIT at_most) AS n)';

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
         WHERE hold_due_at IS NOT NULL AND hold_attempts >= tries ORDER BY hold_due_at LIMIT at_most)
      UNION ALL
      (SELECT ''replay'', tenant_id, NULL::uuid, id::text, created_at, attempts, lease_until, last_error
         FROM public.webhook_replays WHERE state = ''pending'' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''notice'', tenant_id, NULL::uuid, id::text, created_at, attempts, lease_until, last_error
         FROM public.notices WHERE state = ''pending'' AND attempts >= tries ORDER BY lease_until LIMIT at_most)';
`;

/** Their signatures. */
export const newFunctionSignatures = [
  "due_lanes(uuid, uuid, timestamptz, integer)",
  "due_lanes_of(uuid[], timestamptz)",
  "due_notices(timestamptz, integer)",
  "due_work(timestamptz, integer)",
  "stuck_work(integer, integer)",
];
