import { ContainerFault } from "../asic/containerFault.js";
import { isArchiveManifest } from "../asic/containerNames.js";
import { digestByMethod } from "../asic/newestArchive.js";
import { type Manifest, readManifest } from "../asic/readManifest.js";
import { quoted } from "../validation/finding.js";
import type { EvidenceFiles } from "./evidenceFiles.js";
import type { Section } from "./reportWriter.js";

/** A manifest, and the name of its file. */
export interface NamedManifest extends Manifest {
  readonly name: string;
}

/** Also those of a container of others. */
export const isSignatureManifest = (name: string): boolean =>
  /^META-INF\/[^/]*ASiCManifest[^/]*\.xml$/i.test(name) && !isArchiveManifest(name);

/**
 * Checks the one ASiCManifest of a container (EN 319 162-1 Annex A.4): it names every file that is there but those of
 * META-INF, once, and each is the one that was signed.
 * @returns null where there is none to go on with
 */
export function checkManifest(files: EvidenceFiles, section: Section): NamedManifest | null {
  const manifests = files.names
    .filter(isSignatureManifest)
    .map((name) => manifestOf(files, name, section))
    .filter((manifest) => manifest !== null);
  const [first, ...others] = manifests;
  if (first === undefined) {
    if (!files.names.some(isSignatureManifest))
      section.fault("manifest_missing", "The container has no ASiCManifest.");
    return null;
  }
  for (const other of others) {
    section.fault(
      "manifest_repeated",
      `${other.name} is there beside ${first.name}: which of them counts could be disputed.`,
      other.name,
    );
    contradictions(first, other, section);
  }
  checkReferences(files, first, section);
  const listed = new Set(first.references.map(({ uri }) => uri));
  for (const name of files.names) {
    if (name.startsWith("META-INF/") || listed.has(name)) continue;
    section.fault("file_unlisted", `The file ${quoted(name)} is in no manifest: nobody signed it.`, name);
  }
  return first;
}

/** @returns null after a fault */
export function manifestOf(files: EvidenceFiles, name: string, section: Section): NamedManifest | null {
  try {
    return { name, ...readManifest(files.bytes(name)!, name) };
  } catch (error) {
    if (!(error instanceof ContainerFault)) throw error;
    section.fault("manifest_malformed", error.message, name);
    return null;
  }
}

/** Each file that a manifest names is there, and is the one that it names. */
export function checkReferences(files: EvidenceFiles, manifest: NamedManifest, section: Section): void {
  const seen = new Set<string>();
  for (const { uri, digestAlgorithm, digest } of manifest.references) {
    if (seen.has(uri)) {
      section.fault(
        "manifest_contradiction",
        `${manifest.name} names the file ${quoted(uri)} twice.`,
        manifest.name,
      );
      continue;
    }
    seen.add(uri);
    const algorithm = digestByMethod(digestAlgorithm);
    if (algorithm === null) {
      const message = `${manifest.name} uses the digest ${quoted(digestAlgorithm)}, which is not known or not accepted.`;
      section.fault("digest_algorithm_unknown", message, manifest.name);
    } else if (files.bytes(uri) === undefined) {
      section.fault(
        "file_missing",
        `The file ${quoted(uri)}, which ${manifest.name} names, is not there.`,
        uri,
      );
    } else if (Buffer.compare(files.digest(uri, algorithm), digest) !== 0) {
      section.fault(
        "digest_mismatch",
        `The file ${quoted(uri)} is not the one that ${manifest.name} names.`,
        uri,
      );
    }
  }
}

function contradictions(one: NamedManifest, other: NamedManifest, section: Section): void {
  const digests = new Map(one.references.map((reference) => [reference.uri, reference]));
  for (const { uri, digestAlgorithm, digest } of other.references) {
    const same = digests.get(uri);
    if (
      same === undefined ||
      same.digestAlgorithm !== digestAlgorithm ||
      Buffer.compare(same.digest, digest) === 0
    )
      continue;
    const message = `${one.name} and ${other.name} name different files as ${quoted(uri)}.`;
    section.fault("manifest_contradiction", message, uri);
  }
}
