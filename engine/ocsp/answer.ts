import type { Certificate } from "../x509/parseCertificate.js";
import { signAndVerify } from "../x509/signAndVerify.js";
import type { MessageSigner, SignatureAlgorithm } from "../x509/signatureAlgorithm.js";
import { type Answer, encodeOcspResponse, prepareOcspResponse } from "./basicResponse.js";
import { type CertId, isOfIssuer } from "./certId.js";
import type { GivenStatus } from "./certificateStatus.js";
import { lintOcspResponse } from "./lintOcspResponse.js";
import type { OcspProfile } from "./ocspProfile.js";
import { decodeOcspRequest } from "./request.js";
import { encodeOcspFailure } from "./responseStatus.js";

/** A responder at one moment. Certificates are kept by the caller from one answer to the next: what was found out about them is remembered. */
export interface OcspResponder {
  readonly profile: OcspProfile;
  /** The one authority that it answers for. */
  readonly issuer: Certificate;
  /** Of the profile `ocspResponder`, issued by that authority; null when the authority itself signs. */
  readonly responder: Certificate | null;
  /** producedAt. */
  readonly now: Date;
  /** When what `statusOf` says is known to be so; `now` when absent. */
  readonly thisUpdate?: Date;
  /** When there will be newer information at the latest. */
  readonly nextUpdate: Date;
  /** @param serialNumber contents octets of the INTEGER, as a stranger sent them */
  readonly statusOf: (serialNumber: Uint8Array) => GivenStatus | Promise<GivenStatus>;
  /** Signs with the responder's key. */
  readonly sign: MessageSigner;
  /** That of the responder's key, with its usual digest, when absent. */
  readonly algorithm?: SignatureAlgorithm;
}

/**
 * Answers an OCSP request (RFC 6960, RFC 9654, RFC 5019).
 *
 * What is no request is answered `malformedRequest`; a question about another authority's certificate, or about more
 * certificates than the profile lets one ask, `unauthorized` (RFC 5019 2.2.3). An answer is read back and judged
 * before it is signed.
 * @param input.requestDer what anybody may have sent
 * @returns OCSPResponse DER. The promise rejects only with what `statusOf` or `sign` threw, and with EngineError
 *   `revocation_lint_failed` or `signature_invalid` when the responder is set up wrongly: the caller logs it and answers
 *   `encodeOcspFailure("internalError")`, or "tryLater"
 */
export async function answerOcspRequest(
  input: OcspResponder & { readonly requestDer: Uint8Array },
): Promise<Uint8Array> {
  const decoded = decodeOcspRequest(input.requestDer);
  if (!decoded.accepted) return encodeOcspFailure(decoded.failure);
  const { certIds, nonce } = decoded.request;
  const { issuer, profile } = input;
  if (
    certIds.length > profile.maximumCertificates ||
    !certIds.every((certId) => isOfIssuer(certId, issuer))
  ) {
    return encodeOcspFailure("unauthorized");
  }
  const responder = input.responder ?? issuer;
  const answers = await answersTo(certIds, input);
  const { now: producedAt, thisUpdate = producedAt, nextUpdate } = input;
  const linted = lintOcspResponse(
    prepareOcspResponse(
      profile,
      { issuer, responder, producedAt, thisUpdate, nextUpdate, answers, nonce },
      input.algorithm,
    ),
  );
  const { tbs, algorithm } = linted;
  const signatureValue = await signAndVerify(tbs, algorithm, responder.subjectPublicKeyInfo, input.sign);
  return encodeOcspResponse({ tbs, algorithm, signatureValue, responder, issuer });
}

async function answersTo(certIds: readonly CertId[], { statusOf }: OcspResponder): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { encoded, serialNumber } of certIds) {
    answers.push({ certId: encoded, certificateStatus: await statusOf(serialNumber) });
  }
  return answers;
}
