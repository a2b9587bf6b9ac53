import { dropQuietly, storeObjects } from "../documents/claims.js";
import type { NewDocument } from "../documents/newDocument.js";
import { readOrder, readSigners } from "../orders/orderRows.js";
import { appearanceObjects } from "../placements/appearanceObjects.js";
import type { Platform } from "../platform.js";
import { readStoredSources } from "../signers/changes/storedSources.js";
import { causeOf } from "../work/causeOf.js";
import { retryAt } from "../work/retryAt.js";
import { type AwaitedClaim, claimAwaited } from "./claimAwaited.js";
import { commitDocuments, type ReadyDocuments } from "./commitDocuments.js";
import { awaitRest, failAwaited, postpone } from "./concludeAwaited.js";
import { type Fetched, fetchMissing } from "./fetchMissing.js";
import { readFetched } from "./fetchOne.js";
import { type PlacedDocument, PlacementRefusal, planNow, resolvePlan } from "./placeDocuments.js";
import { openPlan } from "./sealedPlan.js";

/** Seconds before the second try of a document, and before its third. */
const pauses = [10, 60];

export type FetchNeeds = Pick<
  Platform,
  | "database"
  | "objectStore"
  | "remoteDocuments"
  | "limits"
  | "typefaces"
  | "secretBox"
  | "clock"
  | "random"
  | "log"
>;

/**
 * One try of the documents that an order awaits: where all are there it is sent, where one cannot be had it fails, and
 * else it is tried again. May run twice, in two processes at once: one of them counts, and what the other has stored is
 * deleted.
 * @returns false where there was nothing to do
 */
export async function fetchOrder(platform: FetchNeeds, tenantId: string, orderId: string): Promise<boolean> {
  const claim = await platform.database.withTenant(tenantId, (transaction) =>
    claimAwaited(platform, transaction, orderId),
  );
  if (claim === null) return false;
  const loose = new Set(claim.keys.values());
  try {
    const kept = await settle(platform, tenantId, claim, loose);
    for (const key of kept) loose.delete(key);
  } catch (error) {
    platform.log.error(
      { order: orderId, error },
      "an order's documents were not fetched; it will be tried again",
    );
    const until = retryAt(platform.clock.now(), claim.attempts);
    await platform.database.withTenant(tenantId, (transaction) =>
      postpone(transaction, claim, until, causeOf(error)),
    );
    throw error;
  } finally {
    await dropQuietly(platform, tenantId, [...loose]);
  }
  return true;
}

/** @param loose takes keys of what is stored besides @returns keys of the objects that rows own now */
async function settle(
  platform: FetchNeeds,
  tenantId: string,
  claim: AwaitedClaim,
  loose: Set<string>,
): Promise<readonly string[]> {
  const fetched = await fetchMissing(platform, tenantId, claim);
  const { documents, refusals } = fetched;
  const keys = documents.map(({ objectKey }) => objectKey);
  const lasting = refusals.find(({ mayPass }) => !mayPass);
  if (lasting) {
    const { document, why } = lasting;
    await failAwaited(platform, tenantId, claim, { ...document, why });
    return [];
  }
  if (refusals.length > 0) {
    const tries = Math.max(...refusals.map(({ document }) => document.tries));
    const until = new Date(platform.clock.now().getTime() + (pauses[tries] ?? pauses.at(-1)!) * 1000);
    return (await awaitRest(platform, tenantId, claim, fetched, until)) ? keys : [];
  }
  try {
    const ready = await makeReady(platform, tenantId, claim, fetched);
    const pictures = appearanceObjects(platform, tenantId, claim.orderId, ready.placements);
    for (const { key } of pictures.objects) loose.add(key);
    await storeObjects(platform, tenantId, pictures.objects);
    return await commitDocuments(platform, tenantId, claim, { ...ready, pictures: pictures.keys });
  } catch (error) {
    if (!(error instanceof PlacementRefusal)) throw error;
    await failAwaited(platform, tenantId, claim, error.refusal);
    return [];
  }
}

/** Puts an order's documents together, and finds the places in them. @throws PlacementRefusal */
async function makeReady(
  platform: FetchNeeds,
  tenantId: string,
  claim: AwaitedClaim,
  fetched: Fetched,
): Promise<Omit<ReadyDocuments, "pictures">> {
  const { orderId } = claim;
  const awaited: (NewDocument & { position: number })[] = [];
  for (const row of claim.documents) {
    const { documentId, position, objectKey, sha256 } = row;
    const document =
      objectKey !== null && sha256 !== null
        ? await readFetched(platform, { ...row, objectKey, sha256 })
        : fetched.documents.find(({ id }) => id === documentId)!;
    awaited.push({ ...document, position });
  }
  const { order, signers } = await platform.database.withTenant(tenantId, async (transaction) => ({
    order: await readOrder(transaction, orderId),
    signers: await readSigners(transaction, [orderId]),
  }));
  const plan = openPlan(platform, orderId, claim.plan);
  const given = await readStoredSources(platform, { tenantId, mode: order.mode }, orderId);
  const all: PlacedDocument[] = [
    ...awaited,
    ...given.map(({ document, ...source }) => ({ ...document, ...source })),
  ].sort((one, other) => one.position - other.position);
  const placements = resolvePlan(planNow(plan, signers), all);
  const loose = fetched.documents.map(({ objectKey }) => objectKey);
  return { awaited, all, plan, placements, loose };
}
