import type { Order, OrderDocument, Placement, Signer } from "../orders/order.js";
import { channelsOf } from "../otp/history.js";
import { isMissing } from "../placements/requireFilled.js";
import type { RecordedPath } from "./pathRows.js";
import type { Demands, Progress } from "./steps.js";

/** What an order asks of one signer. @param ownLink whether they come by their own link, or the tenant acts for them */
export function demandsOf(
  order: Order,
  signer: Signer,
  documents: readonly OrderDocument[],
  placements: readonly Placement[],
  ownLink: boolean,
): Demands {
  return {
    role: signer.role,
    ownLink,
    pages: order.mustRead ? pagesOf(documents) : 0,
    fields: requiredFields(placements).length,
    clauses: 1 + order.consentClauses.length,
    codes: channelsOf(signer.authentication).length,
  };
}

/**
 * How far a signer has come.
 * @param placements of the signer
 * @param acceptedCodes how many of the codes that are asked for were accepted and are good still
 */
export function progressOf(
  signer: Signer,
  path: RecordedPath,
  placements: readonly Placement[],
  acceptedCodes: number,
): Progress {
  const required = requiredFields(placements);
  return {
    opened: signer.openedAt !== null,
    handedOut: signer.handedOutAt !== null,
    pages: path.pages,
    fields: required.filter((placement) => !isMissing(placement)).length,
    clauses: path.clauses.length,
    codes: acceptedCodes,
    acted: signer.state === "signing" || signer.state === "signed" || signer.state === "approved",
  };
}

/** How many pages all documents have together. */
export function pagesOf(documents: readonly Pick<OrderDocument, "pages">[]): number {
  return documents.reduce((total, { pages }) => total + pages, 0);
}

/** Fields that must be filled, and that do not fill themselves. */
function requiredFields(placements: readonly Placement[]): Placement[] {
  return placements.filter((placement) => isMissing({ ...placement, value: null }));
}
