/** The function that deletes what a chain holds, as it is from now on. */
export const purge = {
  grants: `
GRANT UPDATE (page, proof_folder) ON orders TO paraph_purge;
GRANT SELECT (tenant_id, order_id), DELETE ON certsign_orders, certsign_requests, eu_ses_orders, awaited_documents
  TO paraph_purge;
`,
  definition: `
CREATE OR REPLACE FUNCTION purge_order(purged uuid, at timestamptz)
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
  DELETE FROM public.awaited_documents a WHERE a.tenant_id = tenant AND a.order_id = purged;
  DELETE FROM public.messages m WHERE m.tenant_id = tenant AND m.order_id = purged;
  DELETE FROM public.eu_ses_orders s WHERE s.tenant_id = tenant AND s.order_id = purged;
  DELETE FROM public.order_terms t WHERE t.tenant_id = tenant AND t.order_id = purged;
  DELETE FROM public.evidence_revisions r WHERE r.tenant_id = tenant AND r.order_id = purged;
  DELETE FROM public.certsign_requests r WHERE r.tenant_id = tenant AND r.order_id = purged;
  DELETE FROM public.certsign_orders c WHERE c.tenant_id = tenant AND c.order_id = purged;
  -- That it was purged is still told to webhook endpoints: nothing but ids and hashes is said in it. To the order''s own
  -- URL it is not, which goes as well.
  DELETE FROM public.notifications n
    WHERE n.tenant_id = tenant AND n.order_id = purged AND n.type <> ''evidence.purged'';
  DELETE FROM public.webhook_deliveries d WHERE d.tenant_id = tenant AND d.destination = purged;
  DELETE FROM public.callbacks c WHERE c.tenant_id = tenant AND c.order_id = purged;
  DELETE FROM public.events e WHERE e.tenant_id = tenant AND e.order_id = purged;
  UPDATE public.documents d SET name = ''erased'' WHERE d.tenant_id = tenant AND d.order_id = purged;
  UPDATE public.legal_holds h SET reason = ''erased'' WHERE h.tenant_id = tenant AND h.order_id = purged;
  UPDATE public.bulk_lines b SET external_id = NULL WHERE b.tenant_id = tenant AND b.order_id = purged;
  UPDATE public.orders o SET title = ''erased'', external_id = NULL, consent_text = NULL, consent_clauses = ''{}'',
    metadata = ''{}'', labels = ''{}'', message = NULL, sender_name = NULL, sender_email = NULL, end_reason = NULL,
    page = NULL, proof_folder = NULL
    WHERE o.tenant_id = tenant AND o.id = purged;
END';
`,
  /** What its owner touches beside what it touched before. */
  tables: ["certsign_orders", "certsign_requests", "eu_ses_orders", "awaited_documents"] as readonly string[],
};
