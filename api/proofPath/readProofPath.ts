import type { ExportedEvent } from "../../engine/hashchain/auditExport.js";
import type { Mode } from "../apiKeys/caller.js";
import { readEventsOf } from "../audit/signerEvents.js";
import { notFound } from "../failure/failure.js";
import { readOrder, readSigners } from "../orders/orderRows.js";
import { presentWaitingFor, type WaitingForView } from "../orders/orderViews.js";
import type { Platform } from "../platform.js";

/** What a signer did, and where their order waits. */
export interface ProofPath {
  readonly events: readonly ExportedEvent[];
  readonly waitingFor: WaitingForView;
}

/**
 * Reads the events of one signer, in order, and where the order waits now.
 * @param page.after sequence number of the last event already read
 * @throws Failure `not_found`
 */
export async function readProofPath(
  platform: Pick<Platform, "database" | "secretBox">,
  tenantId: string,
  orderId: string,
  signerId: string,
  page: { readonly after: number; readonly limit: number },
  mode: Mode,
): Promise<ProofPath> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const [order, signers] = await Promise.all([
      readOrder(transaction, orderId, mode),
      readSigners(transaction, [orderId]),
    ]);
    const signer = signers.find(({ id }) => id === signerId);
    if (!signer) throw notFound("signer");
    const events = await readEventsOf(platform, transaction, orderId, signer, page);
    return { events, waitingFor: presentWaitingFor(order, signers) };
  });
}
