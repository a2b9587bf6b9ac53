import { createHash } from "node:crypto";
import type { Placement } from "../orders/order.js";

/**
 * SHA-256 over what a signer has filled in: a one-time code is bound to it, so that a code that was asked for one
 * content does not sign another.
 * @param placements of one signer, in any order
 * @returns 32 bytes
 */
export function fieldsDigest(placements: readonly Pick<Placement, "id" | "value">[]): Buffer {
  const filled = placements
    .filter(({ value }) => value !== null)
    .map(({ id, value }): [string, string | null] => [id, value])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(filled), "utf8").digest();
}
