import { parseSignedData, type SignedData } from "../cms/parseSignedData.js";
import { isNamedCertificate } from "../cms/signingCertificate.js";
import { signerVerifies } from "../cms/verifySigner.js";
import { EngineError } from "../error.js";
import { type DigestName, digestAlgorithmByOid } from "../x509/digestAlgorithm.js";
import { type Certificate, parseCertificate } from "../x509/parseCertificate.js";
import type { Finding, FindingCode } from "./finding.js";
import type { DigestBy } from "./timestampToken.js";

/** A detached signature that was checked; without `signed` it could not be read. */
export interface CmsVerdict {
  readonly signed: SignedData | null;
  readonly certificate: Certificate | null;
  /** Empty when it is this certificate's key's, over this content. */
  readonly findings: readonly Finding[];
}

/**
 * Checks a detached CAdES signature of one signer (EN 319 122-1; RFC 5652 5.4, 5.6): the digest of the content, the
 * certificate that signing-certificate(-v2) names, and the signature value. Time-stamps and path are not looked at.
 * @param cms ContentInfo, DER or BER
 * @param digest of what it is to be over
 */
export function judgeCmsSignature(cms: Uint8Array, digest: DigestBy): CmsVerdict {
  try {
    const signed = parseSignedData(cms);
    const certificate = signed.signerCertificate && parseCertificate(signed.signerCertificate);
    return { signed, certificate, findings: findingsOf(signed, digest) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return {
      signed: null,
      certificate: null,
      findings: [{ code: "signature_malformed", message: error.message }],
    };
  }
}

function findingsOf(signed: SignedData, digest: DigestBy): Finding[] {
  const { signerCertificate, signingCertificateHash } = signed;
  const algorithm = digestAlgorithmByOid(signed.digestAlgorithm);
  if (signed.content !== null)
    return [finding("signature_malformed", "holds what it signs, and is to be detached")];
  if (algorithm === null || signed.signatureScheme === null) {
    return [finding("signature_malformed", "is by an algorithm that is not accepted")];
  }
  const findings: Finding[] = [];
  if (!isDigest(digest, algorithm.name, signed.messageDigest)) {
    findings.push(
      finding("signature_digest_mismatch", "is over something else: what it signs was changed or swapped"),
    );
  }
  if (signerCertificate === null || signingCertificateHash === null) {
    findings.push(
      finding("signer_certificate_mismatch", "does not say by which certificate it is, or does not bring it"),
    );
  } else if (!isNamedCertificate(signingCertificateHash, signerCertificate)) {
    findings.push(
      finding("signer_certificate_mismatch", "names another certificate than the one that it brings"),
    );
  } else if (!signerVerifies(signed)) {
    findings.push(
      finding("signature_value_wrong", "was not made with the key of its certificate, or was changed"),
    );
  }
  return findings;
}

const isDigest = (digest: DigestBy, name: DigestName, signedDigest: Uint8Array): boolean =>
  Buffer.compare(digest(name), signedDigest) === 0;

const finding = (code: FindingCode, what: string): Finding => ({ code, message: `The signature ${what}.` });
