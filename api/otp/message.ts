import type { Email } from "../ports/mailer.js";
import type { Sms } from "../ports/smsSender.js";

export interface CodeMessage {
  readonly id: string;
  readonly to: string;
  readonly code: string;
  readonly orderTitle: string;
  readonly sender: string;
  readonly language: string;
  readonly minutes: number;
}

interface Words {
  readonly subject: (code: CodeMessage) => string;
  readonly lead: (code: CodeMessage) => string;
  readonly life: (code: CodeMessage) => string;
  readonly warning: string;
  readonly sms: (code: CodeMessage) => string;
}

// The code stands in the subject as well, so that a phone shows it in its notification and can offer to fill it in.
const words: Readonly<Record<string, Words>> = {
  en: {
    subject: (m) => `${m.code} is your code to sign`,
    lead: (m) => `${m.sender} asks you to sign “${m.orderTitle}”. Your code is:`,
    life: (m) => `It works once, for ${m.minutes} minutes.`,
    warning: "If you did not ask for it, do nothing and give it to nobody: without it, nothing is signed.",
    sms: (m) => `${m.code} is your code to sign for ${m.sender}. Valid ${m.minutes} minutes. Never share it.`,
  },
  fr: {
    subject: (m) => `${m.code} est votre code de signature`,
    lead: (m) => `${m.sender} vous invite à signer « ${m.orderTitle} ». Votre code :`,
    life: (m) => `Il sert une seule fois, pendant ${m.minutes} minutes.`,
    warning:
      "Si vous n’avez rien demandé, ne faites rien et ne le donnez à personne : sans lui, rien n’est signé.",
    sms: (m) =>
      `${m.code} : votre code de signature pour ${m.sender}. Valable ${m.minutes} min. Ne le communiquez pas.`,
  },
  de: {
    subject: (m) => `${m.code} ist Ihr Code zum Unterzeichnen`,
    lead: (m) => `${m.sender} bittet Sie, „${m.orderTitle}“ zu unterzeichnen. Ihr Code lautet:`,
    life: (m) => `Er gilt einmal und ${m.minutes} Minuten lang.`,
    warning:
      "Haben Sie ihn nicht angefordert, tun Sie nichts und geben Sie ihn niemandem: Ohne ihn wird nichts unterzeichnet.",
    sms: (m) =>
      `${m.code} ist Ihr Code zum Unterzeichnen (${m.sender}). ${m.minutes} Minuten gültig. Nie weitergeben.`,
  },
};

/** The e-mail that brings a code. */
export function codeEmail(message: CodeMessage, from: string): Email {
  const w = wordsFor(message.language);
  return {
    id: message.id,
    to: message.to,
    from,
    subject: w.subject(message),
    text: `${w.lead(message)}\n\n    ${message.code}\n\n${w.life(message)}\n${w.warning}\n`,
    html: codeHtml(message, w),
  };
}

/**
 * The text message that brings a code. The sender's name is cut so that it stays one message of 160 characters; with
 * three dots, because the sign `…` is not in the alphabet of 3GPP TS 23.038 and would leave room for 70 only.
 */
export function codeSms(message: CodeMessage): Sms {
  const w = wordsFor(message.language);
  const characters = [...message.sender];
  const sender = characters.length > 30 ? `${characters.slice(0, 27).join("")}...` : message.sender;
  return { id: message.id, to: message.to, text: w.sms({ ...message, sender }) };
}

function wordsFor(language: string): Words {
  return words[language.toLowerCase().split("-")[0] ?? ""] ?? words["en"]!;
}

/** Inline styles and a table: what mail programs agree on. Dark mode inverts it well because it names few colours. */
function codeHtml(message: CodeMessage, w: Words): string {
  return `<!doctype html>
<html lang="${escapeHtml(message.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(w.subject(message))}</title></head>
<body style="margin:0;padding:0;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:480px"><tr><td style="font-size:16px;line-height:24px">
<p style="margin:0 0 24px">${escapeHtml(w.lead(message))}</p>
<p style="margin:0 0 24px;padding:20px 0;border:1px solid #8888;border-radius:8px;text-align:center;font-size:34px;line-height:40px;font-weight:600;letter-spacing:8px;font-family:ui-monospace,Menlo,Consolas,monospace">${escapeHtml(message.code)}</p>
<p style="margin:0 0 8px">${escapeHtml(w.life(message))}</p>
<p style="margin:0;font-size:14px;line-height:20px;opacity:.75">${escapeHtml(w.warning)}</p>
</td></tr></table></td></tr></table></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
