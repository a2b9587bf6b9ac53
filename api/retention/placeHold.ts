import type { Caller } from "../apiKeys/caller.js";
import { actorOf, appendEvents, endOf } from "../audit/append.js";
import { evidenceRemoved } from "../audit/exportAudit.js";
import { Failure, notFound } from "../failure/failure.js";
import { type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import { newUuid, publicId } from "../ids/id.js";
import { lockOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { holdObjects } from "./holdObjects.js";
import { readDue } from "./keptRows.js";
import type { LegalHold } from "./legalHold.js";
import { endHold, insertHold, mostHolds, readHolds, setHeld } from "./legalHoldRows.js";

type Needs = Pick<
  Platform,
  "database" | "objectStore" | "objectLock" | "clock" | "random" | "secretBox" | "log"
>;

/**
 * Places a legal hold on an order, ended or not: nothing of it is purged or erased as long as one stands. What was
 * removed before is not brought back.
 * @throws Failure `not_found`, `field_invalid` beyond the number of holds, `evidence_removed` where nothing is left
 */
export async function placeHold<View>(
  platform: Needs,
  caller: Caller,
  orderId: string,
  reason: string,
  idempotency: IdempotencyKey | null,
  present: (hold: LegalHold) => View,
): Promise<Outcome<View>> {
  if (reason.trim() === "") throw new Failure("field_invalid", "reason says nothing.", { param: "reason" });
  const outcome = await platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      const order = await lockOrder(transaction, orderId, caller.mode);
      const [holds, due] = await Promise.all([
        readHolds(transaction, orderId),
        readDue(transaction, orderId),
      ]);
      if (due?.evidenceRemovedAt) throw evidenceRemoved();
      if (holds.length >= mostHolds) {
        throw new Failure(
          "field_invalid",
          `An order takes ${mostHolds} legal holds, released ones counted.`,
          {
            extensions: { limit: mostHolds },
          },
        );
      }
      const now = platform.clock.now();
      const hold: LegalHold = {
        id: newUuid(platform.clock, platform.random),
        orderId,
        reason,
        placedAt: now,
        placedBy: caller.apiKeyId,
        releasedAt: null,
        releasedBy: null,
      };
      await Promise.all([
        insertHold(transaction, hold),
        setHeld(transaction, orderId, true, platform.objectLock && now),
        appendEvents(platform, transaction.last, endOf(order), [
          { type: "hold.placed", actor: actorOf(caller), data: { hold: publicId("hld", hold.id) } },
        ]),
      ]);
      return present(hold);
    }),
  );
  await tellStore(platform, caller.tenantId, orderId);
  return outcome;
}

/**
 * Releases a legal hold. When none is left, what is due is purged by the next sweep. Releasing one again changes nothing.
 * @throws Failure `not_found`
 */
export async function releaseHold(
  platform: Needs,
  caller: Caller,
  orderId: string,
  holdId: string,
): Promise<LegalHold> {
  const released = await platform.database.withTenant(caller.tenantId, async (transaction) => {
    const order = await lockOrder(transaction, orderId, caller.mode);
    const holds = await readHolds(transaction, orderId);
    const hold = holds.find(({ id }) => id === holdId);
    if (!hold) throw notFound("legal hold");
    if (hold.releasedAt !== null) return hold;
    const now = platform.clock.now();
    const isLast = !holds.some(({ id, releasedAt }) => id !== holdId && releasedAt === null);
    await Promise.all([
      endHold(transaction, hold, now, caller.apiKeyId),
      ...(isLast ? [setHeld(transaction, orderId, false, platform.objectLock && now)] : []),
      appendEvents(platform, transaction.last, endOf(order), [
        { type: "hold.released", actor: actorOf(caller), data: { hold: publicId("hld", holdId) } },
      ]),
    ]);
    return { ...hold, releasedAt: now, releasedBy: caller.apiKeyId };
  });
  await tellStore(platform, caller.tenantId, orderId);
  return released;
}

/** What fails is tried again by the sweeper. */
async function tellStore(platform: Needs, tenantId: string, orderId: string): Promise<void> {
  if (platform.objectLock === null) return;
  await holdObjects(platform, tenantId, orderId).catch(() => undefined);
}
