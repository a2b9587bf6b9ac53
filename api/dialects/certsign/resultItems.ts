import type { Transaction } from "../../database/transaction.js";
import { readOrder, withParts } from "../../orders/orderRows.js";
import type { OrderState } from "../../orders/state.js";
import { decimalId } from "./decimalId.js";
import { signatureStatus } from "./states/signatureStatus.js";
import { readStandings, type Standing } from "./states/standing.js";
import type { SignatureStatus } from "./states/statuses.js";

/** What became of the signature of one document. */
export interface ResultItem {
  readonly signatureRequestId: string;
  readonly externalSignatureRequestId: string | null;
  readonly orderRequestId: string;
  readonly externalOrderRequestId: string | null;
  readonly status: SignatureStatus;
  /** Why it was not signed; empty where there is nothing to say. */
  readonly reason: string;
}

/** Of orders that ended by themselves, of which nobody has said why. */
const reasons: Partial<Readonly<Record<OrderState, string>>> = { expired: "The order's time was over." };

/** An order as this dialect tells of it: an item for each document to sign, in their places. */
export function resultItems(standing: Standing): ResultItem[] {
  return standing.documents.filter(({ kind }) => kind === "sign").map(({ id }) => resultItem(standing, id));
}

/** One of them. @param documentId of a document to sign */
export function resultItem(standing: Standing, documentId: string): ResultItem {
  const { order, requests } = standing;
  const request = requests.find((candidate) => candidate.documentId === documentId) ?? null;
  return {
    signatureRequestId: decimalId(documentId),
    externalSignatureRequestId: request?.externalId ?? null,
    orderRequestId: decimalId(order.id),
    externalOrderRequestId: order.externalId,
    status: signatureStatus(standing, request?.archive ?? false),
    reason: order.endReason ?? reasons[order.state] ?? "",
  };
}

/** An order by its UUID, with all that this dialect tells of it. @throws Failure `not_found` */
export async function readStanding(transaction: Transaction, orderId: string): Promise<Standing> {
  const whole = await withParts(transaction, [await readOrder(transaction, orderId)]);
  const [standing] = await readStandings(transaction, whole);
  return standing!;
}
