import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import type { NewOrder } from "../orders/newOrder.js";
import { checkSignerCodes } from "../otp/checkSigner.js";
import { checkPolicy, resolvePolicy } from "../otp/policy.js";
import { profileName } from "./changeProfile.js";
import { findProfile } from "./profileRows.js";

/** What a new order gets from its profile. */
export interface AppliedProfile {
  /** UUID; null: it has none. */
  readonly profileId: string | null;
  readonly reminders: NewOrder["reminders"];
}

/** An order as far as its profile is concerned. */
type AskingOrder = Pick<NewOrder, "profile" | "otp" | "reminders"> & {
  readonly signers: readonly Parameters<typeof checkSignerCodes>[2][];
};

/**
 * Finds the profile of a new order: the one that it names, else the default one of its mode; and checks the order's
 * codes by the rules of both.
 * @throws Failure `field_invalid` for a profile that there is not, for rules whose codes could be guessed, and for a
 * signer who cannot be sent such codes
 */
export async function applyProfile(
  transaction: Transaction,
  mode: Mode,
  { profile: named, otp, reminders, signers }: AskingOrder,
): Promise<AppliedProfile> {
  const name = named === null ? { id: null, code: null } : profileName(named);
  const profile = await findProfile(transaction, mode, name);
  if (profile === null && named !== null) {
    throw new Failure("field_invalid", "profile names no application profile of this mode, by id or code.", {
      param: "profile",
    });
  }
  const policy = resolvePolicy(profile?.otp, otp);
  if (otp !== null) checkPolicy(policy, "otp");
  signers.forEach((signer, index) => {
    checkSignerCodes(policy, mode, signer, `signers[${index}]`);
  });
  return { profileId: profile?.id ?? null, reminders: reminders ?? profile?.reminders ?? null };
}
