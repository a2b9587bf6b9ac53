/** What became of a message after its provider had taken it. */
export type DeliveryState = "accepted" | "deferred" | "delivered" | "undelivered" | "bounced";

/** What a provider says of one message. */
export interface DeliveryReport {
  /** What the message was handed over with. */
  readonly reference: string;
  readonly state: DeliveryState;
  /** When it came to be so, as far as the provider says. */
  readonly at: Date | null;
}

/** A request of a provider, as it came over the wire. */
export interface SignedCallback {
  /** Where the provider was told to send it, whole. */
  readonly url: string;
  /** The header's value, or null. */
  header(name: string): string | null;
  readonly body: Buffer;
  readonly receivedAt: Date;
}

/** Reads the callbacks of one provider. */
export interface DeliveryReports {
  /** @returns what it reports, or null when the provider did not sign it, or long ago */
  read(callback: SignedCallback): readonly DeliveryReport[] | null;
}
