import { EngineError } from "../error.js";
import { verifyTimestampOf } from "../tsp/verifyToken.js";
import { type DigestName, digestOf } from "../x509/digestAlgorithm.js";
import { ContainerFault } from "./containerFault.js";
import { ARCHIVE_MANIFEST, isArchiveManifest } from "./containerNames.js";
import { digestMethods } from "./manifestWriter.js";
import { type Manifest, readManifest } from "./readManifest.js";

/** An archive manifest and its time-stamp. */
export interface ArchivedState {
  readonly manifestName: string;
  readonly manifest: Manifest;
  readonly tokenName: string;
  /** TimeStampToken. */
  readonly token: Uint8Array;
}

type Files = ReadonlyMap<string, Uint8Array>;

/**
 * The archive manifest that is not covered by another, and its time-stamp: the one of the fixed name (EN 319 162-1 Annex
 * A.7), or in a container of others the only one there is.
 * @returns null for a container without one
 * @throws ContainerFault `manifest_malformed` also when it is not told which is the newest, or its token is not there
 */
export function newestArchive(files: Files): ArchivedState | null {
  const names = [...files.keys()].filter(isArchiveManifest);
  const manifestName = names.find((name) => name === ARCHIVE_MANIFEST) ?? names[0];
  if (manifestName === undefined) return null;
  if (manifestName !== ARCHIVE_MANIFEST && names.length > 1) {
    throw malformed(`None of the archive manifests is ${ARCHIVE_MANIFEST}, the newest.`, manifestName);
  }
  const manifest = readManifest(files.get(manifestName)!, manifestName);
  const tokenName = manifest.signature.uri;
  const token = files.get(tokenName);
  if (token === undefined)
    throw malformed("The time-stamp of an archive manifest is not there.", manifestName);
  return { manifestName, manifest, tokenName, token };
}

/**
 * Makes sure that what the newest archive time-stamp is over is still there as it was: a further one over anything else
 * would give to damage the look of soundness.
 * @throws EngineError `container_damaged` naming the file, `timestamp_response_invalid` for the time-stamp itself
 */
export function requireAsArchived(files: Files, { manifest, manifestName, token }: ArchivedState): void {
  verifyTimestampOf(token, [files.get(manifestName)!]);
  for (const { uri, digestAlgorithm, digest } of manifest.references) {
    const algorithm = digestByMethod(digestAlgorithm);
    const bytes = files.get(uri);
    if (algorithm === null)
      throw malformed(`A digest is of a kind that is not known: ${digestAlgorithm}.`, manifestName);
    if (bytes === undefined || Buffer.compare(digestOf(algorithm, bytes), digest) !== 0) {
      const shown = JSON.stringify(uri.slice(0, 80));
      throw new EngineError("container_damaged", `The file ${shown} is not the one that was archived.`);
    }
  }
}

/** The digest that a ds:DigestMethod names; null for one that is not accepted. */
export function digestByMethod(method: string): DigestName | null {
  const found = Object.entries(digestMethods).find(([, uri]) => uri === method);
  return found ? (found[0] as DigestName) : null;
}

const malformed = (what: string, file: string): ContainerFault =>
  new ContainerFault("manifest_malformed", what, file);
