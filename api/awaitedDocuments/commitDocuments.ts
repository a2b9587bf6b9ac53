import type { Caller } from "../apiKeys/caller.js";
import { actorOf, appendEvents, endOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { keepObjects } from "../documents/claims.js";
import { documentAdded } from "../documents/documentAdded.js";
import { insertDocuments } from "../documents/documentRows.js";
import type { NewDocument } from "../documents/newDocument.js";
import { moveOrder } from "../orders/moveOrder.js";
import type { Order } from "../orders/order.js";
import { readSigners } from "../orders/orderRows.js";
import type { AppearanceObjects } from "../placements/appearanceObjects.js";
import { insertPlacements } from "../placements/insertPlacements.js";
import type { ResolvedPlacement } from "../placements/resolvedPlacement.js";
import type { Platform } from "../platform.js";
import { replaceTerms } from "../search/orderTerms.js";
import { advanceOrder } from "../signers/advanceOrder.js";
import type { AwaitedClaim } from "./claimAwaited.js";
import { lockAwaited } from "./concludeAwaited.js";
import { type PlacedDocument, planNow, requirePlanDrawable, withoutLooks } from "./placeDocuments.js";
import type { Plan } from "./sealedPlan.js";

/** An order's documents, all there, and what is placed in them. */
export interface ReadyDocuments {
  /** Those that were awaited. */
  readonly awaited: readonly (NewDocument & { readonly position: number })[];
  /** All of the order, in their places. */
  readonly all: readonly PlacedDocument[];
  readonly plan: Plan;
  /** One list for each signer of the request. */
  readonly placements: readonly (readonly ResolvedPlacement[])[];
  /** Of pictures in them. */
  readonly pictures: AppearanceObjects["keys"];
  /** Keys of the awaited documents' objects that no row owns yet. */
  readonly loose: readonly string[];
}

/**
 * Gives an order its documents, and sends it: rows, events, invitations, all in one transaction.
 * @returns keys of the objects that its rows own now; none where it awaits none any more, or another try does this
 * @throws PlacementRefusal
 */
export async function commitDocuments(
  platform: Pick<Platform, "database" | "typefaces" | "clock" | "random" | "secretBox">,
  tenantId: string,
  claim: AwaitedClaim,
  ready: ReadyDocuments,
): Promise<readonly string[]> {
  const { orderId, isSent } = claim;
  const { awaited, all, pictures, loose } = ready;
  return platform.database.withTenant(tenantId, async (transaction) => {
    const [order, signers] = await Promise.all([
      lockAwaited(platform, transaction, claim),
      readSigners(transaction, [orderId]),
    ]);
    if (order === null) return [];
    const now = platform.clock.now();
    // Whoever was renamed or replaced meanwhile is who signs.
    const plan = planNow(ready.plan, signers);
    const placements = plan.map(({ signer }, index) => {
      const own = signer ? ready.placements[index]! : [];
      return signer?.id === ready.plan[index]!.signerId ? own : withoutLooks(own);
    });
    requirePlanDrawable(platform, plan, placements, all);
    const bySigner = new Map(
      plan.flatMap(({ signer }, index) => (signer ? [[signer.id, placements[index]!] as const] : [])),
    );
    const shown = placements.flat().flatMap((placement) => pictures.get(placement) ?? []);
    const keys = [...loose, ...new Set(shown)];
    const actor: Pick<Caller, "apiKeyId"> = claim;
    const there = await endWaiting(transaction, order, isSent);
    const positions = awaited.map(({ position }) => position);
    await Promise.all([
      keepObjects(platform, transaction, keys),
      transaction.query("DELETE FROM awaited_orders WHERE tenant_id = :tenant AND order_id = :orderId", {
        orderId,
      }),
      transaction.query("DELETE FROM awaited_documents WHERE tenant_id = :tenant AND order_id = :orderId", {
        orderId,
      }),
      insertDocuments(transaction, orderId, awaited, positions, now),
      insertPlacements(platform, transaction, orderId, bySigner, all, pictures),
      replaceTerms(transaction, orderId, order.mode, { ...order, signers, documents: all }),
      appendEvents(platform, transaction, endOf(order), [
        ...awaited.map((document) => documentAdded(actor, document)),
        ...(isSent ? [{ type: "order.sent" as const, actor: actorOf(actor) }] : []),
      ]),
      advanceOrder(platform, transaction, there, signers, now),
    ]);
    return keys;
  });
}

/** @returns the order as it is now */
async function endWaiting(transaction: Transaction, order: Order, isSent: boolean): Promise<Order> {
  if (isSent) return { ...order, state: await moveOrder(transaction, order, "send"), awaitsDocuments: false };
  await transaction.query(
    "UPDATE orders SET awaits_documents = false WHERE tenant_id = :tenant AND id = :id AND awaits_documents",
    { id: order.id },
  );
  return { ...order, awaitsDocuments: false };
}
