import { isArchiveManifest } from "../asic/containerNames.js";
import { digestBy, judgeToken } from "../validation/timestampToken.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { checkReferences, manifestOf, type NamedManifest } from "./checkManifest.js";
import type { EvidenceFiles } from "./evidenceFiles.js";
import type { Section } from "./reportWriter.js";
import { judgeUnit, type ProofEnd, type Verification } from "./verification.js";

/** An archive time-stamp whose token is good in itself. */
export interface ArchiveStamp {
  readonly manifest: NamedManifest;
  readonly tokenName: string;
  readonly genTime: Date;
  readonly certificate: Certificate;
}

const MAX_STAMPS = 256;

/**
 * Checks the archive time-stamps of a container (EN 319 162-1 Annex A.7): each is over its manifest, and each manifest names
 * every file that was there before it, earlier archive manifests and their time-stamps among them.
 * @returns those that are good in themselves, oldest first
 */
export function checkArchiveStamps(files: EvidenceFiles, section: Section): ArchiveStamp[] {
  const names = files.names.filter(isArchiveManifest);
  if (names.length > MAX_STAMPS) {
    section.fault("limit_exceeded", `The container has more than ${MAX_STAMPS} archive time-stamps.`);
    return [];
  }
  const manifests = oldestFirst(
    names.map((name) => manifestOf(files, name, section)).filter((manifest) => manifest !== null),
  );
  for (const [index, manifest] of manifests.entries()) {
    checkReferences(files, manifest, section);
    requireAllBefore(files, manifest, manifests.slice(index), section);
  }
  return manifests.map((manifest) => stampOf(files, manifest, section)).filter((stamp) => stamp !== null);
}

/** Each covers those before it, and so names more of them the newer it is. */
function oldestFirst(manifests: readonly NamedManifest[]): NamedManifest[] {
  return manifests
    .map((manifest) => {
      const earlier = manifest.references.filter(({ uri }) => isArchiveManifest(uri)).length;
      return { manifest, earlier };
    })
    .toSorted((one, other) => one.earlier - other.earlier)
    .map(({ manifest }) => manifest);
}

/** Each unit's certificate has to be good from its time-stamp to the next; the last one's to the time of this check. */
export function judgeArchiveStamps(
  verification: Verification,
  stamps: readonly ArchiveStamp[],
  section: Section,
): void {
  for (const [index, stamp] of stamps.entries()) {
    const next = stamps[index + 1];
    const until: ProofEnd = next
      ? { time: next.genTime, isNow: false }
      : { time: verification.time, isNow: true };
    const { knownAt } = judgeUnit(verification, section, stamp, until, stamp.tokenName);
    if (next === undefined && knownAt !== null) {
      section.open(
        `Whether the unit of the newest time-stamp was revoked after ${knownAt.toISOString()}: newer lists are not in the file.`,
        false,
      );
    }
  }
}

function requireAllBefore(
  files: EvidenceFiles,
  manifest: NamedManifest,
  itselfAndLater: readonly NamedManifest[],
  section: Section,
): void {
  const listed = new Set(manifest.references.map(({ uri }) => uri));
  const later = new Set(itselfAndLater.flatMap(({ name, signature }) => [name, signature.uri]));
  for (const name of files.names) {
    if (listed.has(name) || later.has(name)) continue;
    section.fault(
      "archive_incomplete",
      `${manifest.name} leaves out ${name}, which was there before it.`,
      manifest.name,
    );
  }
}

function stampOf(files: EvidenceFiles, manifest: NamedManifest, section: Section): ArchiveStamp | null {
  const tokenName = manifest.signature.uri;
  const token = files.bytes(tokenName);
  if (token === undefined) {
    section.fault(
      "signature_missing",
      `The time-stamp ${tokenName} over ${manifest.name} is not there.`,
      tokenName,
    );
    return null;
  }
  const verdict = judgeToken(token, digestBy(files.bytes(manifest.name)!));
  if (verdict.finding === null) return { manifest, tokenName, ...verdict };
  section.findings([verdict.finding], tokenName);
  return null;
}
