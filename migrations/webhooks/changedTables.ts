/** What changes in tables of before. */
export const changedTables = `
-- A key that may do everything that there was may do what is new: nobody else could give it to another key, for no key
-- gives what it does not have.
ALTER TABLE api_keys NO FORCE ROW LEVEL SECURITY;
UPDATE api_keys SET scopes = scopes || ARRAY['webhooks:read', 'webhooks:write']
WHERE scopes @> ARRAY['orders:read', 'orders:write', 'keys:read', 'keys:write'];
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;
`;
