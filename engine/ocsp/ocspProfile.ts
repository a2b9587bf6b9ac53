const DAY = 86_400;

/** What the answers of a responder look like, as data: prepare writes them, and lint holds the result against it. */
export interface OcspProfile {
  readonly name: string;
  /** Longest time from thisUpdate to nextUpdate in seconds. */
  readonly maximumValiditySeconds: number;
  /** Most certificates in one request; one that asks about more is answered `unauthorized`. RFC 5019 2.1.1 wants one. */
  readonly maximumCertificates: number;
  /** Certificates that expired at or after this moment are answered for: archiveCutoff (RFC 6960 4.4.4, EN 319 411-2 6.3.10); null when they are not. */
  readonly archiveCutoff: Date | null;
}

/**
 * A responder whose answers hold ten days at most (CA/Browser Forum BR 4.9.10).
 * @param archiveCutoff the authority's beginning, when certificates are answered for beyond their end
 */
export function statusResponder(options: { readonly archiveCutoff?: Date } = {}): OcspProfile {
  return {
    name: "statusResponder",
    maximumValiditySeconds: 10 * DAY,
    maximumCertificates: 8,
    archiveCutoff: options.archiveCutoff ?? null,
  };
}
