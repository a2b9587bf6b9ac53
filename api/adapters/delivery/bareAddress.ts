import { DeliveryError } from "../../ports/delivery.js";

/** An addr-spec (RFC 5321 4.1.2) without quoting: nothing that could make two recipients, or a header, out of one. */
const bareAddressForm = /^[^\s@<>()[\]\\,:;"\p{Cc}]{1,64}@[^\s@<>()[\]\\,:;"\p{Cc}]{1,255}$/u;

/**
 * Refuses what is not one bare e-mail address, whatever the provider would make of it.
 * @throws DeliveryError `rejected`
 */
export function refuseUnlessBareAddress(to: string): void {
  if (!bareAddressForm.test(to))
    throw new DeliveryError("rejected", "The recipient is not one bare e-mail address.");
}
