import type { SignatureReport } from "../../../../engine/validation/pdfReport.js";
import type { SignatureFinding } from "../../../../engine/validation/signatureFinding.js";
import type { VerifiedDocument } from "../../../verification/verifyDocument.js";
import { findingNotes, furtherNotes, type NoteKind, notePolicies, noteTypes } from "./notes.js";

/** One remark on what was verified. */
export interface NoteReport {
  readonly policy: number;
  readonly about: number;
  readonly type: number;
  readonly synopsis: string;
  readonly description: string;
}

/** @returns a note for each thing that was found, in the order of the signatures, then of the document time-stamps */
export function notesOf(
  { report, attached }: VerifiedDocument,
  { size, detachedContent }: { readonly size: number; readonly detachedContent: boolean },
): NoteReport[] {
  const notes: NoteReport[] = [];
  const reports = [{ names: [] as readonly string[], report }, ...attached];
  let number = 0;
  for (const { names, report: one } of reports) {
    const where = names.length === 0 ? "" : ` of the attachment ${names.map(quoted).join(" in ")}`;
    for (const signature of one.signatures) {
      const what = `Signature ${number++}${inField(signature.fieldName)}${where}`;
      notes.push(
        ...signature.findings.map((finding) => noteOn(finding, what)),
        ...qualityOf(signature, what),
      );
    }
    for (const { fieldName, findings } of one.timestamps) {
      const what = `Document time-stamp${inField(fieldName)}${where}`;
      notes.push(...findings.map((finding) => noteOn(finding, what)));
    }
  }
  const { sourceUnavailable, detachedContentUnused } = furtherNotes;
  if (report.original.length === size) {
    const message =
      "The first signature came in the first revision: the plain document is the file as that signed it.";
    notes.push(note(sourceUnavailable, "information", message));
  }
  if (detachedContent) {
    const message = "A PDF holds what its signatures cover; detachedContent was not looked at.";
    notes.push(note(detachedContentUnused, "warning", message));
  }
  return notes;
}

/** What the issuer states of a certificate (EN 319 412-5). */
function qualityOf({ path: [signer] }: SignatureReport, what: string): NoteReport[] {
  if (signer === undefined) return [];
  const { notQualified, qualified, qualifiedDevice } = furtherNotes;
  const name = signer.subjectCommonName ?? signer.subject;
  const { qcCompliance, qcSscd } = signer.qc;
  const stated = qcCompliance
    ? note(
        qualified,
        "information",
        `${what}: The issuer states that the certificate of ${name} is a qualified one.`,
      )
    : note(
        notQualified,
        "information",
        `${what}: The certificate of ${name} is not stated to be a qualified one.`,
      );
  const device = `${what}: The issuer states that the key of ${name} is in a qualified device.`;
  return qcSscd ? [stated, note(qualifiedDevice, "information", device)] : [stated];
}

function noteOn({ code, subIndication, message }: SignatureFinding, what: string): NoteReport {
  return note(findingNotes[code], typeOf(code, subIndication), `${what}: ${message}`);
}

/** What fails a signature, what leaves it in doubt, and what only tells. */
function typeOf(code: SignatureFinding["code"], subIndication: string | null): keyof typeof noteTypes {
  if (subIndication !== null) return "error";
  return code === "document_extended" ? "information" : "warning";
}

function note(
  { policy, about, synopsis }: NoteKind,
  type: keyof typeof noteTypes,
  description: string,
): NoteReport {
  return { policy: notePolicies[policy], about, type: noteTypes[type], synopsis, description };
}

const inField = (name: string): string => (name === "" ? "" : ` in the field ${quoted(name)}`);
const quoted = (text: string): string => JSON.stringify(text.replace(/\p{C}/gu, " ").slice(0, 120));
