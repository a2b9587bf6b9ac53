import type { Caller } from "../apiKeys/caller.js";
import { notFound } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Channel, Signer } from "../orders/order.js";
import { readOrder, readSigners } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import type { DeliveryState } from "../ports/deliveryReports.js";
import { policyOfOrder } from "./checkSigner.js";
import { maskAddress } from "./code.js";
import { codeAddress } from "./codeAddress.js";
import { type CodeRow, type CodeState, readCodesSince } from "./codeRows.js";
import { channelsOf, newestCode, nextChannel, waitFor } from "./history.js";
import { codeWindowSeconds } from "./policy.js";

/** The last code that a signer was sent, as their page and their tenant see it. */
export interface LastCodeView {
  /** Its id in the audit trail. */
  id: string;
  channel: Channel;
  state: CodeState;
  sent_at: string;
  expires_at: string;
  remaining_attempts: number;
  /** What its provider says became of the message; null: nothing yet. */
  delivery: DeliveryState | null;
}

/** How a signer stands with their codes. */
export interface CodesView {
  object: "codes";
  /** The channel whose code is asked for; null: all were given, or none is asked for. */
  next: Channel | null;
  /** Where the next code goes, masked. */
  sent_to: string | null;
  /** Seconds until another code can be sent. */
  retry_after: number;
  /** Whether the signer has had all codes of a day: the next can be sent tomorrow, or when they are unlocked. */
  locked: boolean;
  last: LastCodeView | null;
}

/** The newest code of a signer on the channel that is asked for, or else of all. */
export function lastCode(signer: Signer, codes: readonly CodeRow[], now: Date): LastCodeView | null {
  const next = nextChannel(signer.authentication, codes, now);
  const code = (next && newestCode(codes, next)) ?? codes[0];
  if (!code) return null;
  return {
    id: publicId("otp", code.id),
    channel: code.channel,
    state: code.state,
    sent_at: code.createdAt.toISOString(),
    expires_at: code.expiresAt.toISOString(),
    remaining_attempts: code.maxTries - code.tries,
    delivery: code.delivery,
  };
}

/** How a signer stands with their codes, for their tenant. @throws Failure `not_found` */
export async function readCodeStatus(
  platform: Pick<Platform, "database" | "clock">,
  caller: Caller,
  orderId: string,
  signerId: string,
): Promise<CodesView> {
  const now = platform.clock.now();
  const since = new Date(now.getTime() - codeWindowSeconds * 1000);
  return platform.database.withTenant(caller.tenantId, async (transaction) => {
    const [order, signers, codes] = await Promise.all([
      readOrder(transaction, orderId, caller.mode),
      readSigners(transaction, [orderId]),
      readCodesSince(transaction, signerId, since),
    ]);
    const signer = signers.find(({ id }) => id === signerId);
    if (!signer) throw notFound("signer");
    const policy = await policyOfOrder(transaction, order);
    const next = nextChannel(signer.authentication, codes, now);
    const channel = next ?? channelsOf(signer.authentication)[0] ?? null;
    const wait = channel && waitFor(policy, codes, channel, signer.codesSince, now);
    const address = channel && codeAddress(signer, channel);
    return {
      object: "codes",
      next,
      sent_to: address && maskAddress(address),
      retry_after: wait?.seconds ?? 0,
      locked: wait?.because === "all_used",
      last: lastCode(signer, codes, now),
    };
  });
}
