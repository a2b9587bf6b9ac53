import { appendEvents, endOf } from "../audit/append.js";
import { releaseObjects } from "../documents/claims.js";
import { lockOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { endOfProof } from "./containerFacts.js";
import { insertEvidenceRevision, readEvidenceFile } from "./evidenceRows.js";
import { readEvidenceTerms } from "./evidenceState.js";
import { renewalTime } from "./renewalTime.js";
import type { StoredContainer } from "./storeRevision.js";

/**
 * Makes a stored container the newest revision of an order's evidence, with its event. A second process that made the
 * same revision finds it committed, and changes nothing.
 * @param documents whether they are in it, as far as they are there; where they are wanted by now, it is made once more
 * @returns whether it was committed here
 */
export async function commitEvidence(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  tenantId: string,
  { container, ...stored }: StoredContainer,
  documents: boolean,
  type: "evidence.stored" | "evidence.renewed",
): Promise<boolean> {
  const { orderId, revision, objectKey, bytes, sha256, lockedUntil } = stored;
  const end = endOfProof(container);
  return platform.database.withTenant(tenantId, async (transaction) => {
    const now = platform.clock.now();
    // Run in this order: what is read behind the lock is as it stays.
    const [order, file, terms] = await Promise.all([
      lockOrder(transaction, orderId),
      readEvidenceFile(transaction, orderId),
      readEvidenceTerms(transaction, orderId),
    ]);
    if (file === null || file.revision !== revision - 1) return false;
    if (terms === null || terms.evidenceRemovedAt !== null) {
      // Its time came meanwhile: what was just stored goes with the rest.
      await releaseObjects(transaction, [objectKey], now);
      return false;
    }
    const renewAt = renewalTime(end, now);
    const state = file.archive && !documents ? "pending" : "stored";
    await insertEvidenceRevision(transaction, { ...stored, createdAt: now }, state, renewAt);
    await appendEvents(platform, transaction.last, endOf(order), [
      {
        type,
        actor: { kind: "system" },
        data: {
          revision,
          bytes,
          sha256: Buffer.from(sha256).toString("hex"),
          documents,
          locked_until: lockedUntil?.toISOString() ?? null,
        },
      },
    ]);
    return true;
  });
}
