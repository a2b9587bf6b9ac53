import { oids } from "../asn1/oids.js";
import { EngineError } from "../error.js";
import { type Certificate, parseCertificate } from "../x509/parseCertificate.js";
import { revocationInvalid } from "../x509/revocationInvalid.js";
import { sameName } from "../x509/sameName.js";
import { isSignedWith } from "../x509/signedBy.js";
import { CLOCK_TOLERANCE_SECONDS } from "../x509/verifyCertificateList.js";
import { isOfIssuer, publicKeyHash } from "./certId.js";
import type { CertificateStatus } from "./certificateStatus.js";
import { delegationDefect } from "./delegation.js";
import type { BasicOcspResponse, OcspResponse } from "./parseOcspResponse.js";
import type { ResponderId, SingleResponse } from "./responseData.js";

/** What a response that can be relied on says of the certificate. */
export interface VerifiedOcspResponse {
  readonly certificateStatus: CertificateStatus;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
  readonly producedAt: Date;
  /** See `SingleResponse`. */
  readonly archiveCutoff: Date | null;
  /** Who signed: the issuer itself, or whom it delegated to; `revocationNeedOf` says whether it has to be asked about. */
  readonly responder: Certificate;
  /** The response repeats the nonce, so that it was made for this request. Many responders do not (RFC 5019 2.2.1). */
  readonly nonceRepeated: boolean;
}

/** What a response is held against. */
export interface AskedStatus {
  readonly certificate: Pick<Certificate, "serialNumber">;
  readonly issuer: Certificate;
  /** When it is to be in force: from thisUpdate, less the tolerance, through nextUpdate; without that, producedAt. */
  readonly at: Date;
  /** Of the request, when it had one: a response with another one is refused. */
  readonly nonce?: Uint8Array;
  /** How far the clocks may be apart; 300 unless given. */
  readonly toleranceSeconds?: number;
}

/**
 * Verifies an OCSP response (RFC 6960 3.2): that it answers for this certificate, that its signer is the issuer or was
 * delegated by it, the signature, and that it is in force at a time.
 * @throws EngineError `revocation_invalid` with the reason
 */
export function verifyOcspResponse(
  input: AskedStatus & { readonly response: OcspResponse },
): VerifiedOcspResponse {
  const { basic, status } = input.response;
  if (basic === null) throw invalid(`has no answer, but the status ${status}`, "RFC 6960 4.2.1");
  const single = responseAbout(basic, input);
  const tolerance = (input.toleranceSeconds ?? CLOCK_TOLERANCE_SECONDS) * 1000;
  requireInForce(single, basic, input.at, tolerance);
  const responder = responderOf(basic, input.issuer);
  requireValid(responder, basic, input, tolerance);
  const { nonce } = input;
  const nonceRepeated =
    nonce !== undefined && basic.nonce !== null && Buffer.compare(nonce, basic.nonce) === 0;
  if (nonce !== undefined && basic.nonce !== null && !nonceRepeated) {
    throw invalid("has another nonce than was asked with", "RFC 9654 2.1");
  }
  if (!isSignedWith(basic.signed, responder.subjectPublicKeyInfo)) {
    throw invalid(
      "has a signature that is not its responder's, or of an algorithm that is not accepted",
      "RFC 6960 3.2",
    );
  }
  const { certificateStatus, thisUpdate, nextUpdate, archiveCutoff } = single;
  const { producedAt } = basic;
  return { certificateStatus, thisUpdate, nextUpdate, producedAt, archiveCutoff, responder, nonceRepeated };
}

/** The newest of a response's answers about a certificate; undefined without any. Nothing is verified. */
export function newestAbout(
  { responses }: BasicOcspResponse,
  { serialNumber }: Pick<Certificate, "serialNumber">,
  issuer: Certificate,
): SingleResponse | undefined {
  const [newest] = responses
    .filter(({ certId }) => Buffer.compare(certId.serialNumber, serialNumber) === 0)
    .filter(({ certId }) => isOfIssuer(certId, issuer))
    .toSorted((one, other) => other.thisUpdate.getTime() - one.thisUpdate.getTime());
  return newest;
}

function responseAbout(basic: BasicOcspResponse, { certificate, issuer }: AskedStatus): SingleResponse {
  const newest = newestAbout(basic, certificate, issuer);
  if (!newest) throw invalid("does not answer for this certificate", "RFC 6960 3.2");
  const unknown = [...basic.extensions, ...newest.extensions].find(
    ({ oid, critical }) => critical && !understood.has(oid),
  );
  if (unknown)
    throw invalid(`has a critical extension ${unknown.oid} that is not understood`, "RFC 6960 4.4");
  return newest;
}

const understood: ReadonlySet<string> = new Set([oids.ocspNonce, oids.ocspArchiveCutoff]);

function requireInForce(
  { thisUpdate, nextUpdate }: SingleResponse,
  { producedAt }: BasicOcspResponse,
  at: Date,
  tolerance: number,
): void {
  const latest = at.getTime() + tolerance;
  if (thisUpdate.getTime() > latest || producedAt.getTime() > latest) {
    throw invalid(`begins later, at ${thisUpdate.toISOString()}`, "RFC 6960 3.2");
  }
  // Without nextUpdate there is newer information all the time (RFC 6960 4.2.2.1): what is old may have been replaced.
  const lastMoment = nextUpdate ?? producedAt;
  if (lastMoment.getTime() < at.getTime() - tolerance) {
    throw invalid(`was to be replaced by ${lastMoment.toISOString()}`, "RFC 6960 3.2");
  }
}

/** The issuer, or the one of the certificates in the response that the responderID names and the issuer delegated to. */
function responderOf(basic: BasicOcspResponse, issuer: Certificate): Certificate {
  const { responderId } = basic;
  if (isNamedBy(responderId, issuer)) return issuer;
  let why = "brings no certificate of its responder";
  for (const der of basic.certificates) {
    const candidate = readable(der);
    if (candidate === null || !isNamedBy(responderId, candidate)) continue;
    const defect = delegationDefect(candidate, issuer);
    if (defect === null) return candidate;
    why = `has a responder whose certificate ${defect}`;
  }
  throw invalid(why, "RFC 6960 4.2.2.2");
}

function isNamedBy(responderId: ResponderId, certificate: Certificate): boolean {
  return responderId.by === "name"
    ? sameName(responderId.name, certificate.subject)
    : Buffer.compare(responderId.keyHash, publicKeyHash(certificate, "sha1")) === 0;
}

/** null for what is no certificate: another one of the response may be the responder's. */
function readable(der: Uint8Array): Certificate | null {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** A delegated responder has to be valid when it signed and when it is relied on. */
function requireValid(
  responder: Certificate,
  { producedAt }: BasicOcspResponse,
  { issuer, at }: AskedStatus,
  tolerance: number,
): void {
  if (responder === issuer) return;
  const earliest = responder.notBefore.getTime() - tolerance;
  const latest = responder.notAfter.getTime() + tolerance;
  const valid = (date: Date): boolean => date.getTime() >= earliest && date.getTime() <= latest;
  if (!valid(producedAt) || !valid(at)) {
    throw invalid("has a responder whose certificate was not valid", "RFC 6960 4.2.2.2");
  }
}

const invalid = (what: string, clause: string): EngineError =>
  revocationInvalid(`The OCSP response ${what}`, clause);
