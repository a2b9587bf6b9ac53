import type { Transaction } from "../database/transaction.js";
import { Failure, notFound } from "../failure/failure.js";
import type { Signer } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { isPresent } from "../signers/signingOrder.js";
import { placementLimits } from "./limits.js";
import type { NewPlacement } from "./newPlacement.js";
import type { PlaceableDocument } from "./placesInDocument.js";
import { requireDrawable } from "./requireDrawable.js";
import { requireGiven } from "./requireGiven.js";
import type { ResolvedPlacement } from "./resolvedPlacement.js";
import { resolveOrderPlacements } from "./resolvePlacements.js";

/** What a signer of an order gets in documents that are added to it. */
export interface AddedPlacements {
  /** UUID. */
  readonly signerId: string;
  /** Their `document` is an index into the documents that are added. */
  readonly placements: readonly NewPlacement[];
}

/**
 * Finds the places in documents that are added to an order, before anything is stored.
 * @param signers all of the order
 * @param param path of the list, for refusals
 * @returns placements by the signer's UUID
 * @throws Failure `not_found` for a signer that the order has not, `placement_invalid`, `field_invalid`
 */
export function resolveAdded(
  platform: Pick<Platform, "typefaces" | "clock">,
  signers: readonly Signer[],
  added: readonly AddedPlacements[],
  documents: readonly PlaceableDocument[],
  param: string,
): Map<string, ResolvedPlacement[]> {
  if (added.length === 0) return new Map();
  const present = signers.filter(({ state }) => isPresent(state));
  if (added.some(({ signerId }) => !present.some(({ id }) => id === signerId))) throw notFound("signer");
  const placed = present.map(({ id, role }) => ({
    role,
    placements: added.filter(({ signerId }) => signerId === id).flatMap(({ placements }) => placements),
  }));
  for (const { placements } of placed) requireGiven(placements, param);
  const resolved = resolveOrderPlacements(placed, documents, () => param);
  requireDrawable(platform, present, resolved, documents);
  return new Map(present.map(({ id }, index) => [id, resolved[index]!]));
}

/**
 * Refuses more placements than an order and its signers take, and those of somebody who has left the order meanwhile.
 * Under the lock on the order.
 * @param signers all of the order, as they are now
 * @throws Failure `placement_invalid`, `not_found`
 */
export async function requireRoomForAdded(
  transaction: Transaction,
  orderId: string,
  signers: readonly Signer[],
  bySigner: ReadonlyMap<string, readonly ResolvedPlacement[]>,
  param: string,
): Promise<void> {
  const added = [...bySigner].filter(([, { length }]) => length > 0);
  if (added.length === 0) return;
  const counts = await transaction.query<{ signerId: string; count: number }>(
    `SELECT signer_id AS "signerId", count(*)::integer AS count FROM placements
     WHERE tenant_id = :tenant AND order_id = :orderId GROUP BY signer_id`,
    { orderId },
  );
  const { perSigner, perOrder } = placementLimits;
  const refuse = (limit: number, whose: string) =>
    new Failure("placement_invalid", `${param}: ${whose} at most ${limit} placements.`, {
      param,
      extensions: { limit },
    });
  const before = counts.reduce((sum, { count }) => sum + count, 0);
  const more = added.reduce((sum, [, { length }]) => sum + length, 0);
  if (before + more > perOrder) throw refuse(perOrder, "an order takes");
  for (const [id, { length }] of added) {
    if (!signers.some((signer) => signer.id === id && isPresent(signer.state))) throw notFound("signer");
    const own = counts.find(({ signerId }) => signerId === id)?.count ?? 0;
    if (own + length > perSigner) throw refuse(perSigner, "a signer has");
  }
}
