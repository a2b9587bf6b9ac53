import type { ValidationDataSources } from "../cades/collectForSignature.js";
import type { TimestampTrust } from "../pades/documentTimestampRevision.js";
import type { SignedObject } from "../pades/signedObject.js";
import type { TimestampSource } from "../pades/validationDataSource.js";
import { requireTimestampOverDigest, verifyTimestampToken } from "../tsp/verifyToken.js";
import { type DigestName, digestOf } from "../x509/digestAlgorithm.js";
import { ARCHIVE_MANIFEST, freeTimestampName, mediaTypes } from "./containerNames.js";
import { type ManifestReference, writeManifest } from "./manifestWriter.js";
import { withOwnValidationData } from "./ownValidationData.js";
import { type PackedEntry, packedEntry } from "./zipWriter.js";

export interface ArchiveTimestampOptions extends TimestampTrust, ValidationDataSources {
  /** Issues the archive time-stamp. */
  readonly timestamp: TimestampSource;
  /** Of the manifest and of what is stamped; SHA-256 when absent. */
  readonly digestAlgorithm?: DigestName;
  readonly at: Date;
}

/**
 * An archive manifest over files, and the time-stamp over it (EN 319 162-1 Annex A.7).
 * @param references every file of the container but `mimetype`, digested by the digest algorithm
 * @param present who signed and stamped in the container so far
 * @returns the two entries that are to be appended
 * @throws EngineError `timestamp_response_invalid`; whatever `timestamp` throws
 */
export async function archiveTimestamp(
  references: readonly ManifestReference[],
  present: readonly SignedObject[],
  options: ArchiveTimestampOptions,
): Promise<PackedEntry[]> {
  const { timestamp, timestampVerified, digestAlgorithm = "sha256", at } = options;
  const tokenName = freeTimestampName(new Set(references.map(({ name }) => name)));
  const manifest = writeManifest({
    signature: { name: tokenName, mediaType: mediaTypes.timestamp },
    digestAlgorithm,
    references,
  });
  const digest = digestOf(digestAlgorithm, manifest);
  const token = await timestamp(digest, digestAlgorithm);
  if (timestampVerified === true) requireTimestampOverDigest(token, digest, digestAlgorithm);
  else verifyTimestampToken({ token, digest, digestAlgorithm });
  const complete = await withOwnValidationData(token, present, options);
  return [packedEntry(ARCHIVE_MANIFEST, manifest, at), packedEntry(tokenName, complete, at)];
}
