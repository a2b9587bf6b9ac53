import { EngineError } from "../../error.js";
import type { PdfDocument } from "../document.js";
import type { CertificationLevel } from "./certification.js";
import { permissionsOf, type SignatureRestriction } from "./documentPermissions.js";
import { isLocked } from "./fieldLock.js";
import { requireNoDynamicXfa } from "./xfaForm.js";

/** Something that appends a revision to a document. */
export type Act =
  | {
      readonly kind: "signature";
      /** The fully qualified name of the field to sign, be it there or yet to be made. */
      readonly fieldName: string;
      /** Absent: an approval signature. */
      readonly certify?: CertificationLevel;
    }
  | {
      readonly kind: "fieldValue";
      /** The fully qualified name of the field to fill. */
      readonly fieldName: string;
    }
  | { readonly kind: "documentTimestamp" }
  | { readonly kind: "validationData" };

/**
 * Makes sure that the signatures a document carries allow what is to be appended.
 *
 * - Validation data and document time-stamps are allowed after any signature, were it one with /P 1: adding nothing
 *   but them is no change in the sense of DocMDP (ISO 32000-2 Table 257), and without them no signature would outlive
 *   its certificate (EN 319 142-1 5.4).
 * - A signature is allowed where every /P in effect is 2 or 3, in a new field and seen or unseen, for signing is among
 *   the changes of level 2; and where no lock covers its field's name. A lock of All, and one of all but some, cover
 *   the names of fields that do not exist yet.
 * - A form field may be filled where a signature in it would be allowed.
 * - A certification is allowed as the document's first signature only (12.8.2.2.1).
 * @throws EngineError `pdf_permission_denied`, with the field of the signature that forbids it; `pdf_unsupported` for a
 *   dynamic XFA form; `pdf_damaged`, `pdf_limit_exceeded`
 */
export function requireAllowed(document: PdfDocument, act: Act): void {
  requireNoDynamicXfa(document);
  if (act.kind !== "signature" && act.kind !== "fieldValue") return;
  const { signed, restrictions } = permissionsOf(document);
  for (const restriction of restrictions) requireUnforbidden(restriction, act);
  if (signed && act.kind === "signature" && act.certify !== undefined) {
    throw denied("The PDF is signed already, and only its first signature can certify it.");
  }
}

function requireUnforbidden(
  restriction: SignatureRestriction,
  { kind, fieldName }: Extract<Act, { fieldName: string }>,
): void {
  const { certifies, level, locks } = restriction;
  if (level === 1) {
    const what = kind === "signature" ? "a further signature" : "a value in a form field";
    throw denied(
      certifies
        ? `The PDF was certified by its author${inField(restriction)} so that no change is allowed, not even ${what}.`
        : `The PDF was locked by the signature${inField(restriction)} so that no change is allowed, not even ${what}.`,
    );
  }
  if (locks.some((lock) => isLocked(lock, fieldName))) {
    throw denied(
      `The field ${quote(fieldName)} of the PDF is locked by the signature${inField(restriction)}.`,
    );
  }
}

function inField({ fieldName }: SignatureRestriction): string {
  return fieldName === "" ? "" : ` in the field ${quote(fieldName)}`;
}

function quote(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}

function denied(sentence: string): EngineError {
  return new EngineError("pdf_permission_denied", sentence);
}
