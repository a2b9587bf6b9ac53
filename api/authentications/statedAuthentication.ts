import type { Caller } from "../apiKeys/caller.js";
import { actorOf, appendEvents, endOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import { type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import type { Platform } from "../platform.js";
import { lockActingSigner } from "../signers/actingSigner.js";

/** How a caller says that it has authenticated a signer itself. */
export interface StatedAuthentication {
  readonly method: "login" | "card_payment" | "identity_document" | "video" | "other";
  /** The caller's own reference of it. */
  readonly reference: string | null;
  readonly at: Date;
  /** What was done, in the caller's words. */
  readonly statement: string;
}

/** Statements that one signer's part of the trail takes. */
const mostStatements = 20;
/** How far another's clock may be ahead of ours. */
const skewMs = 300_000;

/**
 * Records that the caller states to have authenticated a signer. It is in the trail as what it is: the caller's word,
 * of which we know nothing ourselves.
 * @throws Failure `field_invalid`, `not_found`, and those of a signer who may not act
 */
export async function stateAuthentication<View>(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  caller: Caller,
  orderId: string,
  signerId: string,
  stated: StatedAuthentication,
  idempotency: IdempotencyKey | null,
  present: (recordedAt: Date) => View,
): Promise<Outcome<View>> {
  const now = platform.clock.now();
  if (stated.at.getTime() > now.getTime() + skewMs) {
    throw new Failure("field_invalid", "at must not lie in the future.", { param: "at" });
  }
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      const [{ order, signer }, count] = await Promise.all([
        lockActingSigner(transaction, orderId, signerId, now, caller.mode),
        countStatements(transaction, orderId, signerId),
      ]);
      if (count >= mostStatements) {
        throw new Failure("field_invalid", `At most ${mostStatements} statements are taken for one signer.`, {
          extensions: { limit: mostStatements },
        });
      }
      const { method, at, reference, statement } = stated;
      await appendEvents(platform, transaction, endOf(order), [
        {
          type: "authentication.stated",
          actor: actorOf(caller),
          signer,
          data: { stated_by_caller: true, method, at: at.toISOString() },
          personal: { reference, statement },
        },
      ]);
      return present(now);
    }),
  );
}

async function countStatements(transaction: Transaction, orderId: string, signerId: string): Promise<number> {
  const row = await transaction.one<{ count: number }>(
    `SELECT count(*)::integer AS count FROM events
     WHERE tenant_id = :tenant AND order_id = :orderId AND signer_id = :signerId AND type = 'authentication.stated'`,
    { orderId, signerId },
  );
  return row?.count ?? 0;
}
