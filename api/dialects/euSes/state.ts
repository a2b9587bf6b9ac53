import type { Order, Signer } from "../../orders/order.js";
import type { OrderState } from "../../orders/state.js";
import { isActing, isDone, isPresent } from "../../signers/signingOrder.js";

/** The life of an order in this dialect's words. */
export type EuSesState = "WAIT_VALIDATION" | "WAIT_SIGN" | "WAIT_SIGNER" | "DONE" | "ERROR";

/**
 * The state of an order. `WAIT_SIGN` until a first signature stands, whether somebody has opened the order or not:
 * the dialect has no word for that. `WAIT_SIGNER` from then on until the order is completed, its sealing included.
 */
export function euSesState(order: Pick<Order, "state">, signers: readonly Signer[]): EuSesState {
  return stateOf(
    order.state,
    signers.some(({ state }) => isDone(state)),
  );
}

/** The same, of an order of whose signers only that is known. @param begun whether somebody has done their part */
export function stateOf(state: OrderState, begun: boolean): EuSesState {
  switch (state) {
    case "draft":
      return "WAIT_VALIDATION";
    case "completed":
      return "DONE";
    case "ready":
    case "in_progress":
      return begun ? "WAIT_SIGNER" : "WAIT_SIGN";
    default:
      return "ERROR";
  }
}

/** Why an order is in the state ERROR. */
export interface EuSesError {
  readonly errorNumber: number;
  readonly errorMessage: string;
}

/** The dialect publishes numbers for requests only; those of orders are ours, beyond its own. */
const errors = {
  failed: { errorNumber: 900, words: "failed" },
  refused: { errorNumber: 901, words: "refused by a signer" },
  expired: { errorNumber: 902, words: "expired" },
  cancelled: { errorNumber: 903, words: "cancelled" },
} as const;

/** @returns null of an order that is in no such state */
export function euSesError({ state, endReason }: Pick<Order, "state" | "endReason">): EuSesError | null {
  if (!(state in errors)) return null;
  const { errorNumber, words } = errors[state as keyof typeof errors];
  return { errorNumber, errorMessage: endReason ? `${words}: ${endReason}` : words };
}

/** The signers that this dialect knows of: whoever has something to do, and still belongs to the order. */
export function euSesSigners(signers: readonly Signer[]): Signer[] {
  return signers.filter(({ role, state }) => isActing(role) && isPresent(state));
}
