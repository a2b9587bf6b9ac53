import type { MigrationPart } from "./part.js";

/** How an order's page looks and ends, and how its signers may write their names. */
export const pages: MigrationPart = {
  changedTables: `
ALTER TABLE orders
  -- Colours, logo, what is hidden, who may frame it, where it leads: as api/hostedPage says. Null: as the profile says.
  ADD COLUMN page jsonb,
  ADD COLUMN signature_modes text[] NOT NULL DEFAULT '{typed,drawn}'
    CHECK (cardinality(signature_modes) BETWEEN 1 AND 2 AND signature_modes <@ ARRAY['typed', 'drawn']),
  -- IANA: what times are shown in, on pages and in visible signatures; null: each as it was before.
  ADD COLUMN time_zone text CHECK (length(time_zone) BETWEEN 1 AND 64);
ALTER TABLE profiles
  -- The same for its orders, which have members of their own before these.
  ADD COLUMN page jsonb NOT NULL DEFAULT '{}';
`,
  newTables: "",
  tenantTables: [],
  grants: `
GRANT UPDATE (page) ON profiles TO paraph_app;
`,
  lookups: "",
  functionSignatures: [],
};
