/** What the service may do with each table. What was told, and what came of it, is never changed. */
export const grants = `
GRANT SELECT, INSERT ON webhook_endpoints, webhook_secrets, callbacks, notifications, webhook_deliveries, webhook_attempts,
  webhook_lanes, webhook_replays, notices TO paraph_app;
GRANT UPDATE (url, description, events, state, disabled_reason, disabled_at, headers, contact_email, contact_language,
  updated_at, deleted_at, forget_at) ON webhook_endpoints TO paraph_app;
GRANT UPDATE (expires_at) ON webhook_secrets TO paraph_app;
GRANT UPDATE (url, form, encoding, field, retries, headers, custom, events, lane) ON callbacks TO paraph_app;
GRANT UPDATE (lane, state, attempts, tries, due_at, concluded_at, last_status, last_error) ON webhook_deliveries TO paraph_app;
GRANT UPDATE (held, failing_since, failures, warned_at, open_until, openings) ON webhook_lanes TO paraph_app;
GRANT UPDATE (state, after, replayed, done_at, attempts, lease_until, last_error) ON webhook_replays TO paraph_app;
GRANT UPDATE (state, sent_at, attempts, lease_until, last_error) ON notices TO paraph_app;
-- What is older than it is kept for goes.
GRANT DELETE ON webhook_endpoints, webhook_secrets, callbacks, notifications, webhook_lanes, webhook_replays, notices
  TO paraph_app;
`;
