import { includesLevel, type PadesLevel } from "../pades/level.js";
import { quoted } from "../validation/finding.js";
import type { RecordedDocument } from "./chainFacts.js";
import { judgePdfSignatures, type PdfSignature } from "./pdfSignatures.js";
import type { StatedDocument } from "./readStatement.js";
import type { Section } from "./reportWriter.js";
import type { ProofEnd, Verification } from "./verification.js";

/** What a document is held against. */
export interface DocumentContext {
  readonly verification: Verification;
  readonly recorded: RecordedDocument | undefined;
  /** SHA-256 of certificates that were issued, and to whom. */
  readonly certificates: ReadonlyMap<string, string>;
  readonly until: ProofEnd;
}

/**
 * Checks a document's hashes in `evidence.json` against the chain: how it was added, and that each revision goes on from
 * the one before to the one that is here.
 */
export function checkRecordedHashes(
  stated: StatedDocument,
  { recorded }: DocumentContext,
  section: Section,
): void {
  const { source, signed } = stated;
  if (recorded?.source?.sha256 !== source.sha256 || recorded.source.bytes !== source.bytes) {
    section.fault("statement_mismatch", "The chain knows another document under this name, or none.");
  }
  let last = source.sha256;
  for (const { seq, before, after } of recorded?.revisions ?? []) {
    if (before !== last) {
      section.fault(
        "statement_mismatch",
        `Event ${seq} signed another document than the one that was there before it.`,
      );
    }
    last = after;
  }
  const newest = recorded?.revisions.at(-1);
  if (newest?.level !== undefined && newest.level !== signed?.level) {
    section.fault(
      "statement_mismatch",
      "The chain tells of another level of the signatures than evidence.json.",
    );
  }
  if ((signed?.sha256 ?? source.sha256) !== last) {
    section.fault(
      "statement_mismatch",
      "The newest revision that the chain knows is another than the one of evidence.json.",
    );
  }
}

/** Checks the files of a document: the source is the beginning of what was signed, and each revision is the recorded one. */
export function checkDocumentFiles(stated: StatedDocument, context: DocumentContext, section: Section): void {
  const { files } = context.verification;
  const { source, signed } = stated;
  for (const revision of [source, signed]) {
    if (revision?.file === null || revision === null) continue;
    const bytes = files.bytes(revision.file);
    if (bytes === undefined) section.fault("file_missing", "The document is not there.", revision.file);
    else if (bytes.length !== revision.bytes || files.sha256(revision.file) !== revision.sha256) {
      section.fault(
        "statement_mismatch",
        "The document is another than the one that evidence.json states.",
        revision.file,
      );
    }
  }
  const name = signed?.file ?? null;
  const bytes = name === null ? undefined : files.bytes(name);
  if (name === null || bytes === undefined || signed === null) return;
  const hashes = files.hashes(name);
  if (source.bytes > bytes.length || hashes.before(source.bytes).toString("hex") !== source.sha256) {
    section.fault("source_not_contained", "The signed document does not begin with its source.", name);
  }
  for (const { seq, bytes: end, after } of context.recorded?.revisions ?? []) {
    const whole = Number.isSafeInteger(end) && end >= 0 && end <= bytes.length;
    if (whole && hashes.before(end).toString("hex") === after) continue;
    section.fault(
      "statement_mismatch",
      `The document does not hold the revision that event ${seq} tells of.`,
      name,
    );
  }
}

/** Judges the signatures of a signed document, and holds them against what the chain says who signed. */
export function checkDocumentSignatures(
  stated: StatedDocument,
  context: DocumentContext,
  section: Section,
): void {
  const { verification, recorded, certificates, until } = context;
  const { source, signed } = stated;
  if (signed === null || signed.file === null) return;
  const { file } = signed;
  const found = judgePdfSignatures(verification, section, file, { from: source.bytes, until });
  if (found === null) return;
  const events = (recorded?.revisions ?? []).filter(({ type }) => type === "document.signed");
  for (const event of events) {
    const signature = found.signatures.find(({ end }) => end === event.bytes);
    if (signature === undefined) {
      section.fault(
        "signature_missing",
        `The signature that event ${event.seq} tells of is not in the document.`,
        file,
      );
    } else if (certificates.get(signature.certificate) !== (event.signer ?? "")) {
      section.fault(
        "certificate_unrecorded",
        `The signature of event ${event.seq} is by a certificate that was not issued to its signer.`,
        file,
      );
    }
  }
  for (const { end, fieldName } of found.signatures) {
    if (events.some((event) => event.bytes === end)) continue;
    section.fault(
      "signature_unrecorded",
      `The chain tells of no signature in the field ${quoted(fieldName)}.`,
      file,
    );
  }
  requireLevel(found.signatures, signed.level, section, file);
  if (found.signatures.length > 0) {
    section.open(
      "Whether a later revision changes what an earlier signer saw: that is for a reader's eyes.",
      false,
    );
  }
  if (found.ofSource > 0) {
    section.open(`${counted(found.ofSource, "signature")} that the source had before this order`, false);
  }
  section.tell(
    `${counted(found.signatures.length, "signature")}, ${counted(found.timestamps, "document time-stamp")}.`,
  );
}

function requireLevel(
  signatures: readonly PdfSignature[],
  stated: PadesLevel | null,
  section: Section,
  file: string,
): void {
  for (const { level, fieldName } of signatures) {
    if (stated === null || (level !== null && includesLevel(level, stated))) continue;
    section.fault(
      "level_wrong",
      `The signature in the field ${quoted(fieldName)} has the level ${level ?? "none"}, and not ${stated}.`,
      file,
    );
  }
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
