import type { Delivery } from "./delivery.js";

export interface Sms {
  /** Our own id of this message; repeated when the same message is handed over again. */
  readonly id: string;
  /** E.164, with its plus sign. */
  readonly to: string;
  readonly text: string;
  /** Sender's name in letters and digits, where the message is not to come from the usual number. */
  readonly from?: string;
  /** What the provider gives back with each report on the message. */
  readonly reference?: string;
}

/** Hands a text message to whoever carries it. */
export interface SmsSender {
  /** @throws DeliveryError */
  send(sms: Sms): Promise<Delivery>;
}
