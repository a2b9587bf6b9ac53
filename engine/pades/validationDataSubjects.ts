import { EngineError } from "../error.js";
import type { SignedObject } from "./signedObject.js";
import type { SignedRevision } from "./signedRevisions.js";

/** A signature or time-stamp whose validation data are to be complete. */
export interface CollectionSubject {
  /** The field of a PDF that it is in; null where it stands outside of one. */
  readonly fieldName: string | null;
  readonly object: SignedObject;
  /** Revocation data from before are outdated; null: none are. */
  readonly since: Date | null;
}

/** One in a PDF. */
type FieldSubject = CollectionSubject & { readonly fieldName: string };

/** Whether a later document time-stamp covers a signature or document time-stamp. */
function isCovered(revision: SignedRevision, revisions: readonly SignedRevision[]): boolean {
  return firstCover(revision, revisions) !== undefined;
}

/** The first document time-stamp that covers a signature or an earlier document time-stamp. */
export function firstCover(
  revision: SignedRevision,
  revisions: readonly SignedRevision[],
): SignedRevision | undefined {
  const { end } = revision;
  if (end === undefined) return undefined;
  let first: SignedRevision | undefined;
  for (const candidate of revisions) {
    if (!candidate.isDocumentTimestamp || candidate.end === undefined || candidate.end <= end) continue;
    if (first === undefined || candidate.end < first.end!) first = candidate;
  }
  return first;
}

/**
 * The signatures and time-stamps of a document. Those that no document time-stamp covers yet want revocation data from
 * after the time at which they are known to have existed, for only these say that nothing was revoked then; for the
 * others what was good enough under the document time-stamp stays so.
 * @throws EngineError `signature_invalid` for one that cannot be read
 */
export function subjectsOf(revisions: readonly SignedRevision[]): FieldSubject[] {
  return revisions.flatMap((revision) => {
    const { fieldName, objects, defect } = revision;
    if (defect !== null) {
      const which = revision.isDocumentTimestamp ? "document time-stamp" : "signature";
      const message = `The ${which} in the field ${JSON.stringify(fieldName.slice(0, 80))} cannot be read: ${defect}`;
      throw new EngineError("signature_invalid", message);
    }
    const provenAt = isCovered(revision, revisions)
      ? null
      : (objects.find(({ genTime }) => genTime)?.genTime ?? null);
    return objects.map((object) => ({
      fieldName,
      object,
      since: provenAt && wholeSecond(object.genTime ?? provenAt),
    }));
  });
}

/** Revocation data tell their time in whole seconds: those of the same second may be the later. */
export const wholeSecond = (time: Date): Date => new Date(Math.floor(time.getTime() / 1000) * 1000);
