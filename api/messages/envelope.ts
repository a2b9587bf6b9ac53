import type { Email, EmailAttachment } from "../ports/mailer.js";
import type { Branding, SenderSettings } from "./branding/branding.js";
import type { LetterLogo } from "./branding/letterLogo.js";
import { themeOf } from "./branding/theme.js";
import { html } from "./layout/html.js";
import { plainText } from "./layout/plainText.js";
import type { Letter } from "./letter.js";
import { oneLine } from "./strangersText.js";

/** Who a letter goes to, and in whose name. */
export interface Envelope {
  /** Our own id of the message; the same at every try. */
  readonly id: string;
  readonly to: string;
  /** The service's own mailbox (RFC 5322): what it may send from. */
  readonly mailFrom: string;
  /** Name that it is sent in. */
  readonly senderName: string;
  readonly sender: SenderSettings;
  readonly branding: Branding;
  /** Null: none. */
  readonly logo: LetterLogo | null;
  readonly attachments?: readonly EmailAttachment[];
}

/** A letter in its look, ready to be handed to a mailer. */
export function emailOf(letter: Letter, envelope: Envelope): Email {
  const { id, to, mailFrom, senderName, sender, branding, logo, attachments } = envelope;
  const look = { theme: themeOf(branding), logo };
  return {
    id,
    to,
    from: inTheNameOf(senderName, mailFrom),
    ...(sender.reply_to !== undefined && { replyTo: sender.reply_to }),
    subject: letter.subject,
    text: plainText(letter),
    html: html(letter, look),
    ...(attachments && attachments.length > 0 && { attachments }),
  };
}

/**
 * The service's mailbox with another display name: `"Acme" <no-reply@example.org>`. The name is quoted (RFC 5322
 * 3.2.4), so that nothing in it can be taken for an address or another header.
 */
export function inTheNameOf(name: string, mailFrom: string): string {
  const address = /<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom.trim();
  // An address within a name is what some programs would show alone; and a quotation mark would end the quoted string.
  const shown = oneLine(name, 100)
    .replace(/["\\<>@]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return shown === "" ? address : `"${shown}" <${address}>`;
}
