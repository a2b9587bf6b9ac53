import type { Delivery } from "./delivery.js";

export interface Sms {
  /** Our own id of this message; repeated when the same message is handed over again. */
  readonly id: string;
  /** E.164, with its plus sign. */
  readonly to: string;
  readonly text: string;
}

/** Hands a text message to whoever carries it. */
export interface SmsSender {
  /** @throws DeliveryError */
  send(sms: Sms): Promise<Delivery>;
}
