import { EngineError } from "../error.js";
import { openPdf } from "../pdf/document.js";
import { verifyTimestampToken } from "../tsp/verifyToken.js";
import { signatureAlgorithmFor } from "../x509/algorithmForKey.js";
import type { DigestName } from "../x509/digestAlgorithm.js";
import { subjectPublicKeyInfoOf } from "../x509/parseCertificate.js";
import type { MessageSigner } from "../x509/signatureAlgorithm.js";
import { validationDataIncrement } from "./addValidationData.js";
import { completeIncrement, timestampDigest } from "./completeSignature.js";
import { stampDocument, type TimestampTrust } from "./documentTimestampRevision.js";
import { includesLevel, type PadesLevel, requireLevel } from "./level.js";
import { type PreparedSignature, prepareSignature, type SignatureOptions } from "./prepareSignature.js";
import { Revisions } from "./revisions.js";
import { type SignedObject, timestampObject } from "./signedObject.js";
import { DEFAULT_TIMESTAMP_TOKEN_BYTES } from "./timestampRoom.js";
import { collectValidationData } from "./validationDataCollect.js";
import { type KnownValidationData, needsWith } from "./validationDataContext.js";
import type { RememberingSource } from "./validationDataFetch.js";
import { ValidationDataPool } from "./validationDataPool.js";
import { roomForValidationData } from "./validationDataRoom.js";
import type { RevocationSource, TimestampSource } from "./validationDataSource.js";

export interface SignOptions
  extends SignatureOptions,
    Omit<KnownValidationData, "certificates">,
    TimestampTrust {
  /** Level of the signature; B-B when absent. */
  readonly level?: PadesLevel;
  /** Signs the message that it is given, whole, with the key of the first certificate. */
  readonly sign: MessageSigner;
  /** From B-T on: issues the signature time-stamp, and for B-LTA the document time-stamp. */
  readonly timestamp?: TimestampSource;
  /** For B-LT and B-LTA: where revocation data and issuers' certificates come from. */
  readonly revocation?: RevocationSource;
  /** True when `sign` uses a key in this process's memory, so that verifying what it made shows nothing. */
  readonly signatureVerified?: boolean;
}

/** A document on its way to being signed. */
export interface BegunDocument {
  readonly revisions: Revisions;
  readonly prepared: PreparedSignature;
  readonly digest: DigestName;
  readonly level: PadesLevel;
}

/** The first step of sign(). @throws EngineError as prepareSignature; `state_invalid` without `timestamp` from B-T on */
export function beginDocument(pdf: Uint8Array, options: SignOptions): BegunDocument {
  const { level = "B-B", certificates, timestampTokenBytes = DEFAULT_TIMESTAMP_TOKEN_BYTES } = options;
  requireLevel(level);
  const stamped = includesLevel(level, "B-T");
  if (stamped && options.timestamp === undefined) {
    throw new EngineError("state_invalid", `A signature of level ${level} needs "timestamp".`);
  }
  const [signer] = certificates;
  if (signer === undefined) {
    throw new EngineError("state_invalid", "A signature needs its signer's certificate.");
  }
  const digest = signatureAlgorithmFor(subjectPublicKeyInfoOf(signer), options).digest.name;
  const revisions = new Revisions(pdf);
  const prepared = prepareSignature(
    pdf,
    { ...options, timestampTokenBytes: stamped ? timestampTokenBytes : 0 },
    revisions.hash(digest),
  );
  return { revisions, prepared, digest, level };
}

/** The steps of sign() after the signature value. @returns the document */
export async function finishDocument(
  { revisions, prepared, digest, level }: BegunDocument,
  signatureValue: Uint8Array,
  options: SignOptions,
  source: RememberingSource | undefined,
): Promise<Uint8Array> {
  const { timestamp, signatureVerified = false, timestampVerified = false } = options;
  const token = includesLevel(level, "B-T")
    ? await signatureTimestamp(signatureValue, digest, options)
    : undefined;
  const signature = completeIncrement(prepared.state, {
    signatureValue,
    signatureVerified,
    // By signatureTimestamp(), where it was not before.
    timestampVerified: true,
    ...(token && { timestampToken: token }),
  });
  if (token === undefined || !includesLevel(level, "B-LT")) {
    revisions.append(signature);
    return revisions.bytes;
  }
  const { timestampTokenBytes = DEFAULT_TIMESTAMP_TOKEN_BYTES } = options;
  const data = await ownValidationData(prepared.state.fieldName, token, options, source);
  const isArchive = level === "B-LTA";
  // The data are at hand before anything is copied: so it is known how long the document will become.
  revisions.append(
    signature,
    roomForValidationData(data, signature.length, isArchive ? timestampTokenBytes : 0),
  );
  const signed = openPdf(revisions.bytes, options.limits, options.access);
  const increment = isArchive
    ? (
        await stampDocument(signed, revisions, timestamp!, {
          digestAlgorithm: digest,
          timestampTokenBytes,
          timestampVerified,
          validationData: data,
        })
      ).increment
    : validationDataIncrement(signed, data);
  if (increment !== undefined) revisions.append(increment);
  return revisions.bytes;
}

async function signatureTimestamp(
  signatureValue: Uint8Array,
  digestAlgorithm: DigestName,
  { timestamp, timestampVerified }: SignOptions,
): Promise<Uint8Array> {
  const digest = timestampDigest(signatureValue, digestAlgorithm);
  const token = await timestamp!(digest, digestAlgorithm);
  if (timestampVerified !== true) verifyTimestampToken({ token, digest, digestAlgorithm });
  return token;
}

/** What validation of the new signature and of its time-stamp needs beside what they bring. */
function ownValidationData(
  fieldName: string,
  token: Uint8Array,
  options: SignOptions,
  source: RememberingSource | undefined,
) {
  const { certificates } = options;
  const signature: SignedObject = {
    role: "signature",
    signerCertificate: certificates[0]!,
    signingCertificateHash: null,
    carried: { certificates, crls: [], ocspResponses: [] },
    genTime: null,
  };
  const objects = [signature, timestampObject("signatureTimestamp", token)];
  const pool = new ValidationDataPool();
  for (const { carried } of objects) pool.add(carried, "signature");
  const subjects = objects.map((object) => ({ fieldName, object, since: null }));
  return collectValidationData(needsWith(pool, options), subjects, source);
}
