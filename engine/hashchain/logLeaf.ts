import { canonicalJson } from "./canonicalJson.js";

/** How an order's chain stood when it was written into its tenant's log. */
export interface LogLeaf {
  /** The log's public id, `log_…`. */
  readonly log: string;
  /** The order's public id, `ord_…`. */
  readonly order: string;
  /** Events that the chain had. */
  readonly length: number;
  /** Hash of the last of them, 64 hexadecimal digits in lower case. */
  readonly head: string;
}

/**
 * The bytes of a leaf of a tenant's Merkle tree: canonical JSON (RFC 8785) in UTF-8. The log is named in it, so that
 * no leaf of one tenant's log is a leaf of another's.
 */
export function leafBytes({ log, order, length, head }: LogLeaf): Uint8Array {
  return Buffer.from(canonicalJson({ v: 1, log, order, length, head }), "utf8");
}
