import type { Transaction } from "../database/transaction.js";
import type { Signer } from "../orders/order.js";
import { readPlacements } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { requireFits } from "./requireFits.js";
import { trialWriter } from "./trialWriter.js";

/**
 * Refuses a signer's new name that does not fit where their name stands in a document: it would be found out when the
 * signature is being made.
 * @param placementsOf UUID of the signer whose placements they have
 * @throws Failure `field_invalid`
 */
export async function requireNameFits(
  platform: Pick<Platform, "typefaces" | "clock">,
  transaction: Transaction,
  signer: Pick<Signer, "givenName" | "surname" | "language">,
  placementsOf: string,
): Promise<void> {
  const writer = trialWriter(signer, platform.clock.now());
  for (const placement of await readPlacements(transaction, placementsOf)) {
    if (placement.kind !== "name" || placement.value !== null) continue;
    // A field of the document's own has room as a new one of its size would have.
    requireFits(platform, { ...placement, fieldName: null }, writer, null, "surname");
  }
}
