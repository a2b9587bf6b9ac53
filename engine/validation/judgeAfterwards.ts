import type { Change } from "../pades/changes/change.js";
import { judgeChanges, type Modification } from "../pades/changes/judgeChanges.js";
import type { SignatureRestriction } from "../pdf/permissions/documentPermissions.js";
import type { FieldObject, PdfValidation } from "./pdfValidation.js";
import { found, type SignatureFinding } from "./signatureFinding.js";

/** What became of a document after a signature or time-stamp. */
export interface Afterwards {
  readonly modification: Modification | null;
  readonly changes: readonly Change[];
  readonly findings: readonly SignatureFinding[];
}

/**
 * Judges the revisions that follow what a signature or time-stamp covers (ISO 32000-2 12.8.2.2): whoever opens the file is
 * shown the last one, and not the one that was signed.
 */
export function judgeAfterwards(
  { history, ends }: PdfValidation,
  { format: { range, covered } }: FieldObject,
  restriction: SignatureRestriction | undefined,
): Afterwards {
  if (range === null || covered === null) return { modification: null, changes: [], findings: [] };
  const changes = distinct(history.changesAfter(range.end, ends));
  const { modification, forbidden, unexplained } = judgeChanges(changes, restriction);
  const findings = [
    ...listed("document_changed", "After it the document was changed in what it shows", forbidden),
    ...listed(
      "change_unexplained",
      "After it something was changed that may show in the document",
      unexplained,
    ),
  ];
  if (modification === "extended")
    findings.push(
      ...listed("document_extended", "After it the document was extended, as is allowed", changes),
    );
  return { modification, changes, findings };
}

/** So many are told in the sentence; all are in the list. */
const TOLD = 5;

function listed(
  code: "document_changed" | "change_unexplained" | "document_extended",
  what: string,
  changes: readonly Change[],
): SignatureFinding[] {
  if (changes.length === 0) return [];
  const told = changes.slice(0, TOLD).map(({ message }) => message);
  const more = changes.length > TOLD ? ` And ${changes.length - TOLD} more.` : "";
  return [found(code, `${what}: ${told.join(" ")}${more}`)];
}

function distinct(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((change) => [`${change.kind} ${change.message}`, change])).values()];
}
