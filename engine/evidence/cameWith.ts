import { EngineError } from "../error.js";
import { readSignedRevisions, type SignedRevision } from "../pades/signedRevisions.js";
import { openPdf } from "../pdf/document.js";

/**
 * Tells which signatures a document came with that do not say themselves where they end: anybody may have a document
 * signed that brings a signature which nobody can read, and none of it is the order's.
 * @param source the document as it came
 */
export function cameWith(source: Uint8Array): (revision: SignedRevision) => boolean {
  const there = new Set(revisionsOf(source).map(keyOf));
  return (revision) => there.has(keyOf(revision));
}

function revisionsOf(source: Uint8Array): SignedRevision[] {
  try {
    return readSignedRevisions(openPdf(source));
  } catch (error) {
    if (error instanceof EngineError) return [];
    throw error;
  }
}

const keyOf = ({ fieldName, contents }: SignedRevision): string =>
  `${Buffer.from(contents).toString("hex")} ${fieldName}`;
