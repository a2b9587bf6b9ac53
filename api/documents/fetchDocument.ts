import { createHash, timingSafeEqual } from "node:crypto";
import type { Mode } from "../apiKeys/caller.js";
import { Failure, notFound } from "../failure/failure.js";
import { readDocuments, readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { signedName } from "./disposition.js";
import { readRevision } from "./documentRows.js";

/**
 * Reads a document's bytes, and refuses to hand out any that are not those that were stored.
 * @param which `signed`: with every signature so far
 * @throws Failure `not_found`, `document_not_ready` while nobody has signed it
 */
export async function fetchDocument(
  platform: Pick<Platform, "database" | "objectStore">,
  tenantId: string,
  orderId: string,
  documentId: string,
  which: "source" | "signed",
  mode?: Mode,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { revision, name } = await platform.database.withTenant(tenantId, async (transaction) => {
    await readOrder(transaction, orderId, mode);
    const document = (await readDocuments(transaction, [orderId])).find(({ id }) => id === documentId);
    if (!document) throw notFound("document");
    if (which === "signed" && document.revision === 0) {
      throw new Failure("document_not_ready", "Nobody has signed this document yet.");
    }
    return {
      name: which === "signed" ? signedName(document.name) : document.name,
      revision: await readRevision(
        transaction,
        orderId,
        documentId,
        which === "signed" ? "latest" : "source",
      ),
    };
  });
  const bytes = await platform.objectStore.get(revision.objectKey);
  requireSame(bytes, revision.sha256, revision.objectKey);
  return { name, bytes };
}

/** What comes back from the store must be what went in: a document changed at rest is never signed or shown. */
export function requireSame(bytes: Uint8Array, sha256: Uint8Array, key: string): void {
  if (!timingSafeEqual(createHash("sha256").update(bytes).digest(), sha256)) {
    throw new Error(`The object ${key} is not what was stored.`);
  }
}
