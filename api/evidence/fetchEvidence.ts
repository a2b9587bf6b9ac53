import type { Caller } from "../apiKeys/caller.js";
import { requireSame } from "../documents/fetchDocument.js";
import type { Platform } from "../platform.js";
import { evidenceFiles } from "./evidenceFiles.js";
import { type EvidenceRevisionRow, readEvidenceRevisions } from "./evidenceRows.js";
import { readEvidenceSource } from "./evidenceSource.js";
import { readEvidenceTerms } from "./evidenceState.js";
import { type Container, makeContainer } from "./makeContainer.js";
import { requireEvidence } from "./requireEvidence.js";

/**
 * An order's evidence as its tenant may have it: made now, with the documents, as long as these are there; then the
 * newest that was stored; and where nothing was, made now with their hashes.
 * @throws Failure `not_found`, `evidence_removed`; EngineError, TimestampError, ObjectStoreError
 */
export async function fetchEvidence(
  platform: Platform,
  { tenantId, mode }: Pick<Caller, "tenantId" | "mode">,
  orderId: string,
): Promise<Container> {
  const [source, terms, revisions] = await platform.database.withTenant(tenantId, (transaction) =>
    Promise.all([
      readEvidenceSource(platform, transaction, orderId, mode),
      readEvidenceTerms(transaction, orderId),
      readEvidenceRevisions(transaction, [orderId]),
    ]),
  );
  requireEvidence(terms);
  const newest = revisions.at(-1);
  if (source.documentsRemovedAt !== null && newest) return storedContainer(platform, newest);
  return makeContainer(platform, mode, await evidenceFiles(platform, tenantId, source, true), true);
}

/** A stored container, as it was stored. @throws ObjectStoreError; StoredDocumentError where it is another */
export async function storedContainer(
  platform: Pick<Platform, "objectStore">,
  { objectKey, sha256, bytes: size }: EvidenceRevisionRow,
): Promise<Container> {
  const bytes = await platform.objectStore.get(objectKey);
  requireSame(bytes, sha256, objectKey);
  return {
    size,
    async *parts() {
      yield bytes;
    },
  };
}
