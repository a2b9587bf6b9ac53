import { parseSignedData } from "../cms/parseSignedData.js";
import { EngineError } from "../error.js";
import { verifyTimestampOf } from "../tsp/verifyToken.js";
import { lastDocumentTimestamp, type SignedRevision } from "./signedRevisions.js";

/**
 * Tells of which signatures of a document a time-stamp proves when they existed: one of their own, or the document
 * time-stamp that covers most of the file. It verifies them, since anybody can put into a file what only looks like a
 * time-stamp, and a signature would stay without proof. Whether their units can be trusted is for validation.
 * @param all every signature and document time-stamp of the document
 */
export function provenTimeTest(all: readonly SignedRevision[]): (revision: SignedRevision) => boolean {
  const last = lastDocumentTimestamp(all);
  let lastVerifies: boolean | undefined;
  const isCovered = ({ end }: SignedRevision): boolean => {
    const [before] = last?.covered ?? [];
    // All of the signature before the gap for its own /Contents, not merely before the end.
    if (last === undefined || before === undefined || end === undefined || end > before.length) return false;
    // It hashes the file, so once, and only when somebody depends on it.
    lastVerifies ??= refusesNothing(() => verifyTimestampOf(last.contents, last.covered));
    return lastVerifies;
  };
  return (revision) => revision.isDocumentTimestamp || hasOwnTimestamp(revision) || isCovered(revision);
}

function hasOwnTimestamp({ contents, objects }: SignedRevision): boolean {
  if (!objects.some(({ role }) => role === "signatureTimestamp")) return false;
  const { timestampTokens, signatureValue, certificates } = parseSignedData(contents);
  return timestampTokens.some((token) =>
    refusesNothing(() => verifyTimestampOf(token, [signatureValue], certificates)),
  );
}

function refusesNothing(verify: () => void): boolean {
  try {
    verify();
    return true;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}
