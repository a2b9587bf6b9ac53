import type { AlgorithmFamily, ReliedOnAlgorithm } from "./containerHorizon.js";

/** Until when an algorithm may be relied on. */
export interface AlgorithmDate {
  readonly name: AlgorithmFamily;
  /** The row is for keys from this length on, up to the next row of the algorithm. */
  readonly fromBits: number;
  /** From then on it proves nothing any more; null: no end is in sight. */
  readonly until: Date | null;
}

const row = (name: AlgorithmFamily, fromBits: number, until: string | null): AlgorithmDate => ({
  name,
  fromBits,
  until: until === null ? null : new Date(`${until}T00:00:00Z`),
});

/**
 * The dates of ETSI TS 119 312 V1.5.1, which are also those that EU DSS 6.4 validates by: what it calls
 * recommended has no end, RSA with PKCS #1 v1.5 and RSA keys below 3000 bits are legacy and end with 2028. Ed25519 is not
 * in it, and stands here with curves of the same strength. Whoever watches the field passes a table of their own: a
 * broken algorithm gets a date in the past, and all that rests on it is due.
 */
export const ALGORITHM_DATES: readonly AlgorithmDate[] = [
  row("sha256", 256, null),
  row("sha384", 384, null),
  row("sha512", 512, null),
  row("ecdsa", 256, null),
  row("ed25519", 256, null),
  row("rsa-pkcs1", 1900, "2029-01-01"),
  row("rsa-pss", 1900, "2029-01-01"),
  row("rsa-pss", 3000, null),
];

/**
 * Until when an algorithm may be relied on by a table.
 * @returns null when no end is in sight; the beginning of time for one that the table does not have
 */
export function reliedOnUntil(
  { name, bits }: ReliedOnAlgorithm,
  table: readonly AlgorithmDate[] = ALGORITHM_DATES,
): Date | null {
  let found: AlgorithmDate | undefined;
  for (const candidate of table) {
    if (candidate.name !== name || candidate.fromBits > bits) continue;
    if (found === undefined || candidate.fromBits >= found.fromBits) found = candidate;
  }
  return found === undefined ? new Date(0) : found.until;
}
