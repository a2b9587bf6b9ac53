/** What a stranger's revocation list may cost at most. */
export interface CertificateListLimits {
  /** Of the whole list. */
  readonly maxBytes: number;
  readonly maxEntries: number;
}

/** The largest lists of public authorities have some hundred thousand entries. */
export const DEFAULT_CERTIFICATE_LIST_LIMITS: CertificateListLimits = {
  maxBytes: 32 * 1024 * 1024,
  maxEntries: 1_000_000,
};
