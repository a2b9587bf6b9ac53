import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { isTestAddress } from "../delivery/testAddresses.js";
import { Failure } from "../failure/failure.js";
import type { NewSigner } from "../orders/newOrder.js";
import type { Order } from "../orders/order.js";
import { requireOneSms } from "./codeText.js";
import { channelsOf } from "./history.js";
import { effectivePolicy, type OtpPolicy } from "./policy.js";
import type { OtpSettings } from "./settings.js";

/**
 * Checks of a signer what has to do with codes.
 * @param policy that of the order
 * @param at path of the signer in the request; empty: the request is the signer
 * @throws Failure `field_invalid` for a test address in live mode, and for a text that is more than one text message
 */
export function checkSignerCodes(
  policy: OtpPolicy,
  mode: Mode,
  signer: Pick<NewSigner, "email" | "phone" | "codeContact" | "codeText" | "authentication">,
  at: string,
): void {
  const path = (field: string) => (at === "" ? field : `${at}.${field}`);
  if (mode === "live") {
    const addresses = { email: signer.email, phone: signer.phone, code_contact: signer.codeContact ?? null };
    for (const [field, address] of Object.entries(addresses)) {
      if (address !== null && isTestAddress(address)) {
        throw new Failure(
          "field_invalid",
          `${path(field)} is a test address, which live orders cannot have.`,
          {
            param: path(field),
          },
        );
      }
    }
  }
  if (signer.codeText !== null && channelsOf(signer.authentication).includes("sms")) {
    requireOneSms(signer.codeText, policy.length, path("code_text"));
  }
}

/** The policy of an order's codes, in one look at its profile where it has one. */
export async function policyOfOrder(
  transaction: Transaction,
  order: Pick<Order, "profileId" | "otp">,
): Promise<OtpPolicy> {
  const profile =
    order.profileId === null
      ? null
      : await transaction.one<{ otp: OtpSettings }>(
          "SELECT otp FROM profiles WHERE tenant_id = :tenant AND id = :id",
          { id: order.profileId },
        );
  return effectivePolicy(profile?.otp ?? null, order.otp as OtpSettings | null);
}
