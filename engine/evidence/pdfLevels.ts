import { EngineError } from "../error.js";
import type { PadesLevel } from "../pades/level.js";
import { levelsIn } from "../pades/levelsOf.js";
import type { SignedRevision } from "../pades/signedRevisions.js";
import type { SignedPdf } from "./signedPdf.js";

/** Levels by field. Validation data that cannot be read are no use: what is time-stamped is of level B-T then. */
export function levelsBy({ document, revisions }: SignedPdf): ReadonlyMap<string, PadesLevel | null> {
  try {
    return new Map(levelsIn(document, revisions, {}).map(({ fieldName, level }) => [fieldName, level]));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return new Map(revisions.map(({ fieldName, objects }) => [fieldName, withoutStore(objects)]));
  }
}

function withoutStore(objects: SignedRevision["objects"]): PadesLevel | null {
  if (objects.length === 0) return null;
  return objects.some(({ role }) => role === "signatureTimestamp") ? "B-T" : "B-B";
}
