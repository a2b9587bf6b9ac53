import { publicId } from "../ids/id.js";
import type { Purge, PurgeReason, PurgeSubject } from "./purge.js";

/** The deletion of something for good. */
export interface PurgeView {
  id: string;
  object: "purge";
  order: string;
  /** Of one signer only: whose data were erased. */
  signer: string | null;
  subject: PurgeSubject;
  /** `retention`: its term was over; `request`: you asked for it; `erasure`: a data subject did. */
  reason: PurgeReason;
  /** `done`: it is gone, and the receipt says so. `pending`: nobody can fetch it, and it is still being deleted. */
  state: "pending" | "done";
  requested_at: string;
  done_at: string | null;
  /** Objects of the store that are still to be deleted. */
  objects_left: number;
  /** Why the last try did not succeed; null where there was none, or it is done. */
  cause: string | null;
  /** The receipt, byte for byte as it was signed: canonical JSON (RFC 8785) in UTF-8. */
  receipt: string | null;
  /** Detached CAdES signature (EN 319 122-1) over the receipt, by the service's electronic seal: DER, base64. */
  signature: string | null;
}

export function presentPurge(purge: Purge): PurgeView {
  return {
    id: publicId("pur", purge.id),
    object: "purge",
    order: publicId("ord", purge.orderId),
    signer: purge.signerId && publicId("sgr", purge.signerId),
    subject: purge.subject,
    reason: purge.reason,
    state: purge.state,
    requested_at: purge.requestedAt.toISOString(),
    done_at: purge.doneAt?.toISOString() ?? null,
    objects_left: purge.objectKeys.length,
    cause: purge.lastError,
    receipt: purge.receipt,
    signature: purge.signature && Buffer.from(purge.signature).toString("base64"),
  };
}
