import { EngineError } from "../../error.js";
import type { PdfDocument } from "../document.js";

/** Bits of /P (ISO 32000-2 Table 22), counted there from 1. */
const MODIFY_CONTENTS = 1 << 3;
const ANNOTATE_AND_FILL = 1 << 5;
const FILL = 1 << 8;

/**
 * Makes sure that an existing form field may be filled, a signature field among them: with bit 6, or from revision 3 on with bit 9. A document
 * that is not encrypted, or was opened with its owner's password, allows all.
 * @throws EngineError `pdf_permission_denied`
 */
export function requireFormFilling({ encryption }: PdfDocument): void {
  if (encryption === undefined || encryption.owner) return;
  const { permissions, revision } = encryption.parameters;
  if ((permissions & ANNOTATE_AND_FILL) !== 0 || (revision >= 3 && (permissions & FILL) !== 0)) return;
  throw denied("filling in its form fields, a signature field among them");
}

/**
 * Makes sure that a form field may be added, be it a signature field that is not seen: with bits 4 and 6 together.
 * @throws EngineError `pdf_permission_denied`
 */
export function requireFieldCreation({ encryption }: PdfDocument): void {
  if (encryption === undefined || encryption.owner) return;
  const needed = MODIFY_CONTENTS | ANNOTATE_AND_FILL;
  if ((encryption.parameters.permissions & needed) !== needed) throw denied("adding a form field");
}

/** Whether annotations may be added: with bit 6. */
export function mayAnnotate({ encryption }: PdfDocument): boolean {
  if (encryption === undefined || encryption.owner) return true;
  return (encryption.parameters.permissions & ANNOTATE_AND_FILL) !== 0;
}

function denied(what: string): EngineError {
  return new EngineError(
    "pdf_permission_denied",
    `The PDF's permissions forbid ${what}; only its owner's password allows it.`,
  );
}
