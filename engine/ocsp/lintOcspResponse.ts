import { oids } from "../asn1/oids.js";
import { readingBack, refuseRevocation } from "../x509/lintRevocationRule.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { extensionsOf } from "../x509/readExtensions.js";
import { isGivenReason } from "../x509/revocationReason.js";
import type { SignatureAlgorithm } from "../x509/signatureAlgorithm.js";
import type { PreparedOcspResponse } from "./basicResponse.js";
import { isOfIssuer, publicKeyHash } from "./certId.js";
import { delegationDefect } from "./delegation.js";
import { type ResponseData, readResponseData, type SingleResponse } from "./responseData.js";

/** ResponseData that passed lint; nominal by its private field, as `LintedCertificate` is. */
export class LintedOcspResponse {
  readonly #tbs: Uint8Array;

  private constructor(
    tbs: Uint8Array,
    readonly algorithm: SignatureAlgorithm,
    readonly responder: Certificate,
    readonly issuer: Certificate,
  ) {
    this.#tbs = tbs;
  }

  /** ResponseData DER. */
  get tbs(): Uint8Array {
    return this.#tbs;
  }

  /** See `lintOcspResponse`. */
  static from(prepared: PreparedOcspResponse): LintedOcspResponse {
    // A copy, so that what was read is what gets signed, whoever still holds the bytes.
    const bytes = Uint8Array.from(prepared.tbs);
    readingBack(() => judge(readResponseData(bytes), prepared));
    return new LintedOcspResponse(bytes, prepared.algorithm, prepared.responder, prepared.issuer);
  }
}

/**
 * Reads a prepared response back from its bytes and holds it against its profile, its request and RFC 6960.
 * @returns the same bytes, now fit for signing
 * @throws EngineError `revocation_lint_failed`, naming the rule and its clause
 */
export function lintOcspResponse(prepared: PreparedOcspResponse): LintedOcspResponse {
  return LintedOcspResponse.from(prepared);
}

function judge(data: ResponseData, prepared: PreparedOcspResponse): void {
  lintResponder(data, prepared);
  const { nonce, answers, profile } = prepared;
  if (data.responses.length === 0 || data.responses.length !== answers.length) {
    refuseRevocation(
      "responses",
      "RFC 6960 4.2.2.3",
      "it does not answer each certificate that it was asked about",
    );
  }
  const same =
    nonce === null ? data.nonce === null : data.nonce !== null && Buffer.compare(data.nonce, nonce) === 0;
  if (!same) refuseRevocation("nonce", "RFC 9654 2.1", "its nonce is not the request's");
  if (data.extensions.some(({ oid }) => oid !== oids.ocspNonce)) {
    refuseRevocation(
      "extension_unknown",
      `profile ${profile.name}`,
      "it has an extension that is not its profile's",
    );
  }
  for (const [index, response] of data.responses.entries()) {
    lintSingleResponse(response, answers[index]!.certId, data, prepared);
  }
}

function lintResponder({ responderId, producedAt }: ResponseData, prepared: PreparedOcspResponse): void {
  const { responder, issuer } = prepared;
  if (
    responderId.by !== "key" ||
    Buffer.compare(responderId.keyHash, publicKeyHash(responder, "sha1")) !== 0
  ) {
    refuseRevocation("responder_id", "RFC 6960 4.2.2.3", "its responderID is not its responder's key");
  }
  const defect = delegationDefect(responder, issuer);
  if (defect !== null) {
    refuseRevocation("responder_delegation", "RFC 6960 4.2.2.2", `its responder's certificate ${defect}`);
  }
  if (Buffer.compare(responder.der, issuer.der) !== 0 && !hasNoCheck(responder)) {
    const found =
      "its responder's certificate has no ocsp-nocheck, so that it would have to be asked about itself";
    refuseRevocation("responder_nocheck", "RFC 6960 4.2.2.2.1, CA/Browser Forum BR 4.9.9", found);
  }
  if (producedAt < responder.notBefore || producedAt > responder.notAfter) {
    refuseRevocation(
      "responder_validity",
      "RFC 6960 4.2.2.2",
      "its responder's certificate is not valid at producedAt",
    );
  }
}

const noChecks = new WeakMap<Certificate, boolean>();

/** Remembered for each certificate object: a responder answers many times. */
function hasNoCheck(responder: Certificate): boolean {
  const known = noChecks.get(responder);
  if (known !== undefined) return known;
  const found = extensionsOf(responder).has(oids.ocspNoCheck);
  noChecks.set(responder, found);
  return found;
}

function lintSingleResponse(
  response: SingleResponse,
  asked: Uint8Array,
  { producedAt }: ResponseData,
  { issuer, profile }: PreparedOcspResponse,
): void {
  const { certId, certificateStatus, thisUpdate, nextUpdate, archiveCutoff } = response;
  if (Buffer.compare(certId.encoded, asked) !== 0 || !isOfIssuer(certId, issuer)) {
    refuseRevocation(
      "cert_id",
      "RFC 6960 4.2.2.3",
      "it answers about another certificate than it was asked about",
    );
  }
  if (nextUpdate === null || nextUpdate <= thisUpdate || thisUpdate > producedAt || nextUpdate < producedAt) {
    const found = "its thisUpdate, producedAt and nextUpdate are not in this order";
    refuseRevocation("update_order", "RFC 6960 4.2.2.1, RFC 5019 2.2.4", found);
  }
  const seconds = (nextUpdate.getTime() - thisUpdate.getTime()) / 1000;
  if (seconds > profile.maximumValiditySeconds) {
    const found = `it is in force for ${seconds} seconds, more than ${profile.maximumValiditySeconds}`;
    refuseRevocation("update_late", `profile ${profile.name}`, found);
  }
  if (certificateStatus.status === "revoked") {
    if (certificateStatus.revocationDate > thisUpdate) {
      refuseRevocation("revocation_date", "RFC 6960 4.2.1", "a certificate is revoked after thisUpdate");
    }
    if (!isGivenReason(certificateStatus.reason)) {
      refuseRevocation("revocation_reason", "RFC 5280 5.3.1", "a reason is one that we do not give");
    }
  }
  const wanted = profile.archiveCutoff;
  const cutoff = wanted === null ? undefined : Math.floor(wanted.getTime() / 1000) * 1000;
  if (archiveCutoff?.getTime() !== cutoff || response.extensions.length !== (wanted === null ? 0 : 1)) {
    refuseRevocation("archive_cutoff", "RFC 6960 4.4.4", "its archiveCutoff is not its profile's");
  }
}
