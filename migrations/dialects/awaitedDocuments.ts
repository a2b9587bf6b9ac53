import type { MigrationPart } from "./part.js";

/** Documents that are still to be fetched. */
export const awaitedDocuments: MigrationPart = {
  changedTables: `
ALTER TABLE orders
  -- Documents of it are still to be fetched: until then it is a draft, and neither sent nor added to.
  ADD COLUMN awaits_documents boolean NOT NULL DEFAULT false CHECK (NOT awaits_documents OR state = 'draft');
GRANT UPDATE (awaits_documents) ON orders TO paraph_app;
`,
  newTables: `
-- One row for each order that awaits documents, as long as it does.
CREATE TABLE awaited_orders (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  -- Sealed: what is to be placed in the documents once they are there.
  plan bytea NOT NULL,
  -- Whether the order is sent then, or stays a draft.
  is_sent boolean NOT NULL,
  -- Whose order it is, and so who adds the documents.
  api_key_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz NOT NULL,
  last_error text CHECK (length(last_error) <= 500),
  PRIMARY KEY (tenant_id, order_id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders,
  FOREIGN KEY (tenant_id, api_key_id) REFERENCES api_keys
);
CREATE INDEX awaited_orders_due ON awaited_orders (tenant_id, lease_until);

-- The documents that are to be fetched, until they stand among the order's; where it ends before, for its tenant to read.
CREATE TABLE awaited_documents (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  -- As in the request.
  position integer NOT NULL CHECK (position >= 0),
  -- Of the document that it becomes.
  document_id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('sign', 'info')),
  -- The only part of its URL that is shown.
  host text NOT NULL CHECK (length(host) <= 300),
  -- Sealed: its URL, which may hold a secret, and what else was said of it; null as soon as nobody will fetch it.
  source bytea,
  state text NOT NULL CHECK (state IN ('awaited', 'fetched', 'failed', 'abandoned')),
  tries integer NOT NULL DEFAULT 0,
  error text CHECK (length(error) <= 500),
  -- Where it lies, as soon as it has been fetched.
  object_key text,
  sha256 bytea CHECK (length(sha256) = 32),
  PRIMARY KEY (tenant_id, order_id, position),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders,
  CHECK ((state = 'fetched') = (object_key IS NOT NULL AND sha256 IS NOT NULL))
);
`,
  tenantTables: ["awaited_orders", "awaited_documents"],
  grants: `
GRANT SELECT, INSERT, DELETE ON awaited_orders, awaited_documents TO paraph_app;
GRANT UPDATE (attempts, lease_until, last_error) ON awaited_orders TO paraph_app;
GRANT UPDATE (source, state, tries, error, object_key, sha256) ON awaited_documents TO paraph_app;
`,
  lookups: `
GRANT SELECT (tenant_id, order_id, created_at, attempts, lease_until, last_error) ON awaited_orders TO paraph_lookup;
CREATE POLICY lookup ON awaited_orders FOR SELECT TO paraph_lookup USING (true);

-- Orders whose documents are to be fetched now, some of each tenant, from behind a tenant on. The index is entered once a
-- tenant, however many of one tenant's wait.
CREATE FUNCTION due_awaited_orders(after_tenant uuid, at timestamptz, of_each integer, at_most integer)
  RETURNS TABLE (tenant_id uuid, order_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS 'WITH RECURSIVE waiting AS (
        (SELECT a.tenant_id FROM public.awaited_orders a
         WHERE a.tenant_id > after_tenant ORDER BY a.tenant_id LIMIT 1)
        UNION ALL
        SELECT n.tenant_id FROM waiting w CROSS JOIN LATERAL (
          SELECT a.tenant_id FROM public.awaited_orders a
          WHERE a.tenant_id > w.tenant_id ORDER BY a.tenant_id LIMIT 1) AS n
      )
      SELECT w.tenant_id, d.order_id FROM waiting w CROSS JOIN LATERAL (
        SELECT a.order_id FROM public.awaited_orders a
        WHERE a.tenant_id = w.tenant_id AND a.lease_until <= at ORDER BY a.lease_until LIMIT of_each) AS d
      LIMIT at_most';

-- As before, and with documents that could not be fetched.
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
         FROM public.notices WHERE state = ''pending'' AND attempts >= tries ORDER BY lease_until LIMIT at_most)
      UNION ALL
      (SELECT ''awaited_documents'', tenant_id, order_id, order_id::text, created_at, attempts, lease_until, last_error
         FROM public.awaited_orders WHERE attempts >= tries ORDER BY lease_until LIMIT at_most)';
`,
  functionSignatures: [
    "due_awaited_orders(uuid, timestamptz, integer, integer)",
    "stuck_work(integer, integer)",
  ],
};
