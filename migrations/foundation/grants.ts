/** What the service may do with each table. Events, revisions and certificates are never changed or deleted. */
export const grants = `
GRANT USAGE ON SCHEMA public TO paraph_app, paraph_lookup;
GRANT SELECT, INSERT ON tenants, api_keys, orders, documents, signers, placements, document_revisions, otp_codes,
  signings, certificates, events, idempotency_keys, object_claims TO paraph_app;
GRANT UPDATE (revoked_at) ON api_keys TO paraph_app;
GRANT UPDATE (state, ended_at, end_reason, expires_at, chain_length, chain_head) ON orders TO paraph_app;
GRANT UPDATE (revision) ON documents TO paraph_app;
GRANT UPDATE (state, opened_at, signed_at, refused_at) ON signers TO paraph_app;
GRANT UPDATE (state, tries, verified_at, lease_until) ON otp_codes TO paraph_app;
GRANT UPDATE (state, completed_at, attempts, lease_until, last_error) ON signings TO paraph_app;
GRANT UPDATE (response) ON idempotency_keys TO paraph_app;
GRANT UPDATE (expires_at) ON object_claims TO paraph_app;
GRANT DELETE ON idempotency_keys, object_claims TO paraph_app;
`;
