/** CRLReason (RFC 5280 5.3.1); 7 is not used. */
const numbers = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  removeFromCRL: 8,
  privilegeWithdrawn: 9,
  aACompromise: 10,
} as const;

/** Why a certificate was revoked, as others may have written it. */
export type RevocationReason = keyof typeof numbers;

/**
 * The reasons that we give. Without one the reason is unspecified, which is not to be written (RFC 5280 5.3.1). A
 * hold could be lifted, after which nobody can tell whether a signature was made during it, so none is ever given;
 * removeFromCRL is for delta lists, which we do not issue.
 */
export type GivenReason = Exclude<RevocationReason, "unspecified" | "certificateHold" | "removeFromCRL">;

export const reasonNumber = (reason: RevocationReason): number => numbers[reason];

/** @returns null for a number that RFC 5280 5.3.1 does not know */
export function reasonByNumber(number: number): RevocationReason | null {
  const names = Object.keys(numbers) as RevocationReason[];
  return names.find((name) => numbers[name] === number) ?? null;
}

/** Whether lint lets a list or an answer of our own say this. */
export const isGivenReason = (reason: RevocationReason | null): reason is GivenReason | null =>
  reason !== "unspecified" && reason !== "certificateHold" && reason !== "removeFromCRL";
