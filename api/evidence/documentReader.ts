import { requireSame, StoredDocumentError } from "../documents/fetchDocument.js";
import type { Platform } from "../platform.js";
import { ObjectStoreError } from "../ports/objectStore.js";
import type { EvidenceRevision } from "./evidenceSource.js";

/** Bytes of documents that are kept for their second reading. */
const keptBytes = 32 * 1024 * 1024;

/**
 * Reads documents one at a time, and checks each. What is read for its signatures is read again when it is sent: small
 * documents are kept meanwhile, large ones are not, so that an order's documents never lie in memory together.
 */
export class DocumentReader {
  readonly #kept = new Map<string, Uint8Array>();
  #room = keptBytes;

  constructor(private readonly platform: Pick<Platform, "objectStore">) {}

  /** @throws ObjectStoreError; StoredDocumentError where it is not what was stored */
  async read({ objectKey, sha256 }: Pick<EvidenceRevision, "objectKey" | "sha256">): Promise<Uint8Array> {
    if (objectKey === null) throw new Error("A document that was removed is not read.");
    const kept = this.#kept.get(objectKey);
    if (kept !== undefined) return kept;
    const bytes = await this.platform.objectStore.get(objectKey);
    requireSame(bytes, sha256, objectKey);
    if (bytes.length <= this.#room) {
      this.#room -= bytes.length;
      this.#kept.set(objectKey, bytes);
    }
    return bytes;
  }

  /** As `read`; null where the store has it no more, or not as it was. */
  async readIfWhole(revision: EvidenceRevision): Promise<Uint8Array | null> {
    try {
      return await this.read(revision);
    } catch (error) {
      if (error instanceof StoredDocumentError) return null;
      if (error instanceof ObjectStoreError && error.code === "not_found") return null;
      throw error;
    }
  }
}
