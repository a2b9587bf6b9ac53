import { oids } from "../asn1/oids.js";
import { encodeSignedAttributes } from "../cms/signedAttributes.js";
import { encodeSignedData } from "../cms/signedData.js";
import { digestOf } from "../x509/digestAlgorithm.js";
import { ecdsaP256Sha256, type MessageSigner } from "../x509/signatureAlgorithm.js";
import { decodeTimestampRequest, type TimestampRequest } from "./request.js";
import { encodeGranted, encodeRejection } from "./response.js";
import { encodeTstInfo } from "./tstInfo.js";

/** A time-stamping unit at one moment. */
export interface TimestampUnit {
  readonly now: Date;
  /** Of this token, as a magnitude, at most 20 bytes; never used twice by this unit. */
  readonly serialNumber: Uint8Array;
  /** Greatest deviation of `now`, in seconds. */
  readonly accuracySeconds: number;
  /** The one policy that it stamps under, dotted object identifier. */
  readonly policy: string;
  /** The unit's certificate DER. */
  readonly certificate: Uint8Array;
  /** Certificates DER of its issuers. */
  readonly chain: readonly Uint8Array[];
  /** ECDSA P-256 with SHA-256. */
  readonly sign: MessageSigner;
}

/**
 * Answers a time-stamp request (RFC 3161 2.4, RFC 5816, ETSI EN 319 422).
 * @param input.requestDer what anybody may have sent
 * @returns TimeStampResp DER: a granted token, or a rejection that says why. Whatever the request is, it is answered;
 *   the promise rejects only with what `sign` threw, which the caller logs and answers with `systemFailure`
 */
export async function answerTimestampRequest(
  input: TimestampUnit & { readonly requestDer: Uint8Array },
): Promise<Uint8Array> {
  const decoded = decodeTimestampRequest(input.requestDer);
  if (!decoded.accepted) return encodeRejection(decoded.failure, decoded.text);
  const { policy } = decoded.request;
  if (policy !== null && policy !== input.policy) {
    return encodeRejection("unacceptedPolicy", `The one policy here is ${input.policy}.`);
  }
  return encodeGranted(await issueToken(decoded.request, input));
}

async function issueToken(request: TimestampRequest, unit: TimestampUnit): Promise<Uint8Array> {
  const content = encodeTstInfo({
    policy: unit.policy,
    messageImprint: request.messageImprint,
    serialNumber: unit.serialNumber,
    genTime: unit.now,
    accuracySeconds: unit.accuracySeconds,
    nonce: request.nonce,
  });
  const signedAttributes = encodeSignedAttributes({
    contentType: oids.tstInfo,
    messageDigest: digestOf(ecdsaP256Sha256.digest.name, content),
    certificate: unit.certificate,
  });
  return encodeSignedData({
    signedAttributes,
    signatureValue: await unit.sign(signedAttributes),
    certificates: [unit.certificate, ...unit.chain],
    includeCertificates: request.certificateRequested,
    encapsulated: { contentType: oids.tstInfo, content },
  });
}
