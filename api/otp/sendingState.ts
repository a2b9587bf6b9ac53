import type { Transaction } from "../database/transaction.js";
import type { PageSettings } from "../hostedPage/pageSettings.js";
import type { Branding } from "../messages/branding/branding.js";
import type { Texts } from "../messages/branding/texts.js";
import { readPlacements } from "../orders/orderRows.js";
import { fieldsDigest } from "../placements/fieldsDigest.js";
import type { ProfileSender } from "../profiles/profile.js";
import { type CodeRow, readCodesSince } from "./codeRows.js";
import { codeWindowSeconds } from "./policy.js";
import type { OtpSettings } from "./settings.js";

/** What a profile says of codes; empty where an order has none. */
export interface ProfileOfCodes {
  readonly tenantName: string;
  readonly otp: OtpSettings | null;
  readonly sender: ProfileSender | null;
  readonly texts: Texts | null;
  readonly branding: Branding | null;
  /** What it says of the signers' page. */
  readonly page: PageSettings | null;
}

/** What sending a code depends on, beside the order and its signer. */
export interface SendingState {
  readonly profile: ProfileOfCodes;
  /** Those of the last 24 hours, newest first. */
  readonly codes: readonly CodeRow[];
  /** Digest of what the signer has filled in. */
  readonly fields: Uint8Array;
}

/** The codes that a signer was sent, and what they have filled in. */
export async function readCodesAndFields(
  transaction: Transaction,
  signerId: string,
  now: Date,
): Promise<Pick<SendingState, "codes" | "fields">> {
  const since = new Date(now.getTime() - codeWindowSeconds * 1000);
  const [codes, placements] = await Promise.all([
    readCodesSince(transaction, signerId, since),
    readPlacements(transaction, signerId),
  ]);
  return { codes, fields: fieldsDigest(placements) };
}

/** All of it, in one round trip. */
export async function readSendingState(
  transaction: Transaction,
  orderId: string,
  signerId: string,
  now: Date,
): Promise<SendingState> {
  const [profile, rest] = await Promise.all([
    transaction.one<ProfileOfCodes>(
      `SELECT t.name AS "tenantName", p.otp, p.sender, p.texts, p.branding, p.page
       FROM tenants t
       LEFT JOIN orders o ON o.tenant_id = t.tenant_id AND o.id = :orderId
       LEFT JOIN profiles p ON p.tenant_id = o.tenant_id AND p.id = o.profile_id
       WHERE t.tenant_id = :tenant`,
      { orderId },
    ),
    readCodesAndFields(transaction, signerId, now),
  ]);
  if (!profile) throw new Error("The transaction's tenant does not exist.");
  return { profile, ...rest };
}
