/**
 * The one way to delete what a chain holds: a function that looks for itself whether the term is over, owned by a role
 * that may delete these rows and nothing else. The service's own role may not.
 */
export const purge = `
GRANT USAGE ON SCHEMA public TO paraph_purge;
GRANT SELECT (tenant_id, order_id, held, evidence_due_at, documents_removed_at, evidence_removed_at)
  ON retentions TO paraph_purge;
GRANT SELECT (tenant_id, order_id, released_at), UPDATE (reason) ON legal_holds TO paraph_purge;
GRANT SELECT (tenant_id, order_id, subject, state) ON purges TO paraph_purge;
GRANT SELECT (tenant_id, id), UPDATE (title, external_id, consent_text, consent_clauses, metadata, labels, message,
  sender_name, sender_email, end_reason) ON orders TO paraph_purge;
GRANT SELECT (tenant_id, order_id), UPDATE (name) ON documents TO paraph_purge;
GRANT SELECT (tenant_id, order_id), UPDATE (external_id) ON bulk_lines TO paraph_purge;
GRANT SELECT (tenant_id, order_id, id) ON signers TO paraph_purge;
GRANT SELECT (tenant_id, signer_id), DELETE ON signings, otp_codes, page_views, consents, document_deliveries
  TO paraph_purge;
GRANT SELECT (tenant_id, order_id), DELETE ON certificates, placements, messages, order_terms, events,
  evidence_revisions TO paraph_purge;

-- Everything personal of an order whose term is over, but for its signers, whom the service itself makes unknown.
-- The tenant is the transaction's, as everywhere: of another one there is no such order.
CREATE FUNCTION purge_order(purged uuid, at timestamptz)
  RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS '
DECLARE
  tenant uuid := nullif(current_setting(''app.tenant_id'', true), '''')::uuid;
  people uuid[];
BEGIN
  -- Nobody places a hold meanwhile: that is done under this lock.
  PERFORM FROM public.orders o WHERE o.tenant_id = tenant AND o.id = purged FOR UPDATE;
  PERFORM FROM public.retentions r
    WHERE r.tenant_id = tenant AND r.order_id = purged AND NOT r.held AND r.evidence_due_at <= at
      AND r.documents_removed_at IS NOT NULL AND r.evidence_removed_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM public.legal_holds h
        WHERE h.tenant_id = tenant AND h.order_id = purged AND h.released_at IS NULL)
      AND EXISTS (SELECT FROM public.purges p
        WHERE p.tenant_id = tenant AND p.order_id = purged AND p.subject = ''evidence'' AND p.state = ''pending'');
  IF NOT FOUND THEN
    RAISE EXCEPTION ''The evidence of order % is to be kept.'', purged USING ERRCODE = ''object_not_in_prerequisite_state'';
  END IF;
  people := ARRAY(SELECT s.id FROM public.signers s WHERE s.tenant_id = tenant AND s.order_id = purged);
  DELETE FROM public.certificates c WHERE c.tenant_id = tenant AND c.order_id = purged;
  DELETE FROM public.signings s WHERE s.tenant_id = tenant AND s.signer_id = ANY (people);
  DELETE FROM public.otp_codes c WHERE c.tenant_id = tenant AND c.signer_id = ANY (people);
  DELETE FROM public.page_views v WHERE v.tenant_id = tenant AND v.signer_id = ANY (people);
  DELETE FROM public.consents c WHERE c.tenant_id = tenant AND c.signer_id = ANY (people);
  DELETE FROM public.document_deliveries d WHERE d.tenant_id = tenant AND d.signer_id = ANY (people);
  DELETE FROM public.placements p WHERE p.tenant_id = tenant AND p.order_id = purged;
  DELETE FROM public.messages m WHERE m.tenant_id = tenant AND m.order_id = purged;
  DELETE FROM public.order_terms t WHERE t.tenant_id = tenant AND t.order_id = purged;
  DELETE FROM public.evidence_revisions r WHERE r.tenant_id = tenant AND r.order_id = purged;
  DELETE FROM public.events e WHERE e.tenant_id = tenant AND e.order_id = purged;
  UPDATE public.documents d SET name = ''erased'' WHERE d.tenant_id = tenant AND d.order_id = purged;
  UPDATE public.legal_holds h SET reason = ''erased'' WHERE h.tenant_id = tenant AND h.order_id = purged;
  UPDATE public.bulk_lines b SET external_id = NULL WHERE b.tenant_id = tenant AND b.order_id = purged;
  UPDATE public.orders o SET title = ''erased'', external_id = NULL, consent_text = NULL, consent_clauses = ''{}'',
    metadata = ''{}'', labels = ''{}'', message = NULL, sender_name = NULL, sender_email = NULL, end_reason = NULL
    WHERE o.tenant_id = tenant AND o.id = purged;
END';
`;

/** What its owner touches. Its policies are the tenant's, like everybody's. */
export const purgedTables = [
  "bulk_lines",
  "certificates",
  "consents",
  "document_deliveries",
  "documents",
  "events",
  "evidence_revisions",
  "legal_holds",
  "messages",
  "order_terms",
  "orders",
  "otp_codes",
  "page_views",
  "placements",
  "purges",
  "retentions",
  "signers",
  "signings",
] as const;
