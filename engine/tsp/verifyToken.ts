import { createHash } from "node:crypto";
import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { parseEncapsulatedContent, parseSignedData, type SignedData } from "../cms/parseSignedData.js";
import { digestMatches, signerVerifies } from "../cms/verifySigner.js";
import { EngineError } from "../error.js";
import { type DigestName, digestAlgorithmByOid, digestOf } from "../x509/digestAlgorithm.js";
import { readTbsCertificate } from "../x509/tbsCertificate.js";
import { isForTimestamping } from "../x509/timestampingPurpose.js";
import { decodeTstInfo, type TstInfo } from "./tstInfo.js";

export interface TokenToVerify {
  /** TimeStampToken: a ContentInfo, DER or BER; bounded by who fetched it. */
  readonly token: Uint8Array;
  /** What it is to be over. */
  readonly digest: Uint8Array;
  /** SHA-256 when absent. */
  readonly digestAlgorithm?: DigestName;
  /** Where the unit's certificate may be when the token does not bring it (certReq FALSE); DER each. */
  readonly certificates?: readonly Uint8Array[];
}

export interface VerifiedToken {
  readonly tstInfo: TstInfo;
  /** The unit's certificate DER. */
  readonly certificate: Uint8Array;
  readonly signedData: SignedData;
}

/**
 * Checks a time-stamp token with what is in it (RFC 3161 2.3, 2.4.2): it is over this digest, its signature is its
 * certificate's key's, signing-certificate names that certificate, and it is a time-stamping unit's, valid at genTime.
 * Whether the unit can be trusted is for validation, which needs trust anchors (EN 319 102-1 5.4).
 * @throws EngineError `timestamp_response_invalid`
 */
export function verifyTimestampToken(input: TokenToVerify): VerifiedToken {
  return refusing(() => {
    const signedData = parseSignedData(input.token);
    const tstInfo = readTstInfo(signedData);
    requireImprint(tstInfo, input.digest, input.digestAlgorithm ?? "sha256");
    if (tstInfo.unknownCritical !== null) {
      throw invalid(`has a critical extension ${tstInfo.unknownCritical} that is not understood`);
    }
    if (signedData.signingCertificateHash === null) {
      throw invalid("does not say by which certificate it is signed");
    }
    const certificate = verifiedCertificate(signedData, input.certificates ?? []);
    requireValidAt(certificate, tstInfo.genTime);
    return { tstInfo, certificate, signedData };
  });
}

/**
 * Checks only that a token is over these bytes, by whichever digest of ours: for a token that was verified where it
 * came in. @throws EngineError `timestamp_response_invalid`
 */
export function requireTimestampOf(token: Uint8Array, stamped: Uint8Array): void {
  refusing(() => {
    const tstInfo = readTstInfo(parseEncapsulatedContent(token));
    const name = tstInfo.digestAlgorithm?.name ?? "sha256";
    requireImprint(tstInfo, digestOf(name, stamped), name);
  });
}

/**
 * Checks a token of a document as verifyTimestampToken does, by the digest that it names itself.
 * @param stamped what it is to be over, in parts
 * @param certificates where the unit's certificate may be when the token does not bring it; DER each
 * @throws EngineError `timestamp_response_invalid`
 */
export function verifyTimestampOf(
  token: Uint8Array,
  stamped: readonly Uint8Array[],
  certificates: readonly Uint8Array[] = [],
): void {
  const digestAlgorithm = refusing(
    () => readTstInfo(parseEncapsulatedContent(token)).digestAlgorithm?.name ?? "sha256",
  );
  const hash = createHash(digestAlgorithm);
  for (const part of stamped) hash.update(part);
  verifyTimestampToken({ token, digest: hash.digest(), digestAlgorithm, certificates });
}

/** As requireTimestampOf, where the digest is at hand. @throws EngineError `timestamp_response_invalid` */
export function requireTimestampOverDigest(
  token: Uint8Array,
  digest: Uint8Array,
  digestAlgorithm: DigestName,
): void {
  refusing(() => requireImprint(readTstInfo(parseEncapsulatedContent(token)), digest, digestAlgorithm));
}

function readTstInfo({ contentType, content }: Pick<SignedData, "contentType" | "content">): TstInfo {
  if (contentType !== oids.tstInfo || content === null) throw invalid("has no TSTInfo");
  return decodeTstInfo(content);
}

function requireImprint(tstInfo: TstInfo, digest: Uint8Array, digestAlgorithm: DigestName): void {
  if (tstInfo.digestAlgorithm?.name === digestAlgorithm && Buffer.compare(tstInfo.digest, digest) === 0)
    return;
  throw invalid("stamps another digest than it is to be over");
}

function verifiedCertificate(signedData: SignedData, others: readonly Uint8Array[]): Uint8Array {
  if (digestAlgorithmByOid(signedData.digestAlgorithm) === null || signedData.signatureScheme === null) {
    throw invalid("is signed by an algorithm that is not accepted");
  }
  if (!digestMatches(signedData)) throw invalid("has a signed digest that is not its TSTInfo's");
  const { signerCertificate } = signedData;
  const candidates = signerCertificate ? [signerCertificate] : others;
  if (candidates.length === 0) throw invalid("brings no certificate of its unit's");
  const certificate = candidates.find((candidate) => signerVerifies(signedData, candidate));
  if (!certificate) throw invalid("has a signature that does not verify with the certificate it names");
  if (!isForTimestamping(certificate)) {
    throw invalid("is signed with a certificate that is not for time-stamping alone");
  }
  return certificate;
}

/** To the second, which is as close as a certificate's dates are. */
function requireValidAt(certificate: Uint8Array, genTime: Date): void {
  const { notBefore, notAfter } = readTbsCertificate(
    DerReader.inside(certificate, tag.sequence, "Certificate"),
  );
  const second = Math.floor(genTime.getTime() / 1000) * 1000;
  if (second < notBefore.date.getTime() || second > notAfter.date.getTime()) {
    throw invalid("says a time at which the certificate of its unit was not valid");
  }
}

/** Whatever cannot be read is one more token that is refused. */
function refusing<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof EngineError) || error.code === "timestamp_response_invalid") throw error;
    throw new EngineError(
      "timestamp_response_invalid",
      `The time-stamp token is malformed: ${error.message}`,
      error,
    );
  }
}

const invalid = (what: string): EngineError =>
  new EngineError("timestamp_response_invalid", `The time-stamp token ${what}.`);
