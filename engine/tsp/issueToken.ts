import { oids } from "../asn1/oids.js";
import { encodeSignedAttributes } from "../cms/signedAttributes.js";
import { encodeSignedData } from "../cms/signedData.js";
import { signatureAlgorithmFor } from "../x509/algorithmForKey.js";
import { type DigestName, digestAlgorithms, digestOf } from "../x509/digestAlgorithm.js";
import { subjectPublicKeyInfoOf } from "../x509/parseCertificate.js";
import type { MessageSigner, SignatureAlgorithm } from "../x509/signatureAlgorithm.js";
import { encodeMessageImprint } from "./messageImprint.js";
import { requireDigestLength, type TimestampRequest } from "./request.js";
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
  /** That of the certificate's key with its usual digest when absent. */
  readonly algorithm?: SignatureAlgorithm;
  /** Signs with the unit's key by that algorithm. */
  readonly sign: MessageSigner;
}

/**
 * A time-stamp token of a unit that is in this process (RFC 3161 2.4.2), for what this process signs: nobody asks, so
 * there is no request, no nonce and no response, and nothing to verify in what was just made.
 * @param input.digest as long as its algorithm makes it; SHA-256 unless named
 * @returns TimeStampToken DER, with the unit's certificate and its chain in it
 * @throws EngineError `timestamp_request_malformed` when the digest's length is wrong; what `sign` throws
 */
export async function issueTimestampToken(
  input: TimestampUnit & { readonly digest: Uint8Array; readonly digestAlgorithm?: DigestName },
): Promise<Uint8Array> {
  const algorithm = digestAlgorithms[input.digestAlgorithm ?? "sha256"];
  requireDigestLength(algorithm, input.digest);
  const messageImprint = encodeMessageImprint(algorithm, input.digest);
  return issueToken({ messageImprint, policy: null, nonce: null, certificateRequested: true }, input);
}

/** The token that grants a request. */
export async function issueToken(request: TimestampRequest, unit: TimestampUnit): Promise<Uint8Array> {
  const algorithm = unit.algorithm ?? signatureAlgorithmFor(subjectPublicKeyInfoOf(unit.certificate));
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
    messageDigest: digestOf(algorithm.digest.name, content),
    certificate: unit.certificate,
    digest: algorithm.digest.name,
  });
  return encodeSignedData({
    signedAttributes,
    signatureValue: await unit.sign(signedAttributes),
    certificates: [unit.certificate, ...unit.chain],
    includeCertificates: request.certificateRequested,
    encapsulated: { contentType: oids.tstInfo, content },
    algorithm,
  });
}
