import type { Transaction } from "../database/transaction.js";
import type { Platform } from "../platform.js";
import { causeOf } from "../work/causeOf.js";
import { retryAt } from "../work/retryAt.js";
import { commitEvidence } from "./commitEvidence.js";
import { holdsDocuments } from "./containerFacts.js";
import { claimEvidence, postpone, waitUntil } from "./evidenceClaims.js";
import { evidenceFiles } from "./evidenceFiles.js";
import { type EvidenceFileRow, endWithout } from "./evidenceRows.js";
import { type EvidenceSource, readEvidenceSource } from "./evidenceSource.js";
import { type EvidenceTerms, readEvidenceTerms } from "./evidenceState.js";
import { lockEnd } from "./lockEnd.js";
import { containerBytes, makeContainer } from "./makeContainer.js";
import { findStored, storeRevision } from "./storeRevision.js";

const minuteMs = 60_000;

/** How long a checkpoint is waited for that the order stands in: then the evidence is made without. */
const patienceMs = 3 * 60 * minuteMs;
const pauseMs = 5 * minuteMs;

/** Tries for which another authority's validation data is waited for, some minutes, before a lower level will do. */
const triesForAll = 6;

/** Events with which an order ends. */
const ends: ReadonlySet<string> = new Set([
  "order.completed",
  "order.refused",
  "order.cancelled",
  "order.expired",
  "order.failed",
]);

/**
 * The sweeper's part: makes the evidence file of an order that has ended, and stores it. May run twice, in two
 * processes at once: one file comes of it. Where it fails, it stays due and is tried again.
 * @returns false where another process is at it, or a checkpoint is waited for
 */
export async function resumeEvidence(
  platform: Platform,
  tenantId: string,
  orderId: string,
): Promise<boolean> {
  const { database, clock } = platform;
  const file = await database.withTenant(tenantId, (transaction) =>
    claimEvidence(transaction, orderId, clock.now()),
  );
  if (file === null) return false;
  try {
    return await make(platform, tenantId, file);
  } catch (error) {
    platform.log.error({ order: orderId, error }, "no evidence file was stored; it will be tried again");
    const until = retryAt(clock.now(), file.attempts);
    await database.withTenant(tenantId, (transaction) =>
      postpone(transaction, orderId, "making", until, causeOf(error)),
    );
    throw error;
  }
}

async function make(platform: Platform, tenantId: string, file: EvidenceFileRow): Promise<boolean> {
  const { database, clock } = platform;
  const decision = await database.withTenant(tenantId, (transaction) => decide(platform, transaction, file));
  if (decision === null) return false;
  if (decision === "none") return true;
  const { source, terms } = decision;
  const until = lockEnd(source.order, terms.evidenceDueAt, clock.now());
  const found = await findStored(platform, tenantId, file, until);
  if (found !== null) {
    return commitEvidence(platform, tenantId, found, holdsDocuments(found.container), "evidence.stored");
  }
  const files = await evidenceFiles(platform, tenantId, source, file.archive);
  const container = await makeContainer(platform, source.order.mode, files, file.attempts > triesForAll);
  const bytes = await containerBytes(container);
  const stored = await storeRevision(platform, tenantId, file, bytes, until);
  if (stored === null) return false;
  // Another process may have been first, with a container that was wanted without them.
  const documents = stored.container === bytes ? file.archive : holdsDocuments(stored.container);
  return commitEvidence(platform, tenantId, stored, documents, "evidence.stored");
}

type Decision = "none" | { readonly source: EvidenceSource; readonly terms: EvidenceTerms };

/** @returns null where a checkpoint is waited for */
async function decide(
  platform: Platform,
  transaction: Transaction,
  file: EvidenceFileRow,
): Promise<Decision | null> {
  const { orderId } = file;
  const terms = await readEvidenceTerms(transaction, orderId);
  if (terms === null || !terms.acted || terms.evidenceRemovedAt !== null) {
    await endWithout(transaction, orderId);
    return "none";
  }
  const source = await readEvidenceSource(platform, transaction, orderId);
  const now = platform.clock.now();
  const mayWait = now.getTime() < file.createdAt.getTime() + patienceMs;
  // A test order whose clock was moved on is looked at now.
  if (!mayWait || source.order.clockOffsetSeconds > 0 || standsInLog(source)) return { source, terms };
  await waitUntil(transaction, orderId, new Date(now.getTime() + pauseMs));
  return null;
}

/** Whether the checkpoint vouches for the order's end, whatever came after it. */
function standsInLog({ audit, inclusion }: EvidenceSource): boolean {
  const end = audit.events.findLast(({ body }) => ends.has(body.type));
  return inclusion !== null && end !== undefined && inclusion.leaf.length >= end.body.seq;
}
