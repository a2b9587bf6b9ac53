import type { Order, Signer } from "../orders/order.js";
import { maskAddress } from "../otp/code.js";
import type { IdentityView } from "./sessionViews.js";

/**
 * What a signer may be shown of themselves: whoever has the link sees their addresses masked, but for those that the
 * order lets them correct, which cannot be corrected unseen.
 */
export function presentIdentity(order: Pick<Order, "editableIdentity">, signer: Signer): IdentityView {
  return {
    given_name: signer.givenName,
    surname: signer.surname,
    email: shown(order, signer, "email"),
    phone: shown(order, signer, "phone"),
  };
}

function shown(
  order: Pick<Order, "editableIdentity">,
  signer: Signer,
  field: "email" | "phone",
): string | null {
  const address = signer[field];
  return address === null || order.editableIdentity.includes(field) ? address : maskAddress(address);
}
