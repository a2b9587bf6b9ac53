import { createHash, timingSafeEqual } from "node:crypto";
import type { OrderDocument } from "../orders/order.js";
import type { Platform } from "../platform.js";

/** What a code is good for: this signer, this order, these documents, this consent. */
export interface CodeBinding {
  readonly codeId: string;
  readonly orderId: string;
  readonly signerId: string;
  readonly documents: readonly Pick<OrderDocument, "id" | "sha256">[];
  readonly consentText: string;
}

/** Draws a code: uniformly distributed, leading zeros kept. @param digits its length */
export function drawCode(platform: Pick<Platform, "random">, digits: number): string {
  return platform.random
    .integer(10 ** digits)
    .toString()
    .padStart(digits, "0");
}

/**
 * What the database keeps of a code: an HMAC under a pepper that is not in the database, over the code and all that
 * it is bound to. A stolen database gives no code, and a code sent for one content does not sign another.
 * @returns 32 bytes
 */
export function hashCode(platform: Pick<Platform, "secretBox">, binding: CodeBinding, code: string): Buffer {
  const content = createHash("sha256");
  for (const document of binding.documents) content.update(document.id).update(document.sha256);
  content.update(binding.consentText, "utf8");
  const message = [binding.codeId, binding.orderId, binding.signerId, content.digest("hex"), code].join("\n");
  return Buffer.from(platform.secretBox.mac(Buffer.from(message, "utf8"), "one-time code"));
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
