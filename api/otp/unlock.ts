import type { Caller } from "../apiKeys/caller.js";
import { actorOf, appendEvents, endOf } from "../audit/append.js";
import { type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import type { Platform } from "../platform.js";
import { lockActingSigner } from "../signers/actingSigner.js";
import { policyOfOrder } from "./checkSigner.js";
import { channelsOf, newestCode, waitFor } from "./history.js";
import { readCodesAndFields } from "./sendingState.js";

/** What unlocking a signer did. */
export interface UnlockedView {
  object: "unlock";
  /** False: there was no lock. */
  unlocked: boolean;
}

/**
 * Frees a signer who has used up the codes of a day, or whose code was tried too often: codes count anew from now on,
 * and the next need not wait for tomorrow. Each unlocking gives whoever guesses another day's tries, so that one who
 * is not locked cannot be unlocked in advance.
 * @throws Failure `not_found`, and those of a signer who may not act
 */
export async function unlockSigner(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  caller: Caller,
  orderId: string,
  signerId: string,
  idempotency: IdempotencyKey | null,
): Promise<Outcome<UnlockedView>> {
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      const now = platform.clock.now();
      const [{ order, signer }, { codes }] = await Promise.all([
        lockActingSigner(transaction, orderId, signerId, now, caller.mode),
        readCodesAndFields(transaction, signerId, now),
      ]);
      const policy = await policyOfOrder(transaction, order);
      const locked = channelsOf(signer.authentication).some((channel) => {
        const newest = newestCode(codes, channel);
        const since = signer.codesSince;
        const dead = newest?.state === "locked" && (since === null || newest.createdAt > since);
        return dead || waitFor(policy, codes, channel, since, now).because === "all_used";
      });
      if (!locked) return { object: "unlock", unlocked: false };
      await Promise.all([
        transaction.query(
          "UPDATE signers SET codes_since = :now WHERE tenant_id = :tenant AND id = :signerId",
          { signerId, now },
        ),
        appendEvents(platform, transaction, endOf(order), [
          { type: "code.unlocked", actor: actorOf(caller), signer },
        ]),
      ]);
      return { object: "unlock", unlocked: true };
    }),
  );
}
