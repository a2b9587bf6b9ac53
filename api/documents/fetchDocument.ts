import { createHash, timingSafeEqual } from "node:crypto";
import type { Mode } from "../apiKeys/caller.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import { ObjectStoreError } from "../ports/objectStore.js";
import { signedName } from "./disposition.js";
import { findRevision } from "./documentRows.js";

/** A document's bytes, and which they are. */
export interface FetchedDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** 0: the source. */
  readonly revision: number;
  /** 32 bytes. */
  readonly sha256: Uint8Array;
}

/**
 * Reads a document's bytes, and refuses to hand out any that are not those that were stored.
 * @param which `signed`: with every signature so far
 * @throws Failure `not_found`, `document_not_ready` while nobody has signed it, `document_removed`
 */
export async function fetchDocument(
  platform: Pick<Platform, "database" | "objectStore">,
  tenantId: string,
  orderId: string,
  documentId: string,
  which: "source" | "signed",
  mode?: Mode,
): Promise<FetchedDocument> {
  const stored = await findRevision(platform, tenantId, orderId, documentId, which, mode);
  if (which === "signed" && stored.revision === 0) {
    throw new Failure("document_not_ready", "Nobody has signed this document yet.");
  }
  const { objectKey, revision, sha256 } = stored;
  const bytes = await platform.objectStore.get(objectKey).catch(async (error: unknown) => {
    // Was it removed since its row was read? Then that is the answer.
    if (error instanceof ObjectStoreError && error.code === "not_found") {
      await findRevision(platform, tenantId, orderId, documentId, which, mode);
    }
    throw error;
  });
  requireSame(bytes, sha256, objectKey);
  return { name: which === "signed" ? signedName(stored.name) : stored.name, bytes, revision, sha256 };
}

/** What comes back from the store must be what went in: a document changed at rest is never signed or shown. */
export function requireSame(bytes: Uint8Array, sha256: Uint8Array, key: string): void {
  if (!timingSafeEqual(createHash("sha256").update(bytes).digest(), sha256)) {
    throw new StoredDocumentError(`The object ${key} is not what was stored.`);
  }
}

/** A document that was changed at rest. */
export class StoredDocumentError extends Error {
  override readonly name = "StoredDocumentError";
}
