import { Failure } from "../failure/failure.js";
import type { Order } from "../orders/order.js";

/** What somebody signs with. */
interface GivenSignature {
  readonly typedName: string | null;
  readonly image: Uint8Array | null;
  /** What they are called in the request. */
  readonly fields: { readonly image: string; readonly typedName: string };
}

/**
 * Refuses a signature of a kind that its order does not allow: what the page does not offer, nobody hands in past it.
 * One of which nothing is said is the signer's name in type.
 * @throws Failure `field_invalid`
 */
export function requireAllowedSignature(
  { signatureModes }: Pick<Order, "signatureModes">,
  { image, typedName, fields }: GivenSignature,
): void {
  const refuse = (param: string, why: string) => new Failure("field_invalid", `${param} ${why}.`, { param });
  if (image !== null && !signatureModes.includes("drawn")) {
    throw refuse(fields.image, "is not taken: this order's signatures are typed");
  }
  if (signatureModes.includes("typed")) return;
  if (typedName !== null) throw refuse(fields.typedName, "is not taken: this order's signatures are drawn");
  if (image === null) throw refuse(fields.image, "is needed: this order's signatures are drawn");
}
