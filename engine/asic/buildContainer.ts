import { type DetachedSignatureOptions, signDetached } from "../cades/signDetached.js";
import { parseSignedData } from "../cms/parseSignedData.js";
import { EngineError } from "../error.js";
import { type PadesLevel, requireLevel } from "../pades/level.js";
import { signatureObjects } from "../pades/signedObject.js";
import { type DigestName, digestOf } from "../x509/digestAlgorithm.js";
import { archiveTimestamp } from "./archiveTimestamp.js";
import { type ContainerFile, requireContainerFiles } from "./containerFile.js";
import { mediaTypes, SIGNATURE, SIGNATURE_MANIFEST } from "./containerNames.js";
import { type ManifestReference, writeManifest } from "./manifestWriter.js";
import { ASIC_E_MEDIA_TYPE } from "./readContainer.js";
import { type PackedEntry, packedEntry, writeZip } from "./zipWriter.js";

export interface ContainerOptions extends Omit<DetachedSignatureOptions, "level" | "mimeType"> {
  /** B-LTA when absent. */
  readonly level?: PadesLevel;
  /** By which the manifests vouch for the files; SHA-256 when absent. */
  readonly manifestDigest?: DigestName;
}

/**
 * Puts files into an ASiC-E container with CAdES (EN 319 162-1 clause 4.4): a manifest with the digest of each, a detached
 * CAdES signature over the manifest and, for B-LTA, an archive manifest over all of them with its time-stamp, which brings
 * what its own validation needs, as far as it is to be had.
 * @param files in the order in which they are to stand; their bytes must not change until the promise is settled
 * @returns the container, `.asice`; the time of its entries is the signing time
 * @throws EngineError `container_file_invalid` for a name, media type or size that no container can have, and as
 *   signDetached; `state_invalid` without `timestamp` from B-T on; RangeError for another level
 */
export async function buildContainer(
  files: readonly ContainerFile[],
  options: ContainerOptions,
): Promise<Uint8Array> {
  const { manifestDigest = "sha256", signingTime: at } = options;
  const data = files.map(({ name, bytes, mediaType }) => {
    return { name, mediaType, digest: digestOf(manifestDigest, bytes) };
  });
  return writeZip([
    mimetypeEntry(at),
    ...files.map((file) => fileEntry(file, at)),
    ...(await signatureEntries(data, options)),
  ]);
}

/** The entry that every container begins with (EN 319 162-1 Annex A.1). */
export const mimetypeEntry = (at: Date): PackedEntry =>
  packedEntry("mimetype", Buffer.from(ASIC_E_MEDIA_TYPE, "latin1"), at);

/** A file's entry: texts are compressed. */
export const fileEntry = ({ name, bytes, mediaType }: ContainerFile, at: Date): PackedEntry =>
  packedEntry(name, bytes, at, isText(mediaType));

/**
 * What META-INF has in a container of files of which only the digests are at hand: for whoever writes it entry by entry.
 * @param files each of them, digested by `manifestDigest`
 * @returns the entries that are to follow those of the files
 * @throws EngineError as buildContainer
 */
export async function signatureEntries(
  files: readonly (ManifestReference & { readonly mediaType: string })[],
  options: ContainerOptions,
): Promise<PackedEntry[]> {
  const { level = "B-LTA", manifestDigest = "sha256", signingTime: at, timestamp } = options;
  requireLevel(level);
  requireContainerFiles(files);
  const manifest = writeManifest({
    signature: { name: SIGNATURE, mediaType: mediaTypes.signature },
    digestAlgorithm: manifestDigest,
    references: files,
  });
  const signature = await signDetached(manifest, { ...options, level: level === "B-LTA" ? "B-LT" : level });
  const entries = [packedEntry(SIGNATURE_MANIFEST, manifest, at), packedEntry(SIGNATURE, signature, at)];
  if (level !== "B-LTA") return entries;
  if (timestamp === undefined)
    throw new EngineError("state_invalid", 'A container of level B-LTA needs "timestamp".');
  const own: ManifestReference[] = [
    { name: SIGNATURE_MANIFEST, mediaType: mediaTypes.manifest, digest: digestOf(manifestDigest, manifest) },
    { name: SIGNATURE, mediaType: mediaTypes.signature, digest: digestOf(manifestDigest, signature) },
  ];
  const stamp = { ...options, timestamp, digestAlgorithm: manifestDigest, at };
  const present = signatureObjects(parseSignedData(signature));
  return [...entries, ...(await archiveTimestamp([...files, ...own], present, stamp))];
}

/** What is compressed already would only cost time. */
const isText = (mediaType: string): boolean => /^text\/|[/+](json|xml)\b/.test(mediaType);
