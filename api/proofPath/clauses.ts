import { createHash } from "node:crypto";
import type { Order, Signer } from "../orders/order.js";
import { consentText } from "../signing/consent.js";

/** What a signer agrees to by itself, word for word. */
export interface Clause {
  /** 0: the order's consent text; from 1 on, its further clauses. */
  readonly position: number;
  readonly text: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  readonly sha256: string;
}

/** The clauses that a signer of an order agrees to, in order. */
export function clausesOf(
  order: Pick<Order, "consentText" | "consentClauses">,
  signer: Pick<Signer, "language" | "role">,
): Clause[] {
  const texts = [consentText(order.consentText, signer.language, signer.role), ...order.consentClauses];
  return texts.map((text, position) => ({
    position,
    text,
    sha256: createHash("sha256").update(text, "utf8").digest("hex"),
  }));
}
