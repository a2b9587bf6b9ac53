import type { Caller } from "../../../apiKeys/caller.js";
import type { Signer } from "../../../orders/order.js";
import type { Platform } from "../../../platform.js";
import { CertSignFailure } from "../certSignFailure.js";
import type { CertSignOrder } from "../certSignRows.js";
import type { GivenIds } from "../readIds.js";
import { readStanding } from "../resultItems.js";
import { holderOf, type Standing } from "../states/standing.js";
import { findOrder } from "./findOrder.js";

/** The two roads of this dialect: with codes, and without. */
export type Road = "triggered" | "direct";

/** An order of this dialect, with its one signer. */
export interface OwnOrder extends Standing {
  readonly own: CertSignOrder;
  readonly holder: Signer;
}

/**
 * Finds an order that is to be signed by this dialect's calls. What was made elsewhere is seen here and not signed: its
 * signers agree to it, and prove themselves, as its sender has asked.
 * @param road that the call belongs to
 * @throws CertSignFailure `WRONG_PATH`, and those of `findOrder`
 */
export async function findOwnOrder(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  ids: GivenIds,
  road: Road,
): Promise<OwnOrder> {
  return platform.database.withTenant(tenantId, async (transaction) =>
    requireOwn(await readStanding(transaction, await findOrder(transaction, mode, ids)), road),
  );
}

/** @param road null: either @throws CertSignFailure `WRONG_PATH` */
export function requireOwn(standing: Standing, road: Road | null): OwnOrder {
  const { own, signers } = standing;
  const holder = holderOf(signers);
  if (own === null || holder === null) {
    throw wrongPath(
      "This order was made with another interface of the service, with which it is signed as well.",
    );
  }
  if (road === "triggered" && !own.otp) {
    throw wrongPath(
      "This order was made without enableOtp: its calls are those below /ephemeral/signatures.",
    );
  }
  if (road === "direct" && own.otp) {
    throw wrongPath(
      "This order was made with enableOtp: its calls are those below /ephemeral/trigger/signatures.",
    );
  }
  return { ...standing, own, holder };
}

function wrongPath(message: string): CertSignFailure {
  return new CertSignFailure("WRONG_PATH", message, null, "order_state_conflict");
}
