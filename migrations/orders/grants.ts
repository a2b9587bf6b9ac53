/**
 * What the service may do with each table. Usage events, and what a signer was given, was shown and agreed to, are never
 * changed or deleted.
 */
export const grants = `
GRANT SELECT, INSERT ON profiles, templates, template_documents, bulk_batches, bulk_lines, seals, messages, usage_events,
  order_terms, page_views, consents, document_deliveries, send_counters TO paraph_app;
GRANT UPDATE (name, code, is_default, otp, reminders, sender, texts, branding, updated_at, archived_at)
  ON profiles TO paraph_app;
GRANT UPDATE (name, version, definition, updated_at, archived_at) ON templates TO paraph_app;
GRANT DELETE ON template_documents TO paraph_app;
GRANT UPDATE (created, failed, completed_at) ON bulk_batches TO paraph_app;
GRANT UPDATE (state, input, order_id, problem, attempts, lease_until, last_error) ON bulk_lines TO paraph_app;
GRANT UPDATE (state, completed_at, attempts, lease_until, last_error) ON seals TO paraph_app;
GRANT UPDATE (state, attempts, lease_until, last_error, sent_at, provider_message_id, delivery, delivery_at)
  ON messages TO paraph_app;
GRANT DELETE ON order_terms TO paraph_app;
GRANT UPDATE (sends) ON send_counters TO paraph_app;
GRANT DELETE ON send_counters TO paraph_app;
GRANT UPDATE (clock_offset_seconds, expiry_due_at, title, message, labels, metadata, external_id, reminder_days,
  reminder_count) ON orders TO paraph_app;
GRANT UPDATE (signatures) ON documents TO paraph_app;
GRANT UPDATE (given_name, surname, country, email, phone, language, authentication, signing_group, witness_of,
  external_id, code_text, link_hash, link_version, replaced_by, invited_at, next_reminder_at, reminders_sent,
  handed_out_at, consented_at, approved_at, removed_at, codes_since) ON signers TO paraph_app;
GRANT UPDATE (signer_id, value, filled_at) ON placements TO paraph_app;
GRANT DELETE ON placements TO paraph_app;
GRANT UPDATE (provider_message_id, delivery, delivery_at) ON otp_codes TO paraph_app;
`;
