import type { Branding, SenderSettings } from "../messages/branding/branding.js";
import type { LetterLogo } from "../messages/branding/letterLogo.js";
import { emailOf } from "../messages/envelope.js";
import { type Code, codeLetter } from "../messages/kinds/code.js";
import { codeSms as textOf } from "../messages/sms/orderSms.js";
import type { Occasion } from "../messages/voice.js";
import type { Email } from "../ports/mailer.js";
import type { Sms } from "../ports/smsSender.js";

/** A code on its way to a signer, and what is said around it. */
export interface CodeMessage extends Code {
  /** Our own id of the message. */
  readonly id: string;
  readonly to: string;
  readonly occasion: Occasion;
  readonly sender: SenderSettings;
  /** Sender's name of text messages in letters and digits; null: the usual number. */
  readonly smsSender: string | null;
  readonly branding: Branding;
  readonly logo: LetterLogo | null;
  /** What the provider gives back with each report. */
  readonly reference: string;
}

/** The e-mail that brings a code. @param mailFrom the service's own mailbox */
export function codeEmail(message: CodeMessage, mailFrom: string): Email {
  const { id, to, occasion, sender, branding, logo, reference } = message;
  const envelope = { id, to, mailFrom, senderName: occasion.sender, sender, branding, logo };
  return { ...emailOf(codeLetter(occasion, message), envelope), reference };
}

/** The text message that brings a code. */
export function codeSms(message: CodeMessage): Sms {
  const { id, to, occasion, smsSender, reference } = message;
  return {
    id,
    to,
    text: textOf(occasion, message),
    reference,
    ...(smsSender !== null && { from: smsSender }),
  };
}
