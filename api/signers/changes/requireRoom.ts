import { Failure } from "../../failure/failure.js";
import type { Signer } from "../../orders/order.js";
import type { Platform } from "../../platform.js";
import { isPresent } from "../signingOrder.js";

/** How often the places of an order can change hands, for each place that it can have. */
const changesPerPlace = 10;

/**
 * @param signers all of the order
 * @param more places that are to be added; 0 where one changes hands
 * @throws Failure `field_invalid` where the order holds no more
 */
export function requireRoomForSigners(
  { limits }: Pick<Platform, "limits">,
  signers: readonly Signer[],
  more: number,
): void {
  const present = signers.filter(({ state }) => isPresent(state)).length;
  if (present + more > limits.signersPerOrder) throw full(limits.signersPerOrder, "");
  // Those who are out stay in the records, and are read with the others.
  const everyone = limits.signersPerOrder * changesPerPlace;
  if (signers.length >= everyone) throw full(everyone, ", those included who were taken off it");
}

function full(limit: number, whom: string): Failure {
  return new Failure("field_invalid", `An order holds at most ${limit} signers${whom}.`, {
    param: "signers",
    extensions: { limit },
  });
}
