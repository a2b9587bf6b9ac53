import type { DigestName } from "../x509/digestAlgorithm.js";

type Fetched = Uint8Array | undefined;

/**
 * Asks a time-stamping authority.
 * @param digest what is to be stamped
 * @returns TimeStampToken DER (RFC 3161 2.4.2), with the unit's certificate in it
 */
export type TimestampSource = (
  digest: Uint8Array,
  digestAlgorithm: DigestName,
) => Uint8Array | Promise<Uint8Array>;

/** Fetches from the addresses that certificates name. What cannot be had is undefined, or an error. */
export interface RevocationFetcher {
  /** CertificateList DER from a cRLDistributionPoints address (RFC 5280 4.2.1.13). */
  readonly crl?: (url: string) => Fetched | Promise<Fetched>;
  /** OCSPResponse DER (RFC 6960) to an OCSPRequest DER, from an authorityInfoAccess address. */
  readonly ocsp?: (url: string, request: Uint8Array) => Fetched | Promise<Fetched>;
  /** Certificate DER or a certs-only CMS, from a caIssuers address (RFC 5280 4.2.2.1). */
  readonly certificate?: (url: string) => Fetched | Promise<Fetched>;
}

/** Revocation data of one certificate, either or both. */
export interface RevocationAnswer {
  /** CertificateList DER. */
  readonly crl?: Uint8Array;
  /** OCSPResponse DER. */
  readonly ocsp?: Uint8Array;
}

/**
 * Where revocation data come from: one function a kind of address, or one function that knows by itself where to
 * look. Both certificates are DER.
 */
export type RevocationSource =
  | RevocationFetcher
  | ((
      certificate: Uint8Array,
      issuer: Uint8Array,
    ) => RevocationAnswer | undefined | Promise<RevocationAnswer | undefined>);
