import type { Json } from "../../engine/hashchain/canonicalJson.js";

/** What is purged: an order's documents, its evidence and all that is personal in it, or what is personal of one signer. */
export type PurgeSubject = "documents" | "evidence" | "signer";

/** Why: its term is over, the tenant asked for it, or a data subject did. */
export type PurgeReason = "retention" | "request" | "erasure";

/** One thing that is purged, without anything personal: ids, hashes, sizes. */
export type PurgedItem = Readonly<Record<string, Json>>;

/** The deletion of something for good: asked for, under way, and done with a receipt. */
export interface Purge {
  readonly id: string;
  readonly orderId: string;
  readonly subject: PurgeSubject;
  readonly reason: PurgeReason;
  /** UUID, where it is of one signer. */
  readonly signerId: string | null;
  readonly items: readonly PurgedItem[];
  /** Keys of the objects that are to be gone before it is done. */
  readonly objectKeys: readonly string[];
  readonly state: "pending" | "done";
  readonly requestedAt: Date;
  /** Tries so far. */
  readonly attempts: number;
  /** Why the last try did not succeed. */
  readonly lastError: string | null;
  readonly doneAt: Date | null;
  /** Canonical JSON (RFC 8785), once it is done. */
  readonly receipt: string | null;
  /** Detached CAdES (EN 319 122-1) over the receipt's bytes, DER. */
  readonly signature: Uint8Array | null;
}

/** A purge as it begins. */
export type NewPurge = Pick<
  Purge,
  "id" | "orderId" | "subject" | "reason" | "signerId" | "items" | "objectKeys"
>;
