import type { Certificate } from "../x509/parseCertificate.js";
import type { SignedObject } from "./signedObject.js";

/** What is missing to validate a signature or time-stamp, and where the certificates say that it can be had. */
export type MissingValidationData =
  | {
      /** The certificate of the signer is neither in the signature nor anywhere else. */
      readonly kind: "signerCertificate";
    }
  | {
      /** The certificate that issued `certificate` is missing. */
      readonly kind: "issuer";
      readonly certificate: Certificate;
      /** caIssuers addresses (RFC 5280 4.2.2.1). */
      readonly urls: readonly string[];
    }
  | {
      /** Revocation data of `certificate` are missing. */
      readonly kind: "revocation";
      readonly certificate: Certificate;
      readonly issuer: Certificate;
      readonly crls: readonly string[];
      readonly ocsp: readonly string[];
      /** There are some, but from before the time at which the signature or time-stamp is known to have existed. */
      readonly outdated: boolean;
    };

const ROLES: Readonly<Record<SignedObject["role"], string>> = {
  signature: "the signature",
  signatureTimestamp: "the time-stamp of the signature",
  documentTimestamp: "the document time-stamp",
  archiveTimestamp: "the archive time-stamp",
};

/** What is missing for whom, and where it was to be had, as a part of a sentence. */
export function missingSentence(
  fieldName: string | null,
  role: SignedObject["role"],
  missing: MissingValidationData,
): string {
  const where = fieldName === null ? "" : ` in the field ${quoted(fieldName)}`;
  return `for ${ROLES[role]}${where} ${what(missing)}`;
}

function what(missing: MissingValidationData): string {
  switch (missing.kind) {
    case "signerCertificate":
      return "the signer's certificate";
    case "issuer":
      return `the certificate that issued ${nameOf(missing.certificate)}${places(missing.urls)}`;
    case "revocation":
      return `the revocation data of ${nameOf(missing.certificate)}${places([...missing.ocsp, ...missing.crls])}`;
  }
}

function places(urls: readonly string[]): string {
  const [first] = urls;
  return first === undefined ? ", which names no address of it" : ` (${printable(first)})`;
}

const nameOf = ({ subjectCommonName, serialNumber }: Certificate): string =>
  subjectCommonName === null
    ? `the certificate ${Buffer.from(serialNumber).toString("hex").slice(0, 40)}`
    : quoted(subjectCommonName);

const quoted = (text: string): string => JSON.stringify(printable(text));

/** A stranger's text on its way into a message: short, without control characters. */
const printable = (text: string): string => text.replace(/\p{Cc}/gu, " ").slice(0, 120);
