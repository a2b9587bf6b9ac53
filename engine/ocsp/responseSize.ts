import { signatureAlgorithmFor } from "../x509/algorithmForKey.js";
import type { Certificate } from "../x509/parseCertificate.js";
import type { SignatureAlgorithm } from "../x509/signatureAlgorithm.js";
import { encodeOcspResponse, prepareOcspResponse } from "./basicResponse.js";
import { encodeCertId } from "./certId.js";
import { LONGEST_NONCE } from "./nonce.js";
import { statusResponder } from "./ocspProfile.js";

/** Beside the digest of the CertID some clients write them. */
const NULL_PARAMETERS = 2;

/**
 * How long an answer of our own responder about one certificate can become, for reserving space: every field at its
 * longest, a nonce of 128 bytes included.
 * @param responder as `answerOcspRequest` is given it
 * @returns bytes of DER
 */
export function ocspResponseSize(responder: {
  readonly issuer: Certificate;
  readonly responder: Certificate | null;
  readonly algorithm?: SignatureAlgorithm;
}): number {
  const { issuer } = responder;
  const signing = responder.responder ?? issuer;
  const algorithm = responder.algorithm ?? signatureAlgorithmFor(signing.subjectPublicKeyInfo);
  const someTime = new Date("9999-12-31T23:59:59Z");
  const certificateStatus = { status: "revoked", revocationDate: someTime, reason: "keyCompromise" } as const;
  const serialNumber = new Uint8Array(20).fill(0x7f);
  const { tbs } = prepareOcspResponse(
    statusResponder({ archiveCutoff: someTime }),
    {
      issuer,
      responder: signing,
      producedAt: someTime,
      thisUpdate: someTime,
      nextUpdate: someTime,
      answers: [{ certId: encodeCertId({ serialNumber }, issuer, "sha256"), certificateStatus }],
      nonce: new Uint8Array(LONGEST_NONCE),
    },
    algorithm,
  );
  const signatureValue = new Uint8Array(algorithm.longestSignature);
  const { length } = encodeOcspResponse({ tbs, algorithm, signatureValue, responder: signing, issuer });
  return length + NULL_PARAMETERS;
}
