import type { Mode } from "../apiKeys/caller.js";
import type { DocumentKind, SignatureLevel } from "../orders/order.js";
import type { OrderState } from "../orders/state.js";

/** What anybody who holds a paper of an order may know of it: no name, no address, no title, no document. */
export interface CheckView {
  readonly object: "check";
  /** Public id. */
  readonly order: string;
  /** Until when evidence is kept, ISO 8601; null while the order runs, and where nothing says it any more. */
  readonly evidence_until: string | null;
  /** Null: the evidence's term is over, and nothing can be compared any more. */
  readonly record: CheckRecord | null;
}

export interface CheckRecord {
  readonly mode: Mode;
  readonly state: OrderState;
  /** ISO 8601, UTC. */
  readonly created_at: string;
  /** When it was completed, or ended otherwise. */
  readonly ended_at: string | null;
  /** Of signers and witnesses, and of approvers; those who are out are not counted. */
  readonly signatures: Share;
  readonly approvals: Share;
  readonly documents: readonly CheckedDocument[];
  readonly chain: { readonly length: number /** Hexadecimal. */; readonly head: string };
  /** The checkpoint that the newest of its entries in the log stands in; null while there is none. */
  readonly checkpoint: CoveringCheckpoint | null;
}

export interface Share {
  readonly given: number;
  readonly asked: number;
}

export interface CheckedDocument {
  /** Its place in the order, from 1. */
  readonly number: number;
  readonly kind: DocumentKind;
  /** Oldest first: the source, one for each signer, and the sealed one. */
  readonly revisions: readonly CheckedRevision[];
}

export interface CheckedRevision {
  /** 0: the source. */
  readonly revision: number;
  readonly kind: "source" | "signed" | "sealed";
  /** PAdES level of its signatures; null where nobody signed it. */
  readonly level: SignatureLevel | null;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface CoveringCheckpoint {
  /** Public id of the log. */
  readonly log: string;
  /** Leaves of the tree. */
  readonly size: number;
  readonly created_at: string;
  /** How many of the order's events stand in it. */
  readonly events: number;
  /** Where the checkpoint's text is; its signature is at the same address with `.p7s`. */
  readonly url: string;
}
