import { Failure } from "../failure/failure.js";

/**
 * Refuses what needs an order's documents while they are being fetched.
 * @param what is refused, as in "it cannot be sent yet"
 * @throws Failure `order_state_conflict`
 */
export function requireDocumentsThere(
  order: { readonly state: string; readonly awaitsDocuments: boolean },
  what: string,
): void {
  if (!order.awaitsDocuments) return;
  throw new Failure(
    "order_state_conflict",
    `The order's documents are being fetched; ${what} until they are there.`,
    { extensions: { state: order.state } },
  );
}
