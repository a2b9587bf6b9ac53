/** Why a message could not be handed to its provider. */
export type DeliveryErrorCode =
  /** The provider refuses this message or this address for good; trying again changes nothing. */
  | "rejected"
  /** The provider refuses us: wrong or expired credentials. */
  | "unauthorized"
  /** The provider asks to slow down, cannot be reached, or answers with a fault; trying again may help. */
  | "unavailable";

export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  constructor(
    readonly code: DeliveryErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}

/** What the provider answered: its own id for the message, where it gives one. */
export interface Delivery {
  readonly providerMessageId: string | null;
}
