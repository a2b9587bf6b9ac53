import type { Channel, Signer } from "../orders/order.js";

/** A signer as far as it is concerned where their codes go. */
export type Reachable = Pick<Signer, "email" | "phone"> & {
  /** Undefined of one who is only about to be added. */
  readonly codeContact?: string | null;
};

/** What an address is written to by. @param address e-mail address or E.164 number */
export function channelOf(address: string): Channel {
  return address.includes("@") ? "email" : "sms";
}

/** Where a signer's codes of one channel go; null where there is no such address. */
export function codeAddress(
  { email, phone, codeContact = null }: Reachable,
  channel: Channel,
): string | null {
  if (codeContact !== null && channelOf(codeContact) === channel) return codeContact;
  return channel === "email" ? email : phone;
}
