import { type Member, signersInTurn, type Turn, turnOf } from "../signers/signingOrder.js";
import type { Order } from "./order.js";
import { isRunning } from "./state.js";

/** What an order waits for; `nothing` once it has ended, or as long as it is a draft that has its documents. */
export type WaitingFor =
  | { readonly what: "signers"; readonly signers: readonly string[] }
  | { readonly what: "documents" }
  | { readonly what: "sealing" }
  | { readonly what: "nothing" };

/** @param signers all of the order, those who are out too @returns what it waits for, signers by their UUIDs */
export function waitingFor(
  order: Pick<Order, "state" | "awaitsDocuments">,
  signers: readonly Member[],
): WaitingFor {
  if (order.awaitsDocuments) return { what: "documents" };
  if (!isRunning(order.state)) return { what: "nothing" };
  const inTurn = signersInTurn(signers);
  return inTurn.length > 0 ? { what: "signers", signers: inTurn.map(({ id }) => id) } : { what: "sealing" };
}

/**
 * Whether it is a signer's turn, as far as their order lets anybody act: nobody's comes before a draft is sent, nor
 * after the order has ended.
 */
export function turnIn(order: Pick<Order, "state">, signers: readonly Member[], signer: Member): Turn {
  const turn = turnOf(signers, signer);
  if (isRunning(order.state) || turn === "done" || turn === "none") return turn;
  return order.state === "draft" ? "later" : "none";
}
