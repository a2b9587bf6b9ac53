import { canonicalJson, type Json } from "../../engine/hashchain/canonicalJson.js";
import type { Mode } from "../apiKeys/caller.js";
import { publicId } from "../ids/id.js";
import { sealBytes } from "../platformSeal/sealBytes.js";
import type { Kept } from "./kept.js";
import type { Purge } from "./purge.js";

/** What a purge leaves of its order, and until when; null: it has no term, for nothing personal is in it. */
export interface Remains {
  readonly what: "evidence_file" | "audit_trail" | "order_record" | "usage_records" | "log_leaves";
  readonly until: string | null;
  /** Of an evidence file: whether the documents are in it. */
  readonly documents?: boolean;
}

/** What a receipt is made of. */
export interface ReceiptSource {
  readonly purge: Purge;
  readonly mode: Mode;
  readonly kept: Pick<Kept, "documentsUntil" | "evidenceUntil" | "held">;
  /** The chain as it stands with the receipt; its last state, where the chain goes with the evidence. */
  readonly chain: { readonly length: number; readonly head: Uint8Array };
  /** By how much a test order's clock was moved on. */
  readonly clockOffsetSeconds: number;
  readonly remains: readonly Remains[];
}

/**
 * The text of a receipt: canonical JSON (RFC 8785), so that there is one way to write it. Ids, hashes and times, and no
 * name.
 */
export function receiptText(source: ReceiptSource, doneAt: Date): string {
  const { purge, mode, kept, chain, clockOffsetSeconds, remains } = source;
  const terms = { documents_until: time(kept.documentsUntil), evidence_until: time(kept.evidenceUntil) };
  return canonicalJson({
    format: "paraph-purge-receipt/1",
    purge: publicId("pur", purge.id),
    order: publicId("ord", purge.orderId),
    ...(purge.signerId !== null && { signer: publicId("sgr", purge.signerId) }),
    mode,
    subject: purge.subject,
    reason: purge.reason,
    requested_at: time(purge.requestedAt),
    done_at: time(doneAt),
    ...terms,
    ...(clockOffsetSeconds > 0 && { clock_offset_seconds: clockOffsetSeconds }),
    items: purge.items,
    objects: purge.objectKeys.length,
    chain: { length: chain.length, head: Buffer.from(chain.head).toString("hex") },
    legal_hold: kept.held,
    remains: remains as unknown as Json,
  });
}

/** Signs a receipt: a detached CAdES B-T signature (EN 319 122-1) by the platform's electronic seal. @returns DER */
export async function signReceipt(
  platform: Parameters<typeof sealBytes>[0],
  mode: Mode,
  text: string,
): Promise<Uint8Array> {
  return sealBytes(platform, mode, Buffer.from(text, "utf8"), "B-T");
}

function time(at: Date): string {
  return at.toISOString();
}
