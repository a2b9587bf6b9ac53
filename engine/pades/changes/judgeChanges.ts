import type { SignatureRestriction } from "../../pdf/permissions/documentPermissions.js";
import { isLocked } from "../../pdf/permissions/fieldLock.js";
import { type Change, changeKinds } from "./change.js";

/** What became of a document after a signature: nothing; what may come after one; or what was signed was changed. */
export type Modification = "unchanged" | "extended" | "changed";

/** Changes as one signature sees them. */
export interface JudgedChanges {
  readonly modification: Modification;
  /** Those that nothing allows, or this signature forbids. */
  readonly forbidden: readonly Change[];
  /** Those of which nobody can say whether they show something else. */
  readonly unexplained: readonly Change[];
}

/**
 * Which changes after a signature were allowed. A certification lets happen what its level says (ISO 32000-2 Table 257),
 * and a lock of fields keeps these as they are (Table 259). A signature that says nothing lets everything happen that
 * level 3 would: forms filled, signatures, annotations; but no change of what the document itself shows.
 * @param restriction what this signature says; undefined where it says nothing
 */
export function judgeChanges(
  changes: readonly Change[],
  restriction: SignatureRestriction | undefined,
): JudgedChanges {
  const level = restriction?.level ?? 3;
  const forbidden: Change[] = [];
  const unexplained: Change[] = [];
  for (const change of changes) {
    const allowedFrom = changeKinds[change.kind];
    if (allowedFrom === "unexplained") unexplained.push(change);
    else if (allowedFrom === "never" || allowedFrom > level || breaksLock(change, restriction))
      forbidden.push(change);
  }
  const changed = forbidden.length > 0 || unexplained.length > 0;
  const modification = changed ? "changed" : changes.length > 0 ? "extended" : "unchanged";
  return { modification, forbidden, unexplained };
}

function breaksLock({ kind, fieldName }: Change, restriction: SignatureRestriction | undefined): boolean {
  if (fieldName === null || (kind !== "form_filled" && kind !== "signature")) return false;
  return restriction?.locks.some((lock) => isLocked(lock, fieldName)) ?? false;
}
