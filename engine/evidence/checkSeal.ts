import { oids } from "../asn1/oids.js";
import type { SignedData } from "../cms/parseSignedData.js";
import { EngineError } from "../error.js";
import type { CertificateVerdict } from "../validation/certificateJudge.js";
import { namesOrganisation } from "../validation/certificateName.js";
import { judgeCmsSignature } from "../validation/cmsSignature.js";
import { quoted } from "../validation/finding.js";
import { type DigestBy, digestBy, judgeToken } from "../validation/timestampToken.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { allowsKeyUsage, extensionsOf, isAuthority, purposesOf } from "../x509/readExtensions.js";
import type { Section } from "./reportWriter.js";
import { judgeSigner, judgeUnit, type ProofEnd, type Verification } from "./verification.js";

/** A signature that was judged, and when it is proven to have been there. */
export interface JudgedSignature {
  readonly certificate: Certificate;
  readonly verdict: CertificateVerdict;
  readonly time: Date;
}

/**
 * Judges a CAdES signature with its signature time-stamps: the signature, each time-stamp, and the certificates at the
 * time that the first of them proves.
 * @param until by when a later time-stamp proves those of the signature
 * @returns null where there is no certificate or no time to judge it at; then there is a fault
 */
export function judgeSignature(
  verification: Verification,
  section: Section,
  cms: Uint8Array,
  digest: DigestBy,
  file: string,
  until: ProofEnd,
): JudgedSignature | null {
  const { signed, certificate, findings } = judgeCmsSignature(cms, digest);
  section.findings(findings, file);
  if (signed === null || certificate === null) return null;
  const time = provenTime(verification, section, signed, file, until);
  if (time === null) return null;
  return { certificate, verdict: judgeSigner(verification, section, certificate, time, file), time };
}

/** The earliest of its time-stamps. */
function provenTime(
  verification: Verification,
  section: Section,
  signed: SignedData,
  file: string,
  until: ProofEnd,
): Date | null {
  let first: Date | null = null;
  for (const token of signed.timestampTokens) {
    const verdict = judgeToken(token, digestBy(signed.signatureValue));
    if (verdict.finding !== null) {
      section.findings([verdict.finding], file);
      continue;
    }
    judgeUnit(verification, section, verdict, until, file);
    if (first === null || verdict.genTime < first) first = verdict.genTime;
  }
  if (signed.timestampTokens.length === 0) {
    section.fault(
      "timestamp_missing",
      "The signature has no time-stamp, so that nothing says when it was made.",
      file,
    );
  }
  return first;
}

/**
 * Makes sure that a signature is an organisation's electronic seal (EN 319 412-3). Signers' one-time certificates, units
 * that stamp, and responders lead to the same root as the service's seal: without this, each of their keys could
 * have signed in the service's place.
 */
export function requireSeal(certificate: Certificate, section: Section, file: string): void {
  if (namesOrganisation(certificate) && isForSealing(certificate)) return;
  const name = quoted(certificate.subjectCommonName ?? "");
  section.fault("signer_not_seal", `${name} is no organisation's electronic seal.`, file);
}

/** Keys that machines use without anybody's agreeing to what they sign. */
const machinePurposes = new Set<string>([oids.timeStamping, oids.ocspSigning]);

/** EN 319 412-2 4.3.2: who signs to agree to a content has contentCommitment. */
function isForSealing(certificate: Certificate): boolean {
  try {
    const extensions = extensionsOf(certificate);
    return (
      !isAuthority(extensions) &&
      extensions.has(oids.keyUsage) &&
      allowsKeyUsage(extensions, "contentCommitment") &&
      !purposesOf(extensions).some((purpose) => machinePurposes.has(purpose))
    );
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}
