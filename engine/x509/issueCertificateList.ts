import { bitString, sequence } from "../asn1/derWriter.js";
import { type CertificateListRequest, prepareCertificateList } from "./certificateList.js";
import type { CertificateListProfile } from "./crlProfile.js";
import { type LintedCertificateList, lintCertificateList } from "./lintCertificateList.js";
import { signAndVerify } from "./signAndVerify.js";
import type { MessageSigner, SignatureAlgorithm } from "./signatureAlgorithm.js";

/**
 * Issues a certificate revocation list: prepares it, reads it back and judges it, and only then has it signed
 * (RFC 5280 5). What 100,000 entries take is a few times the list's own four megabytes.
 * @param sign signs with the key of `request.issuer`
 * @param algorithm that of the authority's key, with its usual digest, when absent
 * @returns CertificateList DER
 * @throws EngineError `revocation_lint_failed` before anything is signed; `asn1_malformed` when a value has no DER form;
 *   `algorithm_unsupported` and `key_too_weak` for the authority's key; `signature_invalid` when `sign` signed otherwise
 */
export async function issueCertificateList(
  profile: CertificateListProfile,
  request: CertificateListRequest,
  sign: MessageSigner,
  algorithm?: SignatureAlgorithm,
): Promise<Uint8Array> {
  return await signCertificateList(
    lintCertificateList(prepareCertificateList(profile, request, algorithm)),
    sign,
  );
}

/**
 * Has a list signed, and checks that it verifies with its authority's key before it is handed out. It takes what lint
 * returned and nothing else.
 * @throws EngineError `signature_invalid` when what comes back is not that authority's signature
 */
export async function signCertificateList(
  { tbs, algorithm, issuer }: LintedCertificateList,
  sign: MessageSigner,
): Promise<Uint8Array> {
  const signature = await signAndVerify(tbs, algorithm, issuer.subjectPublicKeyInfo, sign);
  return sequence(tbs, algorithm.identifier, bitString(signature));
}
