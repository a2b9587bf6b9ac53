import { oids } from "../asn1/oids.js";

/** Bits of the keyUsage extension by name and number (RFC 5280 4.2.1.3); contentCommitment was nonRepudiation once. */
export const keyUsageBits = {
  digitalSignature: 0,
  contentCommitment: 1,
  keyCertSign: 5,
  cRLSign: 6,
} as const;

export type KeyUsage = keyof typeof keyUsageBits;

/** What a TLS server is asked for by: a dNSName, or the 4 or 16 octets of an iPAddress (RFC 5280 4.2.1.6). */
export type ServerName = { readonly dns: string } | { readonly address: Uint8Array };

/** What a certificate of one kind looks like, as data: prepare writes it, and lint holds the result against it. */
export interface CertificateProfile {
  readonly name: string;
  /** Signed with its own key, its issuer being itself. */
  readonly selfSigned: boolean;
  /**
   * Whose name the subject is: EN 319 412-2 4.2.4 for a person, EN 319 412-3 4.2.1 for an organisation. A program that
   * calls in an organisation's name is a client, of which we know no country.
   */
  readonly subject: "organization" | "naturalPerson" | "client";
  /** basicConstraints of an authority (RFC 5280 4.2.1.9): how many further authorities may follow; null for an end entity. */
  readonly pathLength: number | null;
  /** Critical. */
  readonly keyUsage: readonly KeyUsage[];
  /** Dotted object identifiers; critical for time-stamping (RFC 3161 2.3), not for signing OCSP responses. */
  readonly extendedKeyUsage: readonly string[];
  /** Policies it is issued under; dotted object identifiers. */
  readonly policies: readonly string[];
  /** subjectAltName of a TLS server; empty for all others. */
  readonly serverNames: readonly ServerName[];
  /** Longest time from notBefore through notAfter, both included, in seconds. */
  readonly maximumValiditySeconds: number;
  /** ETSI validity-assured short-term (EN 319 412-1 5.2.2): it expires before a revocation could be processed. */
  readonly validityAssuredShortTerm: boolean;
  /** noRevAvail (RFC 9608): nobody will ever publish whether it was revoked. */
  readonly noRevocationAvailable: boolean;
  /** id-pkix-ocsp-nocheck (RFC 6960 4.2.2.2.1): an OCSP responder's own certificate is not to be asked about. */
  readonly ocspNoCheck: boolean;
  /** http URL of the issuer's certificate, for authorityInformationAccess (RFC 5280 4.2.2.1), where there is one. */
  readonly caIssuers: string | null;
  /** http URL of the issuer's OCSP responder, for authorityInformationAccess (RFC 6960 3.1), where there is one. */
  readonly ocsp: string | null;
  /** http URL of the issuer's revocation list (RFC 5280 4.2.1.13), where there is one. */
  readonly crlDistributionPoint: string | null;
}

/**
 * Access method and URL of each AccessDescription of authorityInformationAccess, the responder first, as it is asked
 * first (RFC 5280 4.2.2.1, RFC 6960 3.1).
 */
export function accessDescriptions({ ocsp, caIssuers }: CertificateProfile): [string, string][] {
  const descriptions: [string, string][] = [];
  if (ocsp !== null) descriptions.push([oids.ocsp, ocsp]);
  if (caIssuers !== null) descriptions.push([oids.caIssuers, caIssuers]);
  return descriptions;
}

/** RFC 3161 2.3 wants it of a time-stamping unit; of others nobody does, and some readers then refuse them. */
export const isExtendedKeyUsageCritical = ({ extendedKeyUsage }: CertificateProfile): boolean =>
  extendedKeyUsage.includes(oids.timeStamping);
