import type { Caller } from "../../../apiKeys/caller.js";
import type { Platform } from "../../../platform.js";
import { euSesDate } from "../date.js";
import { euSesOrderId } from "../orderId.js";
import { type EuSesState, euSesError, stateOf } from "../state.js";
import type { SignatureFilter } from "./signatureFilter.js";
import { listSignatureRows, type SignatureRow } from "./signatureRows.js";

/** An order in a list. */
export interface EuSesListElement {
  readonly id: string;
  readonly errorNumber: number | null;
  readonly errorMessage: string | null;
  readonly updatedAt: string;
  readonly createdAt: string;
  readonly certificateType: "EU-SES";
  readonly state: EuSesState;
  readonly signatureType: "pades";
  readonly documentTitle: string;
}

/** The orders of the caller's tenant and mode, the newest first, whatever words they were made in. */
export async function listSignatures(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  filter: SignatureFilter,
): Promise<EuSesListElement[]> {
  if (filter.ofAnotherKind) return [];
  const rows = await platform.database.withTenant(tenantId, (transaction) =>
    listSignatureRows(transaction, mode, filter),
  );
  return rows.map(presentRow);
}

function presentRow(row: SignatureRow): EuSesListElement {
  const error = euSesError(row);
  return {
    id: euSesOrderId(row.id),
    errorNumber: error?.errorNumber ?? null,
    errorMessage: error?.errorMessage ?? null,
    updatedAt: euSesDate(row.updatedAt),
    createdAt: euSesDate(row.createdAt),
    certificateType: "EU-SES",
    state: stateOf(row.state, row.begun),
    signatureType: "pades",
    documentTitle: row.title,
  };
}
