import type { PadesLevel } from "../pades/level.js";
import type { SignedRevision } from "../pades/signedRevisions.js";
import { fingerprintOf } from "../validation/certificateName.js";
import { quoted } from "../validation/finding.js";
import { rangeOf } from "../validation/signedRange.js";
import { judgeToken } from "../validation/timestampToken.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { cameWith } from "./cameWith.js";
import { judgeSignature } from "./checkSeal.js";
import { levelsBy } from "./pdfLevels.js";
import type { Section } from "./reportWriter.js";
import { judgeUnit, type ProofEnd, type Verification } from "./verification.js";

/** A signature of a document that was judged. */
export interface PdfSignature {
  readonly fieldName: string;
  /** Where the revision ends that it covers. */
  readonly end: number;
  /** SHA-256 of the signer's certificate, hexadecimal. */
  readonly certificate: string;
  readonly signer: Certificate;
  readonly root: Certificate | null;
  readonly level: PadesLevel | null;
}

export interface PdfSignatures {
  readonly signatures: readonly PdfSignature[];
  /** Document time-stamps. */
  readonly timestamps: number;
  /** Signatures and time-stamps that were there before, and were not judged. */
  readonly ofSource: number;
}

interface Scope {
  /** Signatures within so many bytes from the start were there before. */
  readonly from: number;
  /** By when a proof outside of the document takes over. */
  readonly until: ProofEnd;
}

/** One whose /ByteRange does not say where it ends is looked at last, and found wrong. */
const endOf = (revision: SignedRevision): number => revision.end ?? Number.POSITIVE_INFINITY;

/**
 * Judges the PAdES signatures and document time-stamps of a PDF in the container (EN 319 142-1): what each covers, its signature,
 * its time-stamps, and the certificates at the time that they prove. A document time-stamp takes over the proof of
 * what it covers, and the container's archive time-stamp that of the last.
 * @returns null for a document that cannot be read
 */
export function judgePdfSignatures(
  verification: Verification,
  section: Section,
  file: string,
  { from, until }: Scope,
): PdfSignatures | null {
  const pdf = verification.pdfs.get(file) ?? null;
  if (pdf === null) {
    section.fault("file_malformed", "The document cannot be read as a PDF.", file);
    return null;
  }
  const all = pdf.revisions.toSorted((one, other) => endOf(one) - endOf(other));
  const own = ownOf(all, verification.files.bytes(file)!, from);
  const stamps = new Map<SignedRevision, ProofEnd>();
  let next = until;
  for (const revision of own.toReversed()) {
    if (!revision.isDocumentTimestamp) continue;
    const time = judgeDocumentTimestamp(verification, section, file, revision, next);
    if (time === null) continue;
    next = { time, isNow: false };
    stamps.set(revision, next);
  }
  const levels = levelsBy(pdf);
  const signatures: PdfSignature[] = [];
  for (const [index, revision] of own.entries()) {
    if (revision.isDocumentTimestamp) continue;
    const covering = own.slice(index + 1).find((later) => stamps.has(later));
    const proof = (covering && stamps.get(covering)) ?? until;
    const judged = judgeRevision(verification, section, file, revision, proof);
    if (judged !== null) signatures.push({ ...judged, level: levels.get(revision.fieldName) ?? null });
  }
  requireNothingBehind(verification, section, file, Math.max(from, ...own.map(({ end }) => end ?? 0)));
  return { signatures, timestamps: stamps.size, ofSource: all.length - own.length };
}

/** Those that the document did not come with. */
function ownOf(all: readonly SignedRevision[], pdf: Uint8Array, from: number): SignedRevision[] {
  const later = all.filter((revision) => endOf(revision) > from);
  if (from === 0 || later.every((revision) => rangeOf(pdf, revision) !== null)) return later;
  const isOfSource = cameWith(pdf.subarray(0, from));
  return later.filter((revision) => rangeOf(pdf, revision) !== null || !isOfSource(revision));
}

/** A revision that nobody signed would be shown in place of what was signed (ISO 32000-2 7.5.6). */
function requireNothingBehind(
  { files }: Verification,
  section: Section,
  file: string,
  covered: number,
): void {
  // Without any signature there is nothing that something could follow.
  if (covered === 0 || covered >= files.bytes(file)!.length) return;
  section.fault(
    "signature_range_wrong",
    "Behind what the last signature or time-stamp of the document covers there is more, which nobody signed.",
    file,
  );
}

function judgeRevision(
  verification: Verification,
  section: Section,
  file: string,
  revision: SignedRevision,
  until: ProofEnd,
): Omit<PdfSignature, "level"> | null {
  const { fieldName } = revision;
  if (revision.defect !== null) {
    section.fault(
      "signature_malformed",
      `The signature in the field ${quoted(fieldName)} cannot be read.`,
      file,
    );
    return null;
  }
  const range = rangeOf(verification.files.bytes(file)!, revision);
  if (range === null) {
    section.fault(
      "signature_range_wrong",
      `The signature in the field ${quoted(fieldName)} does not cover all around itself.`,
      file,
    );
    return null;
  }
  const hashes = verification.files.hashes(file);
  const digest = (algorithm: Parameters<typeof hashes.around>[3]) =>
    hashes.around(range.length, range.behind, range.end, algorithm);
  const judged = judgeSignature(verification, section, revision.contents, digest, file, until);
  if (judged === null) return null;
  const { certificate: signer, verdict } = judged;
  return { fieldName, end: range.end, certificate: fingerprintOf(signer), signer, root: verdict.root };
}

/** @returns genTime; null after a fault */
function judgeDocumentTimestamp(
  verification: Verification,
  section: Section,
  file: string,
  revision: SignedRevision,
  until: ProofEnd,
): Date | null {
  const range = rangeOf(verification.files.bytes(file)!, revision);
  if (range === null || revision.defect !== null) {
    section.fault(
      "signature_range_wrong",
      `The document time-stamp in the field ${quoted(revision.fieldName)} does not cover all around itself.`,
      file,
    );
    return null;
  }
  const hashes = verification.files.hashes(file);
  const verdict = judgeToken(revision.contents, (algorithm) =>
    hashes.around(range.length, range.behind, range.end, algorithm),
  );
  if (verdict.finding !== null) {
    section.findings([verdict.finding], file);
    return null;
  }
  judgeUnit(verification, section, verdict, until, file);
  return verdict.genTime;
}
