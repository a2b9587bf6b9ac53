import type { DerElement } from "../asn1/derElement.js";
import { contextPrimitive, tag } from "../asn1/derTag.js";
import { issuerAndSerialNumber, parseCertificate } from "../x509/parseCertificate.js";

/**
 * The certificate that a SignerIdentifier points at (RFC 5652 5.3): by issuer and serial number, or by subject key
 * identifier.
 * @returns null when it is none of these
 * @throws EngineError `asn1_malformed` when one of the certificates cannot be read
 */
export function findSignerCertificate(
  certificates: readonly Uint8Array[],
  signerIdentifier: DerElement,
): Uint8Array | null {
  const { tag: choice, encoded, content } = signerIdentifier;
  const found = certificates.find((certificate) => {
    if (choice === tag.sequence) return same(issuerAndSerialNumber(certificate), encoded);
    const identifier =
      choice === contextPrimitive(0) ? parseCertificate(certificate).subjectKeyIdentifier : null;
    return identifier !== null && same(identifier, content);
  });
  return found ?? null;
}

const same = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;
