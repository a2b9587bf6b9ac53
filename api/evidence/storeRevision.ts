import { createHash } from "node:crypto";
import { storeLocked } from "../objectLock/storeLocked.js";
import type { Platform } from "../platform.js";
import { ObjectStoreError } from "../ports/objectStore.js";
import { evidenceKey } from "./evidenceKey.js";
import {
  type EvidenceFileRow,
  type EvidenceRevisionRow,
  noteMade,
  readEvidenceFile,
} from "./evidenceRows.js";

export const containerMediaType = "application/vnd.etsi.asic-e+zip";

/** A container that stands in the store, of which no row says so yet. */
export interface StoredContainer extends Omit<EvidenceRevisionRow, "createdAt"> {
  readonly container: Uint8Array;
}

type Needs = Pick<Platform, "database" | "objectStore" | "objectLock">;

/**
 * Stores a container as the next revision. Before it is stored its hash is noted, so that whoever comes after a crash,
 * or comes second, finds the object and takes it over.
 * @param until end of the lock; null: it is stored without
 * @returns null where another process has committed this revision
 * @throws Error where what stands under the key is nothing that was noted; ObjectStoreError
 */
export async function storeRevision(
  platform: Needs,
  tenantId: string,
  { orderId, revision: before }: Pick<EvidenceFileRow, "orderId" | "revision">,
  container: Uint8Array,
  until: Date | null,
): Promise<StoredContainer | null> {
  const revision = before + 1;
  const objectKey = evidenceKey(tenantId, orderId, revision);
  const sha256 = createHash("sha256").update(container).digest();
  const noted = await platform.database.withTenant(tenantId, (transaction) =>
    noteMade(transaction, orderId, revision, sha256),
  );
  if (!noted) return null;
  try {
    const lockedUntil = await putObject(platform, objectKey, container, until);
    return { orderId, revision, objectKey, bytes: container.length, sha256, lockedUntil, container };
  } catch (error) {
    if (!(error instanceof ObjectStoreError) || error.code !== "exists") throw error;
  }
  const now = await platform.database.withTenant(tenantId, (transaction) =>
    readEvidenceFile(transaction, orderId),
  );
  return now?.revision === before ? findStored(platform, tenantId, now, until) : null;
}

/**
 * What a process that died stored as the next revision, if it got that far.
 * @throws Error where what stands under the key is nothing that was noted
 */
export async function findStored(
  platform: Needs,
  tenantId: string,
  { orderId, revision: before, made }: Pick<EvidenceFileRow, "orderId" | "revision" | "made">,
  until: Date | null,
): Promise<StoredContainer | null> {
  if (made.length === 0) return null;
  const revision = before + 1;
  const objectKey = evidenceKey(tenantId, orderId, revision);
  const container = await platform.objectStore.get(objectKey).catch((error: unknown) => {
    if (error instanceof ObjectStoreError && error.code === "not_found") return null;
    throw error;
  });
  if (container === null) return null;
  const sha256 = createHash("sha256").update(container).digest();
  if (!made.some((known) => sha256.equals(known))) {
    throw new Error(`The object ${objectKey} is nothing that was made for it.`);
  }
  // Whether the one who died got as far as locking it depends on the store.
  if (platform.objectLock !== null && until !== null) await platform.objectLock.extend(objectKey, until);
  const lockedUntil = platform.objectLock === null ? null : until;
  return { orderId, revision, objectKey, bytes: container.length, sha256, lockedUntil, container };
}

async function putObject(
  platform: Needs,
  key: string,
  container: Uint8Array,
  until: Date | null,
): Promise<Date | null> {
  if (until !== null) return storeLocked(platform, key, container, containerMediaType, until);
  await platform.objectStore.put(key, container, containerMediaType);
  return null;
}
