import { hasBegun, type Standing } from "./standing.js";
import type { OrderStatus } from "./statuses.js";

/**
 * The status of an order. `GENERATED` is never given: a certificate is generated and used in one step. Of orders that
 * were made elsewhere nothing is said of a validation, which only this dialect has.
 */
export function orderStatus(standing: Standing): OrderStatus {
  const { order, own, documents } = standing;
  switch (order.state) {
    case "draft":
      if (own === null || !documents.some(({ kind }) => kind === "sign")) return "CREATED";
      return own.otp ? "VALIDATION_WAITING" : "SIGN_WAITING";
    case "ready":
    case "in_progress":
      if (hasBegun(standing)) return "SIGN_IN_PROGRESS";
      return own?.otp ? validationStatus(standing) : "SIGN_WAITING";
    case "completed":
      return "CLOSED";
    case "refused":
    case "cancelled":
    case "expired":
      return "DISCARDED";
    case "failed":
      return documents.length === 0 ? "CREATION_FAILED" : "GENERATION_FAILED";
  }
}

/** Where the holder stands with the code, once it was sent. */
function validationStatus({ code }: Standing): OrderStatus {
  switch (code) {
    case "verified":
    case "used":
      return "GENERATION_WAITING";
    // It was tried too often: another is to be sent.
    case "locked":
      return "VALIDATION_FAILED";
    default:
      return "VALIDATED";
  }
}
