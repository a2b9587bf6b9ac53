/**
 * How far a document is that is fetched after its order was made: `awaited` until it is there, `failed` where it cannot be
 * had, `abandoned` where its order ended before.
 */
export type AwaitedState = "awaited" | "fetched" | "failed" | "abandoned";

/** A document that is fetched after its order was made, as far as anybody is shown it. */
export interface AwaitedDocument {
  readonly orderId: string;
  /** Its place in the order, from 0. */
  readonly position: number;
  /** UUID of the document that it becomes. */
  readonly documentId: string;
  readonly name: string;
  readonly kind: "sign" | "info";
  /** Of its URL, which may hold a secret and is not shown. */
  readonly host: string;
  readonly state: AwaitedState;
  /** Why it was not to be had, the last time or for good; null where nothing went wrong. */
  readonly error: string | null;
}
