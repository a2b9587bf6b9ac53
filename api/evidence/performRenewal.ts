import { renewalDigest } from "../../engine/asic/renewalDigest.js";
import { renewContainer } from "../../engine/asic/renewContainer.js";
import type { Mode } from "../apiKeys/caller.js";
import { requireSame } from "../documents/fetchDocument.js";
import { Failure } from "../failure/failure.js";
import { readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { stuckAfterTries } from "../stuckWork/stuckWork.js";
import { causeOf } from "../work/causeOf.js";
import { retryAt } from "../work/retryAt.js";
import { commitEvidence } from "./commitEvidence.js";
import { endOfProof, holdsDocuments } from "./containerFacts.js";
import { claimRenewal, postpone } from "./evidenceClaims.js";
import { type EvidenceFileRow, type EvidenceRevisionRow, readEvidenceRevisions } from "./evidenceRows.js";
import { readEvidenceTerms } from "./evidenceState.js";
import { lockEnd } from "./lockEnd.js";
import { renewalTime } from "./renewalTime.js";
import { findStored, storeRevision } from "./storeRevision.js";

/**
 * The sweeper's part: renews the time-stamps of an order's evidence before they prove nothing any more, as a new
 * revision. What is there is read and checked first: damage is never time-stamped. Where it fails, it stays due.
 * @returns false where another process is at it
 */
export async function resumeRenewal(platform: Platform, tenantId: string, orderId: string): Promise<boolean> {
  const { database, clock } = platform;
  const file = await database.withTenant(tenantId, (transaction) =>
    claimRenewal(transaction, orderId, clock.now()),
  );
  if (file === null) return false;
  try {
    return await renew(platform, tenantId, file);
  } catch (error) {
    platform.log.error({ order: orderId, error }, "time-stamps of evidence were not renewed");
    const until = nextTry(error, file.renewalAttempts, clock.now());
    await database.withTenant(tenantId, (transaction) =>
      postpone(transaction, orderId, "renewal", until, causeOf(error)),
    );
    throw error;
  }
}

/** What fails is tried again soon; where nothing is gained only a change of the authority helps, which takes its time. */
function nextTry(error: unknown, tries: number, now: Date): Date {
  const rests = error instanceof NothingGained && tries >= stuckAfterTries;
  return rests ? renewalTime(error.end, now) : retryAt(now, tries);
}

/** The authority stamps by a certificate or algorithms that end no later than those of the time-stamp to be renewed. */
class NothingGained extends Failure {
  /** @param end of the time-stamp's use */
  constructor(readonly end: Date) {
    super(
      "unavailable",
      "The time-stamp authority's certificate and algorithms end no later than those of the time-stamp to be renewed.",
    );
  }
}

async function renew(platform: Platform, tenantId: string, file: EvidenceFileRow): Promise<boolean> {
  const { database, clock } = platform;
  const [order, terms, revisions] = await database.withTenant(tenantId, (transaction) =>
    Promise.all([
      readOrder(transaction, file.orderId),
      readEvidenceTerms(transaction, file.orderId),
      readEvidenceRevisions(transaction, [file.orderId]),
    ]),
  );
  const newest = revisions.at(-1);
  if (terms === null || terms.evidenceRemovedAt !== null || newest === undefined) return false;
  const until = lockEnd(order, terms.evidenceDueAt, clock.now());
  const stored =
    (await findStored(platform, tenantId, file, until)) ??
    (await storeRevision(platform, tenantId, file, await renewed(platform, order.mode, newest), until));
  if (stored === null) return false;
  return commitEvidence(platform, tenantId, stored, holdsDocuments(stored.container), "evidence.renewed");
}

/** @throws StoredDocumentError where it is not what was stored; NothingGained; EngineError; TimestampError */
async function renewed(platform: Platform, mode: Mode, newest: EvidenceRevisionRow): Promise<Uint8Array> {
  const container = await platform.objectStore.get(newest.objectKey);
  requireSame(container, newest.sha256, newest.objectKey);
  const { known, remote } = platform.validationData[mode];
  const authority = platform.timestampAuthority[mode];
  const longer = await renewContainer(container, {
    at: platform.clock.now(),
    digestAlgorithm: renewalDigest(),
    timestamp: (digest, algorithm) => authority.timestamp(digest, algorithm),
    timestampVerified: true,
    known: await known(),
    ...(remote && { revocation: remote }),
  });
  const end = endOfProof(container);
  if (endOfProof(longer) <= end) throw new NothingGained(end);
  return longer;
}
