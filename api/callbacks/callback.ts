/** Whose words the requests to a callback speak: ours, or a dialect's. */
export type CallbackFormName = "paraph" | "eu_ses" | "certsign";

/** What of a body is JSON: all of it, or the fields of a form (`application/x-www-form-urlencoded`). */
export type CallbackEncoding = "json" | "form";

/** An order's own URL, as its row holds it. */
export interface Callback {
  /** UUID of the order; the destination of what is owed to the callback. */
  readonly orderId: string;
  readonly url: string;
  readonly form: CallbackFormName;
  readonly encoding: CallbackEncoding;
  /** The form's field, or the JSON object's member, that holds the data; null: as the form says. */
  readonly field: string | null;
  /** Further tries; null: as the form says. */
  readonly retries: number | null;
  /** Further headers and basic authentication, sealed. */
  readonly headers: Uint8Array | null;
  /** JSON that is given back with each request; sealed. */
  readonly custom: Uint8Array | null;
  /** Types of events: whole, with a last part `*`, or `*` alone. */
  readonly events: readonly string[];
  /** UUID of the lane: one for all callbacks of a tenant and mode to one origin. */
  readonly lane: string;
  readonly createdAt: Date;
}
