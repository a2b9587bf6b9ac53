import { isArchiveManifest } from "../asic/containerNames.js";
import { nameOfCertificate } from "../validation/certificateName.js";
import { digestBy } from "../validation/timestampToken.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { type ArchiveStamp, checkArchiveStamps, judgeArchiveStamps } from "./checkArchive.js";
import { isSignatureManifest, type NamedManifest } from "./checkManifest.js";
import { type JudgedSignature, judgeSignature, requireSeal } from "./checkSeal.js";
import type { Section } from "./reportWriter.js";
import type { ProofEnd, Verification } from "./verification.js";

/** What the signature over the container and its archive time-stamps say of all that is in it. */
export interface SealedContainer {
  /** By when all files are proven to have existed. */
  readonly until: ProofEnd;
  /** Where the service's signature leads to; null where it leads nowhere. */
  readonly root: Certificate | null;
}

/** Checks the signature over the manifest, and the archive time-stamps over everything. */
export function checkContainerSeal(
  verification: Verification,
  manifest: NamedManifest | null,
): SealedContainer {
  const { files, report, time } = verification;
  const checked = report.check("archive time-stamps", undefined, (section) => {
    const stamps = checkArchiveStamps(files, section);
    judgeArchiveStamps(verification, stamps, section);
    requireKnownFiles(verification, manifest, stamps, section);
    const [first] = stamps;
    if (first !== undefined) {
      const when = first.genTime.toISOString();
      section.tell(`${stamps.length} of them, the first of ${when}; each covers all that came before it.`);
    } else if (!files.names.some(isArchiveManifest)) {
      section.open(
        "There is no archive time-stamp: the proof lasts as long as the certificates in it.",
        false,
      );
    }
    return stamps;
  });
  const [first] = checked ?? [];
  const until: ProofEnd = first ? { time: first.genTime, isNow: false } : { time, isNow: true };
  const judged = report.check("signature over the container", manifest?.signature.uri, (section) => {
    if (manifest === null) return null;
    const signature = judgeContainerSignature(verification, section, manifest, until);
    if (signature !== null) {
      section.tell(`By ${nameOfCertificate(signature.certificate)}, at ${signature.time.toISOString()}.`);
    }
    return signature;
  });
  report.provenAt = first?.genTime ?? judged?.time ?? null;
  return { until, root: judged?.verdict.root ?? null };
}

function judgeContainerSignature(
  verification: Verification,
  section: Section,
  manifest: NamedManifest,
  until: ProofEnd,
): JudgedSignature | null {
  const { files } = verification;
  const name = manifest.signature.uri;
  const cms = files.bytes(name);
  if (cms === undefined) {
    section.fault("signature_missing", `The signature ${name} is not there.`, name);
    return null;
  }
  const judged = judgeSignature(
    verification,
    section,
    cms,
    digestBy(files.bytes(manifest.name)!),
    name,
    until,
  );
  if (judged !== null) requireSeal(judged.certificate, section, name);
  return judged;
}

/** In META-INF there are manifests, and what is over each of them, and nothing else. */
function requireKnownFiles(
  { files }: Verification,
  manifest: NamedManifest | null,
  stamps: readonly ArchiveStamp[],
  section: Section,
): void {
  const known = new Set([manifest?.name, manifest?.signature.uri]);
  for (const { manifest: archive, tokenName } of stamps) known.add(archive.name).add(tokenName);
  for (const name of files.names) {
    if (!name.startsWith("META-INF/") || known.has(name)) continue;
    // A manifest that is no good, or one too many, has been told of already.
    if (isSignatureManifest(name) || isArchiveManifest(name)) continue;
    // And with it a token whose manifest it is.
    if (name.endsWith(".tst") && files.names.filter(isArchiveManifest).length > stamps.length) continue;
    section.fault("file_unlisted", `${name} belongs to no manifest.`, name);
  }
}
