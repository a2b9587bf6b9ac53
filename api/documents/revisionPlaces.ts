import type { Transaction } from "../database/transaction.js";
import type { Platform } from "../platform.js";
import { claimObjects } from "./claims.js";

/** Where the next revisions of an order's documents are going to lie. */
export interface RevisionPlaces {
  /** Object keys by document. */
  readonly keys: ReadonlyMap<string, string>;
  /** Until then the keys are claimed: what is stored there and kept by nobody is deleted. */
  readonly claimedUntil: Date;
}

/**
 * Claims the places of new revisions, each new, in a transaction that is under way anyhow.
 * @param documents each with the revision that the next one follows
 */
export async function claimRevisionPlaces(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  orderId: string,
  documents: readonly { readonly documentId: string; readonly revision: number }[],
): Promise<RevisionPlaces> {
  const suffix = Buffer.from(platform.random.bytes(6)).toString("hex");
  // Beside the sources: a directory that is there already.
  const folder = `${transaction.tenantId}/orders/${orderId}`;
  const keys = new Map(
    documents.map(({ documentId, revision }) => [
      documentId,
      `${folder}/${documentId}-${revision + 1}-${suffix}.pdf`,
    ]),
  );
  return { keys, claimedUntil: await claimObjects(platform, transaction, [...keys.values()]) };
}
