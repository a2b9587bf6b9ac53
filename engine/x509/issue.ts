import { bitString, sequence } from "../asn1/derWriter.js";
import { type CertificateRequest, prepareCertificate } from "./certificate.js";
import { type LintedCertificate, lintCertificate } from "./lint.js";
import type { CertificateProfile } from "./profile.js";
import { signAndVerify } from "./signAndVerify.js";
import type { MessageSigner } from "./signatureAlgorithm.js";

/**
 * Issues a certificate: prepares it, reads it back and judges it, and only then has it signed (RFC 5280 4.1.1).
 * @param profile kept by the caller from one certificate to the next: what is the same in all of them is encoded once
 * @param sign signs with the key of `request.issuer`, or the certificate's own when that is null
 * @returns Certificate DER
 * @throws EngineError `certificate_lint_failed` before anything is signed; `asn1_malformed` when a value has no DER form;
 *   `algorithm_unsupported` and `key_too_weak` for the authority's key; `signature_invalid` when `sign` signed otherwise
 */
export async function issueCertificate(
  profile: CertificateProfile,
  request: CertificateRequest,
  sign: MessageSigner,
): Promise<Uint8Array> {
  return await signCertificate(lintCertificate(prepareCertificate(profile, request)), sign);
}

/**
 * Has a certificate signed, and checks that it verifies with its authority's key before it is handed out. It takes
 * what lint returned and nothing else.
 * @throws EngineError `signature_invalid` when what comes back is not that authority's signature
 */
export async function signCertificate(
  { tbs, algorithm, authorityKey }: LintedCertificate,
  sign: MessageSigner,
): Promise<Uint8Array> {
  const signature = await signAndVerify(tbs, algorithm, authorityKey, sign);
  return sequence(tbs, algorithm.identifier, bitString(signature));
}
