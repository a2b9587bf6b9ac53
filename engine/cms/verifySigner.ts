import { createHash } from "node:crypto";
import { digestAlgorithmByOid, digestOf } from "../x509/digestAlgorithm.js";
import { subjectPublicKeyInfoOf } from "../x509/parseCertificate.js";
import { verifyWith } from "../x509/verifySignature.js";
import type { SignedData } from "./parseSignedData.js";
import { isNamedCertificate } from "./signingCertificate.js";

/**
 * Whether the signature value is this certificate's key's over the signed attributes (RFC 5652 5.6), and the
 * certificate the one that signing-certificate or signing-certificate-v2 names, when there is one (RFC 5035 5.4).
 * Whether the message digest is the content's is `digestMatches`; whom the certificate can be trusted for, path
 * validation's.
 * @param certificate DER; the one in the signature when absent
 * @throws EngineError `asn1_malformed` when the certificate is none
 */
export function signerVerifies(signed: SignedData, certificate = signed.signerCertificate): boolean {
  const { signatureScheme, signedAttributes, signatureValue, signingCertificateHash } = signed;
  if (signatureScheme === null || certificate === null) return false;
  if (signingCertificateHash !== null && !isNamedCertificate(signingCertificateHash, certificate))
    return false;
  return verifyWith(signatureScheme, subjectPublicKeyInfoOf(certificate), signedAttributes, signatureValue);
}

/**
 * Whether the signed message digest is the content's (RFC 5652 5.6).
 * @param content what a detached signature is over, such as the bytes of /ByteRange; that inside when absent
 * @returns false, too, when the digest is not SHA-256, SHA-384 or SHA-512, and when there is no content
 */
export function digestMatches(signed: SignedData, ...content: readonly Uint8Array[]): boolean {
  const algorithm = digestAlgorithmByOid(signed.digestAlgorithm);
  const parts = content.length > 0 ? content : signed.content && [signed.content];
  if (algorithm === null || parts === null) return false;
  const [only] = parts;
  if (only && parts.length === 1) return same(digestOf(algorithm.name, only), signed.messageDigest);
  const running = createHash(algorithm.name);
  for (const part of parts) running.update(part);
  return same(running.digest(), signed.messageDigest);
}

const same = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;
