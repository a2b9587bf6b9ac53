import type { Deposit } from "../../../deposits/depositRows.js";
import type { OrderState } from "../../../orders/state.js";
import { stuckAfterTries } from "../../../stuckWork/stuckWork.js";
import { hasBegun, type Standing } from "./standing.js";
import type { SignatureStatus } from "./statuses.js";

/** Whether the signed document can be had. */
export function isSigned(status: SignatureStatus): boolean {
  return status === "SIGNED" || status.startsWith("ARCHIVE");
}

/**
 * The states of orders whose documents can have a status; none for `ARCHIVE_MIGRATED`, which nothing ever gets: what is
 * archived stays where it is.
 */
export const statesWith: Readonly<Record<SignatureStatus, readonly OrderState[]>> = {
  SIGN_CREATED: ["draft"],
  SIGN_AWAITING_VALIDATION: ["draft"],
  SIGN_AWAITING: ["draft", "ready", "in_progress"],
  SIGN_IN_PROGRESS: ["in_progress"],
  SIGNED: ["completed"],
  SIGN_FAILED: ["failed"],
  ARCHIVE_IN_PROGRESS: ["completed"],
  ARCHIVED: ["completed"],
  ARCHIVE_FAILED: ["completed"],
  REFUSED: ["refused"],
  DISCARDED: ["cancelled", "expired"],
  ARCHIVE_MIGRATED: [],
};

/**
 * The status of a document of an order.
 * @param archive whether the deposit was asked for with this document
 */
export function signatureStatus(standing: Standing, archive: boolean): SignatureStatus {
  const { order, own } = standing;
  switch (order.state) {
    case "draft":
      if (own === null) return "SIGN_CREATED";
      return own.otp ? "SIGN_AWAITING_VALIDATION" : "SIGN_AWAITING";
    case "ready":
      return "SIGN_AWAITING";
    case "in_progress":
      return hasBegun(standing) ? "SIGN_IN_PROGRESS" : "SIGN_AWAITING";
    case "completed":
      return archive ? archiveStatus(standing.deposit) : "SIGNED";
    case "refused":
      return "REFUSED";
    case "cancelled":
    case "expired":
      return "DISCARDED";
    case "failed":
      return "SIGN_FAILED";
  }
}

function archiveStatus(
  deposit: Pick<Deposit, "state" | "attempts" | "evidenceRemovedAt"> | null,
): SignatureStatus {
  if (deposit === null) return "ARCHIVE_IN_PROGRESS";
  // Its term is over: it was archived as long as was asked.
  if (deposit.state === "stored" || deposit.evidenceRemovedAt !== null) return "ARCHIVED";
  return deposit.attempts >= stuckAfterTries ? "ARCHIVE_FAILED" : "ARCHIVE_IN_PROGRESS";
}
