import type { Mode } from "../apiKeys/caller.js";
import { deliveryReference } from "../delivery/reference.js";
import { type TestOutcome, testDelivery } from "../delivery/testAddresses.js";
import { newUuid } from "../ids/id.js";
import { letterLogo } from "../messages/branding/letterLogo.js";
import type { Channel } from "../orders/order.js";
import type { Platform } from "../platform.js";
import type { ActingSigner } from "../signers/actingSigner.js";
import { consentText } from "../signing/consent.js";
import { drawCode, fixedCode } from "./alphabet.js";
import { type CodeBinding, hashCode, maskAddress } from "./code.js";
import { codeAddress } from "./codeAddress.js";
import type { NewCode } from "./codeRows.js";
import { withPlaceOfCode } from "./codeText.js";
import type { CodeMessage } from "./message.js";
import { type OtpPolicy, sessionSeconds } from "./policy.js";
import type { SendingState } from "./sendingState.js";

/** Seconds that handing a code to its provider may take before it counts as cut off. */
const sendLeaseSeconds = 60;

/** Where a code went, and what can be told of it. */
export interface CodeSent {
  readonly channel: Channel;
  /** Masked. */
  readonly sentTo: string;
  readonly expiresAt: Date;
  readonly resendAfterSeconds: number;
  readonly length: number;
  readonly alphabet: OtpPolicy["alphabet"];
}

/** A code that stands in the database as "sending", and exists in clear only here. */
export interface PendingCode {
  readonly orderId: string;
  readonly signerId: string;
  readonly sent: CodeSent;
  readonly message: CodeMessage;
  /** Null: a provider carries it. */
  readonly test: TestOutcome | null;
}

/** What a code of a signer is bound to. */
export function bindingOf(
  { order, signer, documents }: Omit<ActingSigner, "signers">,
  fields: Uint8Array,
  codeId: string,
): CodeBinding {
  return {
    codeId,
    orderId: order.id,
    signerId: signer.id,
    documents,
    consentText: consentText(order.consentText, signer.language, signer.role),
    consentClauses: order.consentClauses,
    fields,
  };
}

/** Draws a code for a signer of a locked order: its row, and the code itself on its way. */
export function newCode(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  tenantId: string,
  acting: ActingSigner,
  policy: OtpPolicy,
  { profile, fields }: SendingState,
  channel: Channel,
  now: Date,
): { pending: PendingCode; row: NewCode } {
  const { order, signer } = acting;
  const id = newUuid(platform.clock, platform.random);
  const to = codeAddress(signer, channel)!;
  const test = testDelivery(order.mode, to);
  const { alphabet, length, lifeSeconds, reusable, maxTries, pauseSeconds } = policy;
  const code = test === null ? drawCode(platform.random, alphabet, length) : fixedCode(alphabet, length);
  const expiresAt = new Date(now.getTime() + lifeSeconds * 1000);
  const row: NewCode = {
    id,
    orderId: order.id,
    signerId: signer.id,
    channel,
    codeHash: hashCode(platform, bindingOf(acting, fields, id), code),
    alphabet,
    reusable,
    maxTries,
    sessionSeconds,
    createdAt: now,
    expiresAt,
    leaseUntil: new Date(now.getTime() + sendLeaseSeconds * 1000),
  };
  const message: CodeMessage = {
    id,
    to,
    code,
    lifeSeconds,
    reusable,
    ownText: signer.codeText === null ? null : withPlaceOfCode(signer.codeText),
    occasion: occasionOf(acting, profile, order.mode),
    sender: profile.sender ?? {},
    smsSender: profile.sender?.sms_sender ?? null,
    branding: profile.branding ?? {},
    logo: letterLogo(profile.branding ?? {}, profile.page ?? {}, order.page),
    reference: deliveryReference(platform, "code", tenantId, id),
  };
  const sent = {
    channel,
    sentTo: maskAddress(to),
    expiresAt,
    resendAfterSeconds: pauseSeconds,
    length,
    alphabet,
  };
  return { pending: { orderId: order.id, signerId: signer.id, sent, message, test }, row };
}

function occasionOf(
  { order, signer }: ActingSigner,
  { tenantName, sender, texts }: SendingState["profile"],
  mode: Mode,
): CodeMessage["occasion"] {
  return {
    mode,
    language: signer.language,
    timeZone: order.timeZone ?? sender?.time_zone ?? "UTC",
    sender: order.senderName ?? sender?.name ?? tenantName,
    title: order.title,
    reader: `${signer.givenName} ${signer.surname}`,
    answers: sender?.reply_to !== undefined,
    texts: texts ?? {},
  };
}
