import type { Order } from "../orders/order.js";

/** A document before and after signing, as files of the container. */
interface SignedPair {
  readonly source: string;
  readonly signed: string;
}

/** What README.txt tells of. */
export interface ReadmeFacts {
  readonly order: Pick<Order, "id" | "title" | "state" | "mode">;
  readonly madeAt: Date;
  /** Names of all other files. */
  readonly files: readonly string[];
  /** One of the documents that were signed and are in the container; null where there is none. */
  readonly example: SignedPair | null;
  /** SHA-256 of the root's certificate, hexadecimal. */
  readonly root: string;
}
