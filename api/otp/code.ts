import { createHash, timingSafeEqual } from "node:crypto";
import type { OrderDocument } from "../orders/order.js";
import type { Platform } from "../platform.js";

/** What a code is good for: this signer, this order, these documents, this consent, these values. */
export interface CodeBinding {
  readonly codeId: string;
  readonly orderId: string;
  readonly signerId: string;
  readonly documents: readonly Pick<OrderDocument, "id" | "sha256">[];
  readonly consentText: string;
  readonly consentClauses: readonly string[];
  /** Digest of what the signer has filled in, 32 bytes. */
  readonly fields: Uint8Array;
}

/**
 * What the database keeps of a code: an HMAC under a pepper that is not in the database, over the code and all that
 * it is bound to. A stolen database gives no code, and a code sent for one content does not sign another.
 * @returns 32 bytes
 */
export function hashCode(platform: Pick<Platform, "secretBox">, binding: CodeBinding, code: string): Buffer {
  const { codeId, orderId, signerId } = binding;
  const message = [codeId, orderId, signerId, contentDigest(binding), code].join("\n");
  return Buffer.from(platform.secretBox.mac(Buffer.from(message, "utf8"), "one-time code"));
}

/** Each part with its length before it, so that nothing can move from one to the next. */
function contentDigest({ documents, consentText, consentClauses, fields }: CodeBinding): string {
  const content = createHash("sha256").update(`${documents.length} ${consentClauses.length}\n`);
  const add = (bytes: Uint8Array) => content.update(`${bytes.length}\n`).update(bytes);
  for (const document of documents) {
    add(Buffer.from(document.id));
    add(document.sha256);
  }
  for (const text of [consentText, ...consentClauses]) add(Buffer.from(text, "utf8"));
  add(fields);
  return content.digest("hex");
}

/** Compares in constant time. */
export function sameCode(expected: Uint8Array, actual: Uint8Array): boolean {
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Shows enough of an address for its owner to know it: `m***@example.org`, `+33 *** 78`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf("@");
  if (at > 0) return `${[...address][0]}***${address.slice(at)}`;
  return `${address.slice(0, 3)} *** ${address.slice(-2)}`;
}
