import type { Caller } from "../apiKeys/caller.js";
import { type EvidenceRevisionRow, readEvidenceRevisions } from "../evidence/evidenceRows.js";
import { requireEvidence } from "../evidence/requireEvidence.js";
import { Failure, notFound } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import { readDeposit } from "./depositRows.js";

/**
 * What of a deposit is to be handed out: its newest revision.
 * @throws Failure `not_found`, `evidence_removed`, `evidence_pending` as long as it is being made
 */
export async function fetchDeposit(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Pick<Caller, "tenantId" | "mode">,
  orderId: string,
): Promise<EvidenceRevisionRow> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const deposit = await readDeposit(transaction, orderId, mode);
    if (deposit === null) throw notFound("deposit");
    requireEvidence(deposit);
    const newest = (await readEvidenceRevisions(transaction, [orderId])).at(-1);
    if (deposit.state === "stored" && newest) return newest;
    throw new Failure("evidence_pending", "The deposit is still being made; ask again when it is archived.");
  });
}
