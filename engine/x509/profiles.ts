import { oids } from "../asn1/oids.js";
import type { CertificateProfile, ServerName } from "./profile.js";

const DAY = 86_400;
const YEAR = 366 * DAY;

/** Where those who check a certificate find its issuer, its revocation list and its OCSP responder, for as long as it is checked. */
export interface PublishedAt {
  readonly caIssuers?: string;
  readonly crlDistributionPoint?: string;
  readonly ocsp?: string;
}

/** The self-signed authority that is the trust anchor; one level of authorities may stand below it. */
export const rootAuthority: CertificateProfile = {
  name: "rootAuthority",
  selfSigned: true,
  subject: "organization",
  pathLength: 1,
  keyUsage: ["keyCertSign", "cRLSign"],
  extendedKeyUsage: [],
  policies: [],
  serverNames: [],
  maximumValiditySeconds: 30 * YEAR,
  validityAssuredShortTerm: false,
  noRevocationAvailable: false,
  ocspNoCheck: false,
  caIssuers: null,
  ocsp: null,
  crlDistributionPoint: null,
};

/** The authority, issued by the root, that issues to signers and to nobody else. */
export function signerAuthority(published: PublishedAt = {}): CertificateProfile {
  return {
    ...rootAuthority,
    ...locations(published),
    name: "signerAuthority",
    selfSigned: false,
    pathLength: 0,
    // Without it no policy of a signer's certificate would count (RFC 5280 6.1.3 d).
    policies: [oids.anyPolicy],
    maximumValiditySeconds: 20 * YEAR,
  };
}

/** A time-stamping unit, issued by the root: extended key usage critical and alone (RFC 3161 2.3). */
export function timestampUnit(
  options: PublishedAt & { readonly policies?: readonly string[] } = {},
): CertificateProfile {
  return {
    ...rootAuthority,
    ...locations(options),
    name: "timestampUnit",
    selfSigned: false,
    pathLength: null,
    keyUsage: ["digitalSignature"],
    extendedKeyUsage: [oids.timeStamping],
    policies: options.policies ?? [],
    maximumValiditySeconds: 15 * YEAR,
  };
}

/**
 * An organisation's electronic seal, issued by the root (EN 319 412-3): contentCommitment alone (EN 319 412-2 4.3.2,
 * type A), and no extended key usage, for the reason that a signer's has none.
 * @param options.policies certificate policies, at least one dotted object identifier
 */
export function electronicSeal(
  options: PublishedAt & { readonly policies: readonly string[] },
): CertificateProfile {
  return {
    ...rootAuthority,
    ...locations(options),
    name: "electronicSeal",
    selfSigned: false,
    pathLength: null,
    keyUsage: ["contentCommitment"],
    policies: options.policies,
    maximumValiditySeconds: 15 * YEAR,
  };
}

/**
 * A responder that answers OCSP requests for the authority that issued this to it (RFC 6960 4.2.2.2). Nobody can ask
 * whether it was revoked (4.2.2.2.1), so it is short-lived: a year at most.
 */
export function ocspResponder(options: Pick<PublishedAt, "caIssuers"> = {}): CertificateProfile {
  return {
    ...rootAuthority,
    name: "ocspResponder",
    selfSigned: false,
    pathLength: null,
    keyUsage: ["digitalSignature"],
    extendedKeyUsage: [oids.ocspSigning],
    maximumValiditySeconds: YEAR,
    ocspNoCheck: true,
    caIssuers: options.caIssuers ?? null,
  };
}

/**
 * A natural person's certificate for one act of signing (EN 319 412-2).
 *
 * contentCommitment alone (4.3.2, type A). No extended key usage: those who check a signature on a document for the
 * purpose of e-mail, as NSS and OpenSSL do by default, would refuse any that leaves e-mail out. Not longer than a day,
 * so that it has ended before a revocation could have been published.
 *
 * @param options.policies certificate policies, at least one dotted object identifier (4.3.3)
 * @param options.caIssuers http URL of the issuer's certificate, which EN 319 412-2 4.4.1 wants where there is one
 */
export function oneTimeSigner(options: {
  readonly policies: readonly string[];
  readonly caIssuers?: string;
}): CertificateProfile {
  return {
    name: "oneTimeSigner",
    selfSigned: false,
    subject: "naturalPerson",
    pathLength: null,
    keyUsage: ["contentCommitment"],
    extendedKeyUsage: [],
    policies: options.policies,
    serverNames: [],
    maximumValiditySeconds: DAY,
    validityAssuredShortTerm: true,
    noRevocationAvailable: true,
    ocspNoCheck: false,
    caIssuers: options.caIssuers ?? null,
    ocsp: null,
    crlDistributionPoint: null,
  };
}

/**
 * The self-signed authority that issues to programs that call, and to nobody else. It is its own trust anchor: who lets
 * callers in by it trusts nobody else with that, neither a signer nor a time-stamping unit.
 */
export const clientAuthority: CertificateProfile = {
  ...rootAuthority,
  name: "clientAuthority",
  pathLength: 0,
};

/**
 * What a program proves with who it is when it opens a TLS connection (RFC 5280 4.2.1.12): digitalSignature, clientAuth,
 * three years at most. Where it is let in is where it is known to be revoked, so it names no list.
 */
export const clientCertificate: CertificateProfile = {
  ...rootAuthority,
  name: "clientCertificate",
  selfSigned: false,
  subject: "client",
  pathLength: null,
  keyUsage: ["digitalSignature"],
  extendedKeyUsage: [oids.clientAuth],
  maximumValiditySeconds: 3 * YEAR,
};

/** The self-signed authority that issues to the service's own TLS port, and to nobody else. */
export const serverAuthority: CertificateProfile = {
  ...rootAuthority,
  name: "serverAuthority",
  pathLength: 0,
};

/** What a TLS server proves with who it is (RFC 5280 4.2.1.6, 4.2.1.12): a hundred days at most, so that nobody asks for lists. */
export function serverCertificate(names: readonly ServerName[]): CertificateProfile {
  return {
    ...rootAuthority,
    name: "serverCertificate",
    selfSigned: false,
    pathLength: null,
    keyUsage: ["digitalSignature"],
    extendedKeyUsage: [oids.serverAuth],
    serverNames: names,
    maximumValiditySeconds: 100 * DAY,
  };
}

function locations(
  published: PublishedAt,
): Pick<CertificateProfile, "caIssuers" | "ocsp" | "crlDistributionPoint"> {
  return {
    caIssuers: published.caIssuers ?? null,
    ocsp: published.ocsp ?? null,
    crlDistributionPoint: published.crlDistributionPoint ?? null,
  };
}
