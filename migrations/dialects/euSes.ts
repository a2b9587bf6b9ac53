import type { MigrationPart } from "./part.js";

/** What orders in the EU-SES dialect have that others have not. */
export const euSes: MigrationPart = {
  changedTables: "",
  newTables: `
-- What an order was asked with and is told again, as api/dialects/euSes/asked.ts says.
CREATE TABLE eu_ses_orders (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  asked jsonb NOT NULL,
  PRIMARY KEY (tenant_id, order_id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders
);
`,
  tenantTables: ["eu_ses_orders"],
  grants: `
GRANT SELECT, INSERT ON eu_ses_orders TO paraph_app;
`,
  lookups: "",
  functionSignatures: [],
};
