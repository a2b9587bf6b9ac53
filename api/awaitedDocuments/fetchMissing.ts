import { storeObjects } from "../documents/claims.js";
import { asObject, type NewDocument } from "../documents/newDocument.js";
import type { Platform } from "../platform.js";
import type { AwaitedClaim } from "./claimAwaited.js";
import { fetchOne, type Refusal } from "./fetchOne.js";

/** Documents of one order that are fetched side by side. */
const sideBySide = 4;

/** What a try has brought. */
export interface Fetched {
  /** They are stored. */
  readonly documents: readonly NewDocument[];
  readonly refusals: readonly Refusal[];
}

/**
 * Fetches and stores what of an order's documents is not there yet. Where one is not to be had at all no other is begun:
 * the order fails of it. Resolves when none is under way any more.
 * @throws what keeps us, and not their servers, from having them
 */
export async function fetchMissing(
  platform: Pick<Platform, "database" | "objectStore" | "remoteDocuments" | "limits" | "secretBox" | "clock">,
  tenantId: string,
  { documents, keys, claimedUntil }: AwaitedClaim,
): Promise<Fetched> {
  const missing = documents.filter(({ documentId }) => keys.has(documentId));
  const fetched: NewDocument[] = [];
  const refusals: Refusal[] = [];
  let isOver = false;
  const work = async () => {
    for (let document = missing.shift(); document && !isOver; document = missing.shift()) {
      try {
        const result = await fetchOne(platform, document, keys.get(document.documentId)!);
        if ("why" in result) {
          refusals.push(result);
          isOver ||= !result.mayPass;
        } else {
          await storeObjects(platform, tenantId, [asObject(result)], claimedUntil);
          fetched.push(result);
        }
      } catch (error) {
        isOver = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(sideBySide, missing.length) }, work));
  const broken = ends.find((end) => end.status === "rejected");
  if (broken) throw broken.reason;
  return { documents: fetched, refusals };
}
