import { encodeSignedAttributes } from "../cms/signedAttributes.js";
import { encodeSignedData, type SignedDataInput } from "../cms/signedData.js";
import { EngineError } from "../error.js";
import type { TimestampTrust } from "../pades/documentTimestampRevision.js";
import type { KnownValidationData } from "../pades/validationDataContext.js";
import type { RevocationSource, TimestampSource } from "../pades/validationDataSource.js";
import { requireTimestampOverDigest, verifyTimestampToken } from "../tsp/verifyToken.js";
import { type AlgorithmChoices, signatureAlgorithmFor } from "../x509/algorithmForKey.js";
import { digestOf } from "../x509/digestAlgorithm.js";
import { subjectPublicKeyInfoOf } from "../x509/parseCertificate.js";
import { requireSignature } from "../x509/signAndVerify.js";
import type { MessageSigner } from "../x509/signatureAlgorithm.js";
import { collectForSignature } from "./collectForSignature.js";
import { type DetachedContent, messageDigestOf } from "./detachedContent.js";
import { type CadesLevel, cadesLevels, includesCadesLevel } from "./level.js";

export interface DetachedSignatureOptions extends AlgorithmChoices, TimestampTrust {
  /** Certificates DER: the signer's first, then its issuers. All of them become part of the signature. */
  readonly certificates: readonly Uint8Array[];
  /** Signs the message that it is given, whole, with the key of the first certificate. */
  readonly sign: MessageSigner;
  /** True when `sign` uses a key in this process's memory, so that verifying what it made shows nothing. */
  readonly signatureVerified?: boolean;
  /** When the signer says that they sign. */
  readonly signingTime: Date;
  /** B-B when absent. */
  readonly level?: CadesLevel;
  /** From B-T on: issues the signature time-stamp. */
  readonly timestamp?: TimestampSource;
  /** For B-LT: what the caller has; of it the signature gets what its validation needs. */
  readonly known?: KnownValidationData;
  /** For B-LT: where revocation data and issuers' certificates come from that are not known. */
  readonly revocation?: RevocationSource;
  /** True to go without the validation data that cannot be had: the signature gets all that there is. */
  readonly allowMissing?: boolean;
  /** Media type of the content, such as `text/plain`; absent: the signature does not say. */
  readonly mimeType?: string;
}

/**
 * Signs bytes that stay elsewhere: a detached CAdES baseline signature (EN 319 122-1 clause 6). At B-LT the field
 * `certificates` of its SignedData has every certificate of the paths of signature and time-stamp, `crls` their revocation
 * data, but for what the time-stamp token brings itself.
 * @param content the bytes, or their digest where they are too long to be held
 * @returns ContentInfo with SignedData, DER: a `.p7s` file
 * @throws EngineError `state_invalid` without a certificate, without `timestamp` from B-T on, or for a digest of another
 *   length; `algorithm_unsupported`, `key_too_weak`, `signature_invalid` when the signature value is not the certificate's
 *   key's, `timestamp_response_invalid`, `validation_data_missing` naming what and where, `asn1_malformed`; whatever
 *   `sign` and `timestamp` throw; RangeError for another level
 */
export async function signDetached(
  content: DetachedContent,
  options: DetachedSignatureOptions,
): Promise<Uint8Array> {
  const { level = "B-B", certificates, signingTime, mimeType } = options;
  if (!cadesLevels.includes(level)) {
    throw new RangeError(`The level is one of ${cadesLevels.join(", ")}, not ${JSON.stringify(level)}.`);
  }
  const [signer] = certificates;
  if (signer === undefined)
    throw new EngineError("state_invalid", "A signature needs its signer's certificate.");
  const subjectPublicKeyInfo = subjectPublicKeyInfoOf(signer);
  const algorithm = signatureAlgorithmFor(subjectPublicKeyInfo, options);
  const signedAttributes = encodeSignedAttributes({
    messageDigest: messageDigestOf(content, algorithm.digest),
    certificate: signer,
    digest: algorithm.digest.name,
    signingTime,
    ...(mimeType !== undefined && { mimeType }),
  });
  const signatureValue = await options.sign(signedAttributes);
  if (options.signatureVerified !== true)
    requireSignature(signedAttributes, algorithm, subjectPublicKeyInfo, signatureValue);
  const signed: SignedDataInput = { signedAttributes, signatureValue, certificates, algorithm };
  if (!includesCadesLevel(level, "B-T")) return encodeSignedData(signed);
  const timestampToken = await stamped(signatureValue, level, options, algorithm.digest.name);
  if (!includesCadesLevel(level, "B-LT")) return encodeSignedData({ ...signed, timestampToken });
  const data = await collectForSignature(certificates, timestampToken, options);
  return encodeSignedData({
    ...signed,
    timestampToken,
    furtherCertificates: data.certificates,
    revocation: data,
  });
}

/** The signature time-stamp, over the signature value (EN 319 122-1 5.3). */
async function stamped(
  signatureValue: Uint8Array,
  level: CadesLevel,
  { timestamp, timestampVerified }: DetachedSignatureOptions,
  digestAlgorithm: Parameters<typeof digestOf>[0],
): Promise<Uint8Array> {
  if (timestamp === undefined)
    throw new EngineError("state_invalid", `A signature of level ${level} needs "timestamp".`);
  const digest = digestOf(digestAlgorithm, signatureValue);
  const token = await timestamp(digest, digestAlgorithm);
  if (timestampVerified === true) requireTimestampOverDigest(token, digest, digestAlgorithm);
  else verifyTimestampToken({ token, digest, digestAlgorithm });
  return token;
}
