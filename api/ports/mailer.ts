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
}

/** Hands an e-mail to whoever carries it. */
export interface Mailer {
  /** @throws DeliveryError */
  send(email: Email): Promise<Delivery>;
}
