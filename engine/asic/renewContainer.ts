import { addToSignedData } from "../cms/addToSignedData.js";
import { digestOf } from "../x509/digestAlgorithm.js";
import { archiveNeeds } from "./archiveNeeds.js";
import { type ArchiveTimestampOptions, archiveTimestamp } from "./archiveTimestamp.js";
import { ARCHIVE_MANIFEST, freeArchiveManifestName, mediaTypeInMetaInf } from "./containerNames.js";
import { containerObjects } from "./containerObjects.js";
import type { ManifestReference } from "./manifestWriter.js";
import { newestArchive, requireAsArchived } from "./newestArchive.js";
import { readContainer } from "./readContainer.js";
import { readManifest } from "./readManifest.js";
import { readZip } from "./zipReader.js";
import { type PackedEntry, packedEntry, writeZip } from "./zipWriter.js";

export type RenewalOptions = ArchiveTimestampOptions;

/** A file of the container as it is before the new time-stamp. */
interface StandingFile {
  readonly entry: PackedEntry;
  readonly bytes: Uint8Array;
  readonly rootfile: boolean;
}

/**
 * Renews a container's archive time-stamp before its algorithms or certificates run out (EN 319 162-1 Annex A.7, as EU DSS
 * does it). The newest time-stamp token gets, in fields that no signature covers, the validation data that the container
 * lacks; its manifest makes room for the new one by taking another name; then a further archive manifest, by an algorithm
 * that may be a stronger one, and its time-stamp cover all that is there. No other file changes by a byte. A container
 * of level B-LT gets its first archive time-stamp.
 * @param container what the newest archive time-stamp is over has to be as it was
 * @returns the container, with one archive time-stamp more
 * @throws EngineError `container_damaged`, `validation_data_missing`, `timestamp_response_invalid`, `signature_invalid`,
 *   `asn1_malformed`; whatever `timestamp` throws
 */
export async function renewContainer(container: Uint8Array, options: RenewalOptions): Promise<Uint8Array> {
  const { digestAlgorithm = "sha256" } = options;
  const { files } = readContainer(container);
  const newest = newestArchive(files);
  if (newest !== null) requireAsArchived(files, newest);
  const objects = containerObjects(files);
  const needed = await archiveNeeds(objects, newest?.tokenName ?? null, options);
  const formerName = newest?.manifestName ?? null;
  const names = new Set(files.keys());
  const laterName = formerName === ARCHIVE_MANIFEST ? freeArchiveManifestName(names) : formerName;
  const [mimetype, ...entries] = readZip(container);
  const standing = entries.map((entry): StandingFile => {
    const { name } = entry;
    const bytes = files.get(name)!;
    if (name === formerName) return { entry: { ...entry, name: laterName ?? name }, bytes, rootfile: true };
    if (name !== newest?.tokenName) return { entry, bytes, rootfile: false };
    const token = addToSignedData(bytes, needed);
    return {
      entry: token === bytes ? entry : packedEntry(name, token, options.at),
      bytes: token,
      rootfile: false,
    };
  });
  const mediaTypeOf = statedMediaTypes(files);
  const references = standing.map(({ entry: { name }, bytes, rootfile }): ManifestReference => {
    const mediaType = mediaTypeOf(name);
    return {
      name,
      digest: digestOf(digestAlgorithm, bytes),
      ...(mediaType !== null && { mediaType }),
      ...(rootfile && { rootfile }),
    };
  });
  const present = objects.map(({ object }) => object);
  const appended = await archiveTimestamp(references, present, options);
  return writeZip([mimetype!, ...standing.map(({ entry }) => entry), ...appended]);
}

/** What the manifests of the container say of the kinds of its files. */
function statedMediaTypes(files: ReadonlyMap<string, Uint8Array>): (name: string) => string | null {
  const stated = new Map<string, string>();
  for (const [name, bytes] of files) {
    if (!/^META-INF\/[^/]*ASiCManifest[^/]*\.xml$/.test(name)) continue;
    for (const { uri, mimeType } of readManifest(bytes, name).references)
      if (mimeType !== null) stated.set(uri, mimeType);
  }
  return (name) => mediaTypeInMetaInf(name) ?? stated.get(name) ?? null;
}
