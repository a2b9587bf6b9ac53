import type { Platform } from "../platform.js";
import { causeOf } from "../work/causeOf.js";
import { retryAt } from "../work/retryAt.js";
import { isPassing } from "./decideErasure.js";
import { eraseSigner } from "./eraseSigner.js";
import { claimErasure, endErasure, postponeErasure } from "./erasureRows.js";
import { findSigners } from "./findSigners.js";
import { openSubject } from "./requestErasure.js";

/** Signers that one look finds. */
const atATime = 100;
/** When what is kept for a reason that passes is looked at again. */
const nextLookMs = 86_400_000;
/** By how much the clocks of two processes may differ, so that no order from before the request is missed. */
const skewMs = 60_000;

/**
 * The sweeper's part: erases a person wherever nothing speaks against it, one order after the other, each in a
 * transaction of its own. An order that they were named in after the request is not meant by it. It may run twice: whom it has erased it finds no more, and decides again on the others.
 * @returns false where another process has it
 */
export async function workErasure(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  tenantId: string,
  erasureId: string,
): Promise<boolean> {
  const { database, clock } = platform;
  const claimed = await database.withTenant(tenantId, (transaction) =>
    claimErasure(transaction, erasureId, clock.now()),
  );
  if (claimed === null) return false;
  try {
    const subject = openSubject(platform, erasureId, claimed.address);
    const madeBy = new Date(claimed.requestedAt.getTime() + skewMs);
    let isAwaited = false;
    for (let after: string | null = null, more = true; more; ) {
      const page = await database.withTenant(tenantId, (transaction) =>
        findSigners(transaction, claimed.mode, subject, after, atATime, madeBy),
      );
      for (const signer of page.signers) {
        const decision = await database.withTenant(tenantId, (transaction) =>
          eraseSigner(platform, transaction, erasureId, signer),
        );
        isAwaited ||= isPassing(decision);
      }
      after = page.next;
      more = after !== null;
    }
    const now = clock.now();
    await database.withTenant(tenantId, (transaction) =>
      isAwaited
        ? postponeErasure(transaction, erasureId, new Date(now.getTime() + nextLookMs), null)
        : endErasure(transaction, erasureId, now),
    );
    return true;
  } catch (error) {
    const until = retryAt(clock.now(), claimed.attempts);
    await database.withTenant(tenantId, (transaction) =>
      postponeErasure(transaction, erasureId, until, causeOf(error)),
    );
    throw error;
  }
}
