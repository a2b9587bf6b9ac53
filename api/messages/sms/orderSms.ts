import type { TextKind } from "../branding/texts.js";
import { type Code, withCode } from "../kinds/code.js";
import type { Values } from "../phrase.js";
import { lengthOfTime, pointInTime } from "../times.js";
import { type Occasion, ownTemplate } from "../voice.js";
import { wordsFor } from "../words/languages.js";
import type { ActingRole } from "../words/words.js";
import { textMessage } from "./textMessage.js";

/** What a text message asks for. */
export interface SmsRequest {
  readonly role: ActingRole;
  readonly link: string;
  readonly expiresAt: Date;
}

/** Somebody's turn has come, or came a while ago, or their link has changed. @returns one message's text */
export function requestSms(
  occasion: Occasion,
  why: "invitation" | "reminder" | "link_changed",
  { role, link, expiresAt }: SmsRequest,
): string {
  const { sms, language } = wordsFor(occasion.language);
  const ours = {
    invitation: sms.invitation[role],
    reminder: sms.reminder,
    link_changed: sms.linkChanged,
  };
  const ownKind = { signer: "invitation", approver: "approval", witness: "witness" } as const;
  const expires = pointInTime(expiresAt, language, occasion.timeZone);
  return write(occasion, why === "invitation" ? ownKind[role] : why, ours[why], { link, expires });
}

export function completedSms(occasion: Occasion, link: string): string {
  return write(occasion, "completed", wordsFor(occasion.language).sms.completed, { link });
}

/** The order has ended otherwise, or its reader was taken off. */
export function overSms(
  occasion: Occasion,
  why: "refused" | "cancelled" | "expired" | "failed" | "removed",
): string {
  return write(occasion, why, wordsFor(occasion.language).sms.over, { reason: "", expires: "" });
}

export function codeSms(occasion: Occasion, { code, lifeSeconds, ownText }: Code): string {
  const { sms, language } = wordsFor(occasion.language);
  const life = lengthOfTime(lifeSeconds, language);
  const ours = ownText === null ? sms.code : withCode(ownText);
  // There is no plainer way to say a code: a long text becomes two messages rather than lose it.
  return textMessage(ownText === null ? (ownTemplate(occasion, "code", "sms") ?? ours) : ours, ours, {
    ...names(occasion),
    code,
    life,
  });
}

function write(occasion: Occasion, kind: TextKind, ours: string, values: Values): string {
  const { plain, over } = wordsFor(occasion.language).sms;
  const template = ownTemplate(occasion, kind, "sms") ?? ours;
  return textMessage(template, values.link === undefined ? over : plain, { ...names(occasion), ...values });
}

function names({ sender, title, reader }: Occasion): Values {
  return { sender, title, signer: reader ?? "" };
}
