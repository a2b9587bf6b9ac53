const DAY = 86_400;

/** What a certificate revocation list of one kind looks like, as data: prepare writes it, and lint holds the result against it. */
export interface CertificateListProfile {
  readonly name: string;
  /** Longest time from thisUpdate to nextUpdate in seconds; `NO_FURTHER_UPDATE` is beside it. */
  readonly maximumValiditySeconds: number;
  /** http URL that stands in the certificates' cRLDistributionPoints, for issuingDistributionPoint (RFC 5280 5.2.5); null for none. */
  readonly distributionPoint: string | null;
  /** Which certificates of the authority it speaks of. Other than `all` needs a distributionPoint. */
  readonly covers: "all" | "endEntities" | "authorities";
  /** Certificates that expired at or after this moment stay listed: expiredCertsOnCRL (X.509 9.5.2.8, EN 319 411-2 6.3.10); null when they do not. */
  readonly expiredCertificatesSince: Date | null;
}

/**
 * nextUpdate of the last list of an authority, after which all its certificates have ended (EN 319 411-1 6.3.9; the
 * value is that of RFC 5280 4.1.2.5).
 */
export const NO_FURTHER_UPDATE = new Date("9999-12-31T23:59:59Z");

/**
 * The list of an authority that answers for a few authorities and time-stamping units, its certificates being good for
 * decades: made by hand or by a timer, within a year of the one before (EN 319 411-1 6.3.9).
 * @param expiredCertificatesSince the authority's beginning, when what was revoked stays listed for good
 */
export function authorityRevocationList(
  options: { readonly expiredCertificatesSince?: Date } = {},
): CertificateListProfile {
  return {
    name: "authorityRevocationList",
    maximumValiditySeconds: 366 * DAY,
    distributionPoint: null,
    covers: "all",
    expiredCertificatesSince: options.expiredCertificatesSince ?? null,
  };
}

/**
 * The list of an authority that issues to end entities, renewed at least each day and good for at most ten (EN 319
 * 411-1 6.3.9 wants one each 24 hours where there is no OCSP).
 */
export function endEntityRevocationList(
  options: { readonly expiredCertificatesSince?: Date; readonly distributionPoint?: string } = {},
): CertificateListProfile {
  return {
    name: "endEntityRevocationList",
    maximumValiditySeconds: 10 * DAY,
    distributionPoint: options.distributionPoint ?? null,
    covers: "all",
    expiredCertificatesSince: options.expiredCertificatesSince ?? null,
  };
}
