import type { Delivery } from "./delivery.js";

export interface Email {
  /** Our own id of this message; repeated when the same message is handed over again. */
  readonly id: string;
  readonly to: string;
  /** RFC 5322 mailbox, `Name <address>` or a bare address. */
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where answers go, one bare address; left out, to `from`. */
  readonly replyTo?: string;
  readonly attachments?: readonly EmailAttachment[];
  /** What the provider gives back with each report on the message. */
  readonly reference?: string;
}

export interface EmailAttachment {
  /** Without a path. */
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** Hands an e-mail to whoever carries it. */
export interface Mailer {
  /** @throws DeliveryError */
  send(email: Email): Promise<Delivery>;
}
