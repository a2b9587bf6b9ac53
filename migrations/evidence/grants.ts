/** What the service may do with each table. What a log holds, and what was deposited, is never changed. */
export const grants = `
GRANT SELECT, INSERT ON retention_settings, retentions, legal_holds, purges, evidence_files, evidence_revisions,
  trail_logs, trail_leaves, trail_nodes, checkpoints, erasures, erasure_results TO paraph_app;
GRANT UPDATE (documents, evidence, archive, updated_at) ON retention_settings TO paraph_app;
GRANT UPDATE (documents_until, evidence_until, documents_due_at, evidence_due_at, held, hold_due_at, hold_attempts, last_error,
  documents_removed_at, evidence_removed_at) ON retentions TO paraph_app;
GRANT UPDATE (released_at, released_by) ON legal_holds TO paraph_app;
GRANT UPDATE (object_keys, state, attempts, lease_until, last_error, done_at, receipt, signature)
  ON purges TO paraph_app;
GRANT UPDATE (state, archive, attempts, lease_until, last_error, stored_at, archive_asked_at, archived_at, revision,
  renew_at, renewal_attempts, made)
  ON evidence_files TO paraph_app;
GRANT UPDATE (size, hour) ON trail_logs TO paraph_app;
GRANT UPDATE (state, attempts, lease_until, last_error, signature, object_key, stored_at, locked_until)
  ON checkpoints TO paraph_app;
GRANT UPDATE (address, state, attempts, lease_until, last_error, done_at) ON erasures TO paraph_app;
GRANT UPDATE (outcome, reason, kept_until, decided_at) ON erasure_results TO paraph_app;
GRANT UPDATE (language, retain_documents, retain_evidence, archive, trail_changed) ON orders TO paraph_app;
GRANT UPDATE (object_key) ON document_revisions TO paraph_app;
GRANT UPDATE (image_key, typed_name) ON signings TO paraph_app;
GRANT UPDATE (personal_key, erased_at) ON signers TO paraph_app;
`;
