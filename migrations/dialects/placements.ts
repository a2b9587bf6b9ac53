import type { MigrationPart } from "./part.js";

/** Signatures that look as the caller says, that nobody sees, or whose digest is another. */
export const placements: MigrationPart = {
  changedTables: `
ALTER TABLE placements
  DROP CONSTRAINT placements_width_check,
  DROP CONSTRAINT placements_height_check,
  -- A signature without a size is not seen.
  ADD CHECK (width > 0 AND height > 0 OR kind = 'signature' AND width = 0 AND height = 0),
  -- Lines of text and what the image is, as api/placements/ownAppearance says. Null: as signatures look.
  ADD COLUMN appearance jsonb,
  -- Of the object that holds the image.
  ADD COLUMN appearance_key text,
  ADD CHECK (appearance_key IS NULL OR appearance IS NOT NULL),
  ADD CHECK (appearance IS NULL OR kind = 'signature');

ALTER TABLE documents
  -- Of its signatures, by its name in FIPS 180-4.
  ADD COLUMN digest_algorithm text NOT NULL DEFAULT 'SHA-256' CHECK (digest_algorithm IN ('SHA-256', 'SHA-512'));
`,
  newTables: "",
  tenantTables: [],
  grants: `
GRANT UPDATE (appearance, appearance_key) ON placements TO paraph_app;
`,
  lookups: "",
  functionSignatures: [],
};
