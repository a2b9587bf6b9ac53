import type { Placement } from "../orders/order.js";

/** A signature that nobody sees has no size (ISO 32000-2 12.7.5.5). */
export function isInvisible({ width }: Pick<Placement, "width">): boolean {
  return width === 0;
}

/**
 * Which of a signer's placements in one document their signature stands in: a signature field of the document, else
 * their first signature placement. Their further ones are drawn.
 * @param placements of one signer in one document
 * @returns null where there is none: the signature finds a free place by itself
 */
export function signatureWidget<P extends Pick<Placement, "kind" | "position" | "fieldName">>(
  placements: readonly P[],
): P | null {
  const signatures = placements
    .filter(({ kind }) => kind === "signature")
    .sort((one, other) => one.position - other.position);
  return signatures.find(({ fieldName }) => fieldName !== null) ?? signatures[0] ?? null;
}
