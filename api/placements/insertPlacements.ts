import type { Transaction } from "../database/transaction.js";
import type { NewDocument } from "../documents/newDocument.js";
import { newUuid } from "../ids/id.js";
import type { Platform } from "../platform.js";
import type { ResolvedPlacement } from "./resolvedPlacement.js";

/**
 * Writes the placements of signers, in one statement.
 * @param bySigner placements of each signer, by the signer's UUID
 * @param imageKeys of the objects that hold the images of own appearances
 */
export async function insertPlacements(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  orderId: string,
  bySigner: ReadonlyMap<string, readonly ResolvedPlacement[]>,
  documents: readonly Pick<NewDocument, "id">[],
  imageKeys: ReadonlyMap<ResolvedPlacement, string>,
): Promise<void> {
  const rows = [...bySigner].flatMap(([signerId, placements]) =>
    placements.map((placement, position) => ({
      id: newUuid(platform.clock, platform.random),
      signer_id: signerId,
      document_id: documents[placement.document]!.id,
      position,
      kind: placement.kind,
      name: placement.name,
      label: placement.label,
      field_name: placement.fieldName,
      required: placement.required,
      read_only: placement.readOnly,
      value: placement.value,
      options: placement.options,
      appearance: placement.appearance && { lines: placement.appearance.lines },
      appearance_key: imageKeys.get(placement) ?? null,
      page: placement.page,
      ...placement.box,
    })),
  );
  if (rows.length === 0) return;
  await transaction.query(
    `INSERT INTO placements (tenant_id, order_id, id, signer_id, document_id, position, kind, name, label, field_name,
       required, read_only, value, options, appearance, appearance_key, page, x, y, width, height)
     SELECT :tenant, :orderId, id, signer_id, document_id, position, kind, name, label, field_name,
       required, read_only, value, options, nullif(appearance, 'null'), appearance_key, page, x, y, width, height
     FROM jsonb_to_recordset(:rows::jsonb) AS p (id uuid, signer_id uuid, document_id uuid, position integer, kind text,
       name text, label text, field_name text, required boolean, read_only boolean, value text, options jsonb,
       appearance jsonb, appearance_key text,
       page integer, x double precision, y double precision, width double precision, height double precision)`,
    { orderId, rows: JSON.stringify(rows) },
  );
}
