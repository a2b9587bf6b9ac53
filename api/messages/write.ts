import { failureCauseOf } from "../orders/failureCause.js";
import { type Order, orderNow, type Signer } from "../orders/order.js";
import { isRunning } from "../orders/state.js";
import type { Platform } from "../platform.js";
import type { Email } from "../ports/mailer.js";
import type { Sms } from "../ports/smsSender.js";
import { signingUrl } from "../signers/signingLink.js";
import { letterLogo } from "./branding/letterLogo.js";
import { type Circumstances, fullName, senderName } from "./circumstances.js";
import { emailOf } from "./envelope.js";
import { completed } from "./kinds/completed.js";
import {
  cancelled,
  expired,
  expiredNotice,
  failed,
  failedNotice,
  refused,
  refusedNotice,
  removed,
} from "./kinds/ended.js";
import { invitation, linkChanged, type Request, reminder } from "./kinds/request.js";
import type { Letter } from "./letter.js";
import type { Message } from "./message.js";
import { isAwaited } from "./reminders.js";
import { completedSms, overSms, requestSms } from "./sms/orderSms.js";
import type { Occasion } from "./voice.js";
import type { ActingRole } from "./words/words.js";

type Needs = Pick<Platform, "secretBox" | "publicUrl" | "mailFrom" | "clock">;

/** What is handed to a provider, and to which. */
export type Written =
  | { readonly channel: "email"; readonly content: Email }
  | { readonly channel: "sms"; readonly content: Sms };

/**
 * Writes a message as things stand now.
 * @returns null when there is no reason for it any more, or no address
 */
export function write(platform: Needs, circumstances: Circumstances, message: Message): Written | null {
  const { order, signers, correspondence, attachments } = circumstances;
  const signer = signers.find(({ id }) => id === message.signerId) ?? null;
  if (!hasReason(platform, order, message, signer)) return null;
  if (message.channel === "sms") {
    if (signer?.phone == null) return null;
    const text = smsText(platform, circumstances, message, signer);
    const from = correspondence.sender.sms_sender;
    const content = { id: message.id, to: signer.phone, text, ...(from !== undefined && { from }) };
    return { channel: "sms", content };
  }
  const to = message.signerId === null ? noticesTo(circumstances) : signer?.email;
  if (to == null) return null;
  const content = emailOf(letterOf(platform, circumstances, message, signer), {
    id: message.id,
    to,
    mailFrom: platform.mailFrom,
    senderName: senderName({ order, correspondence }),
    sender: correspondence.sender,
    branding: correspondence.branding,
    logo: letterLogo(correspondence.branding, correspondence.page, order.page),
    ...(message.kind === "completed" && { attachments }),
  });
  return { channel: "email", content };
}

function noticesTo({ order, correspondence }: Circumstances): string | null {
  return order.senderEmail ?? correspondence.sender.notices_to ?? null;
}

/** Orders end and signers act while their messages wait. */
function hasReason(
  platform: Needs,
  order: Order,
  { kind, signerId }: Message,
  signer: Signer | null,
): boolean {
  if (signerId !== null && signer === null) return false;
  switch (kind) {
    case "invitation":
    case "delegated":
    case "reminder":
    case "link_changed":
      return (
        isRunning(order.state) &&
        order.expiresAt > orderNow(order, platform.clock.now()) &&
        signer !== null &&
        isAwaited(signer)
      );
    case "removed":
      return signer?.state === "removed" && isRunning(order.state);
    default:
      return order.state === kind && signer?.state !== "removed" && signer?.state !== "delegated";
  }
}

function occasionOf(circumstances: Circumstances, signer: Signer | null): Occasion {
  const { order, correspondence } = circumstances;
  const { sender, texts } = correspondence;
  return {
    mode: order.mode,
    language: signer?.language ?? sender.language ?? "en",
    timeZone: order.timeZone ?? sender.time_zone ?? "UTC",
    sender: senderName(circumstances),
    title: order.title,
    reader: signer && fullName(signer),
    answers: sender.reply_to !== undefined,
    texts,
  };
}

function letterOf(
  platform: Needs,
  circumstances: Circumstances,
  { kind }: Message,
  signer: Signer | null,
): Letter {
  const { order, signers, attachments } = circumstances;
  const occasion = occasionOf(circumstances, signer);
  switch (kind) {
    case "invitation":
    case "delegated":
      return invitation(occasion, requestOf(platform, circumstances, signer!));
    case "reminder":
      return reminder(occasion, requestOf(platform, circumstances, signer!));
    case "link_changed":
      return linkChanged(occasion, requestOf(platform, circumstances, signer!));
    case "removed":
      return removed(occasion);
    case "completed":
      return completed(occasion, {
        documents: circumstances.correspondence.documents,
        link: signer && signingUrl(platform, signer),
        attached: attachments.length > 0,
      });
    case "cancelled":
      return cancelled(occasion, order.endReason);
    case "refused": {
      if (signer) return refused(occasion);
      const refuser = signers.find(({ state }) => state === "refused");
      return refusedNotice(occasion, refuser ? fullName(refuser) : "?", order.endReason);
    }
    case "expired":
      return signer
        ? expired(occasion, order.expiresAt)
        : expiredNotice(occasion, order.expiresAt, signers.filter(isMissing).map(fullName));
    case "failed":
      return signer ? failed(occasion) : failedNotice(occasion, failureCauseOf(order.endReason));
  }
}

function requestOf(
  platform: Needs,
  { order, signers, correspondence }: Circumstances,
  signer: Signer,
): Request {
  const named = signers.find(({ state, replacedBy }) => state === "delegated" && replacedBy === signer.id);
  const witnessed = signers.find(({ id }) => id === signer.witnessOf);
  return {
    role: roleOf(signer),
    link: signingUrl(platform, signer),
    expiresAt: order.expiresAt,
    documents: correspondence.documents,
    message: order.message,
    inPlaceOf: named ? fullName(named) : null,
    witnessOf: witnessed ? fullName(witnessed) : null,
  };
}

function smsText(platform: Needs, circumstances: Circumstances, { kind }: Message, signer: Signer): string {
  const occasion = occasionOf(circumstances, signer);
  const link = signingUrl(platform, signer);
  switch (kind) {
    case "invitation":
    case "delegated":
    case "reminder":
    case "link_changed": {
      const { expiresAt } = circumstances.order;
      const why = kind === "delegated" ? "invitation" : kind;
      return requestSms(occasion, why, { role: roleOf(signer), link, expiresAt });
    }
    case "completed":
      return completedSms(occasion, link);
    default:
      return overSms(occasion, kind);
  }
}

function roleOf({ role }: Signer): ActingRole {
  return role === "copy" ? "signer" : role;
}

/** Asked to act, and has not. */
function isMissing({ role, state }: Signer): boolean {
  return role !== "copy" && (state === "waiting" || state === "opened");
}
