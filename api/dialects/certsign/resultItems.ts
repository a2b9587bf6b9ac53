import type { OrderWithParts } from "../../orders/order.js";
import type { OrderState } from "../../orders/state.js";
import { decimalId } from "./decimalId.js";

/** What became of the signature of one document. */
export interface ResultItem {
  readonly signatureRequestId: string;
  readonly externalSignatureRequestId: string | null;
  readonly orderRequestId: string;
  readonly externalOrderRequestId: string | null;
  readonly status: SignatureStatus;
  /** Why it was not signed. */
  readonly reason: string | null;
}

/** Those of the dialect's that an order of ours can be in. */
export type SignatureStatus =
  | "SIGN_CREATED"
  | "SIGN_AWAITING"
  | "SIGN_IN_PROGRESS"
  | "SIGNED"
  | "SIGN_FAILED"
  | "REFUSED"
  | "DISCARDED";

/** What the caller calls each document, by the document's UUID. */
export type ExternalIds = ReadonlyMap<string, string>;

const statuses: Readonly<Record<OrderState, SignatureStatus>> = {
  draft: "SIGN_CREATED",
  ready: "SIGN_AWAITING",
  in_progress: "SIGN_IN_PROGRESS",
  completed: "SIGNED",
  refused: "REFUSED",
  cancelled: "DISCARDED",
  expired: "DISCARDED",
  failed: "SIGN_FAILED",
};

/** Of orders that ended by themselves, of which nobody has said why. */
const reasons: Partial<Readonly<Record<OrderState, string>>> = { expired: "The order's time was over." };

/** An order as this dialect tells of it: an item for each document to sign, in their places. */
export function resultItems(
  { order, documents }: Pick<OrderWithParts, "order" | "documents">,
  externalIds: ExternalIds = new Map(),
): ResultItem[] {
  return documents
    .filter(({ kind }) => kind === "sign")
    .map(({ id }) => ({
      signatureRequestId: decimalId(id),
      externalSignatureRequestId: externalIds.get(id) ?? null,
      orderRequestId: decimalId(order.id),
      externalOrderRequestId: order.externalId,
      status: statuses[order.state],
      reason: order.endReason ?? reasons[order.state] ?? null,
    }));
}
