import type { Mode } from "../apiKeys/caller.js";
import { dropObjects, storeObjects } from "../documents/claims.js";
import { readLatestRevisions } from "../documents/documentRows.js";
import { requireSame } from "../documents/fetchDocument.js";
import { claimRevisionPlaces, type RevisionPlaces } from "../documents/revisionPlaces.js";
import { readDocuments, readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { commitSeal, type StoredSeal } from "./commitSeal.js";
import { type DocumentToSeal, sealDocument } from "./sealDocument.js";
import { claimSeal, readSeal } from "./sealRows.js";
import { lastingRefusal, postponeOrFail, type UnsealedDocument } from "./unsealed.js";

/** Tries for which another authority's validation data is waited for, some minutes, before a lower level will do. */
const triesForAll = 6;

type Needs = Pick<
  Platform,
  | "database"
  | "objectStore"
  | "timestampAuthority"
  | "validationData"
  | "clock"
  | "random"
  | "secretBox"
  | "log"
>;

/** The documents of an order that is to be sealed, as whoever made their last revisions still has them. */
export interface ReadyToSeal {
  readonly mode: Mode;
  readonly documents: readonly DocumentToSeal[];
  readonly places: RevisionPlaces;
}

/**
 * Seals an order that `requestSeal` asked for, and completes it. May run twice, in two processes at once: only one of
 * them commits. Where it fails, the seal stays pending and the sweeper tries again.
 * @param ready absent: the documents are read from the store
 */
export async function performSeal(
  platform: Needs,
  tenantId: string,
  orderId: string,
  ready?: ReadyToSeal,
): Promise<void> {
  try {
    const plan = ready ? { ...ready, tries: 1 } : await readPlan(platform, tenantId, orderId);
    if (plan !== null) await seal(platform, tenantId, orderId, plan);
  } catch (error) {
    platform.log.error({ order: orderId, error }, "an order was not sealed; it will be tried again");
    await platform.database.withTenant(tenantId, (transaction) =>
      postponeOrFail(platform, transaction, orderId, error),
    );
    throw error;
  }
}

/** The sweeper's part: takes over a seal whose process died or failed. @returns false where another process has it */
export async function resumeSeal(platform: Needs, tenantId: string, orderId: string): Promise<boolean> {
  const ours = await platform.database.withTenant(tenantId, (transaction) =>
    claimSeal(transaction, orderId, platform.clock.now()),
  );
  if (ours) await performSeal(platform, tenantId, orderId);
  return ours;
}

interface Plan extends ReadyToSeal {
  /** This one counted. */
  readonly tries: number;
}

async function readPlan(platform: Needs, tenantId: string, orderId: string): Promise<Plan | null> {
  const found = await platform.database.withTenant(tenantId, async (transaction) => {
    const [seal, { mode }, documents, revisions] = await Promise.all([
      readSeal(transaction, orderId),
      readOrder(transaction, orderId),
      readDocuments(transaction, [orderId]),
      readLatestRevisions(transaction, orderId),
    ]);
    if (seal?.state !== "pending") return null;
    const toSeal = documents.filter(({ kind }) => kind === "sign");
    const latest = revisions.filter(({ documentId }) => toSeal.some(({ id }) => id === documentId));
    const places = await claimRevisionPlaces(platform, transaction, orderId, latest);
    return { mode, attempts: seal.attempts, documents: toSeal, revisions: latest, places };
  });
  if (found === null) return null;
  const documents: DocumentToSeal[] = [];
  for (const document of found.documents) {
    const revision = found.revisions.find(({ documentId }) => documentId === document.id)!;
    const bytes = await platform.objectStore.get(revision.objectKey);
    requireSame(bytes, revision.sha256, revision.objectKey);
    documents.push({ document, revision: revision.revision, bytes, sha256: revision.sha256 });
  }
  const { mode, places, attempts } = found;
  return { mode, documents, places, tries: attempts };
}

async function seal(platform: Needs, tenantId: string, orderId: string, plan: Plan): Promise<void> {
  const { mode, documents, places, tries } = plan;
  const kept = new Set<string>();
  try {
    const sealed: StoredSeal[] = [];
    const unsealed: UnsealedDocument[] = [];
    for (const document of documents) {
      const result = await sealDocument(platform, mode, document, tries > triesForAll).catch(
        (error: unknown) => {
          const refusal = lastingRefusal(error, tries);
          if (refusal === null) throw error;
          unsealed.push({ level: document.document.level, refusal });
          return null;
        },
      );
      if (result) sealed.push({ ...result, objectKey: places.keys.get(document.document.id)! });
    }
    const objects = sealed.map(({ objectKey, bytes }) => ({
      key: objectKey,
      bytes,
      contentType: "application/pdf",
    }));
    await storeObjects(platform, tenantId, objects, places.claimedUntil);
    const committed = await platform.database.withTenant(tenantId, (transaction) =>
      commitSeal(platform, transaction, orderId, sealed, unsealed),
    );
    if (committed) for (const { key } of objects) kept.add(key);
  } finally {
    // What cannot be deleted now stays claimed, and the sweeper deletes it.
    const loose = [...places.keys.values()].filter((key) => !kept.has(key));
    await dropObjects(platform, tenantId, loose).catch(() => undefined);
  }
}
