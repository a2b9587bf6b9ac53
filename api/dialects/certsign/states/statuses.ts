/** The life of an order, in the words of this dialect. */
export const orderStatuses = [
  "CREATED",
  "CREATION_FAILED",
  "VALIDATION_WAITING",
  "VALIDATED",
  "VALIDATION_FAILED",
  "GENERATION_WAITING",
  "GENERATED",
  "GENERATION_FAILED",
  "SIGN_WAITING",
  "SIGN_IN_PROGRESS",
  "CLOSED",
  "DISCARDED",
] as const;

export type OrderStatus = (typeof orderStatuses)[number];

/** What becomes of a document, in the words of this dialect. */
export const signatureStatuses = [
  "SIGN_CREATED",
  "SIGN_AWAITING_VALIDATION",
  "SIGN_AWAITING",
  "SIGN_IN_PROGRESS",
  "SIGNED",
  "SIGN_FAILED",
  "ARCHIVE_IN_PROGRESS",
  "ARCHIVED",
  "ARCHIVE_FAILED",
  "REFUSED",
  "DISCARDED",
  "ARCHIVE_MIGRATED",
] as const;

export type SignatureStatus = (typeof signatureStatuses)[number];
