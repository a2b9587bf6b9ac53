import type { Caller } from "../../../apiKeys/caller.js";
import { fetchDocument } from "../../../documents/fetchDocument.js";
import { Failure } from "../../../failure/failure.js";
import type { Platform } from "../../../platform.js";
import type { GivenIds } from "../readIds.js";
import { type ResultItem, readStanding, resultItem } from "../resultItems.js";
import { isSigned } from "../states/signatureStatus.js";
import type { Standing } from "../states/standing.js";
import { findRequest } from "./findRequest.js";

/** A signature request. */
export interface RequestItem extends ResultItem {
  /** ISO 8601, in seconds and UTC. */
  readonly signingDate?: string;
}

/** As it is answered. */
export interface RequestAnswer extends RequestItem {
  /** The PDF, base64. */
  readonly signedContent?: string;
}

/** A signature request, and the signed document once there is one. */
export interface FoundAnswer {
  readonly item: RequestItem;
  readonly signed: Uint8Array | null;
}

/** getSignatureRequestStatus. Of a document that was removed it is told that it was signed, and that it is gone. */
export async function readRequest(
  platform: Pick<Platform, "database" | "objectStore">,
  { tenantId, mode }: Caller,
  ids: GivenIds,
): Promise<FoundAnswer> {
  const { standing, documentId } = await platform.database.withTenant(tenantId, async (transaction) => {
    const found = await findRequest(transaction, mode, ids);
    return { ...found, standing: await readStanding(transaction, found.orderId) };
  });
  const item = resultItem(standing, documentId);
  if (!isSigned(item.status)) return { item, signed: null };
  const signingDate = signingDateOf(standing);
  const dated = { ...item, ...(signingDate !== null && { signingDate }) };
  try {
    const { bytes } = await fetchDocument(platform, tenantId, standing.order.id, documentId, "signed", mode);
    return { item: dated, signed: bytes };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "document_removed") throw error;
    return { item: { ...dated, reason: error.message }, signed: null };
  }
}

/** When the last signature was made. */
function signingDateOf({ signers }: Standing): string | null {
  const dates = signers.flatMap(({ signedAt }) => signedAt?.getTime() ?? []);
  return dates.length === 0 ? null : new Date(Math.max(...dates)).toISOString().replace(/\.\d+Z$/, "Z");
}
