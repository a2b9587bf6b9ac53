import type { Mode } from "../apiKeys/caller.js";
import type { Platform } from "../platform.js";
import { sealBytes } from "../platformSeal/sealBytes.js";
import { causeOf } from "../work/causeOf.js";
import { retryAt } from "../work/retryAt.js";
import {
  claimCheckpoint,
  completeCheckpoint,
  decideSignature,
  type PendingCheckpoint,
  postponeCheckpoint,
  readPending,
} from "./checkpointRows.js";
import { requireContinued } from "./continued.js";
import { logLockEnd } from "./lockTerm.js";
import { storeOnce } from "./storeOnce.js";

/** Tries for which another authority's validation data is waited for before a lower level will do. */
const triesForAll = 6;

export type PerformNeeds = Pick<
  Platform,
  | "database"
  | "objectStore"
  | "objectLock"
  | "platformSeal"
  | "timestampAuthority"
  | "validationData"
  | "clock"
  | "log"
>;

/**
 * Signs a checkpoint that was written down, and stores it under lock. May run twice, in two processes at once: the
 * first signature that is written down is the one that both store. Where it fails, the checkpoint stays pending and the
 * sweeper tries again.
 */
export async function performCheckpoint(
  platform: PerformNeeds,
  tenantId: string,
  mode: Mode,
  size: number,
): Promise<void> {
  try {
    const pending = await platform.database.withTenant(tenantId, (transaction) =>
      readPending(transaction, mode, size),
    );
    if (pending === null) return;
    await store(platform, tenantId, mode, await signed(platform, tenantId, mode, pending));
  } catch (error) {
    const which = { tenant: tenantId, mode, size };
    platform.log.error({ ...which, error }, "a checkpoint was not stored; it will be tried again");
    await postpone(platform, tenantId, mode, size, error);
    throw error;
  }
}

/**
 * The sweeper's part: takes over a checkpoint whose process died or failed.
 * @param subject mode and size, `live/123`
 * @returns false where another process has it
 */
export async function resumeCheckpoint(
  platform: PerformNeeds,
  tenantId: string,
  subject: string,
): Promise<boolean> {
  const [mode, size] = subject.split("/") as [Mode, string];
  const ours = await platform.database.withTenant(tenantId, (transaction) =>
    claimCheckpoint(transaction, mode, Number(size), platform.clock.now()),
  );
  if (ours) await performCheckpoint(platform, tenantId, mode, Number(size));
  return ours;
}

/** A checkpoint with what its objects hold decided for good. */
type SignedCheckpoint = PendingCheckpoint & { readonly signature: Uint8Array; readonly lockedUntil: Date };

async function signed(
  platform: PerformNeeds,
  tenantId: string,
  mode: Mode,
  pending: PendingCheckpoint,
): Promise<SignedCheckpoint | null> {
  const { size, note, createdAt, attempts } = pending;
  if (isSigned(pending)) return pending;
  const lockedUntil = await platform.database.withTenant(tenantId, async (transaction) => {
    const [until] = await Promise.all([
      logLockEnd(transaction, mode, createdAt),
      requireContinued(transaction, mode, pending),
    ]);
    return until;
  });
  const settle = attempts > triesForAll;
  const signature = await sealBytes(platform, mode, Buffer.from(note, "utf8"), "B-LT", settle);
  return platform.database.withTenant(tenantId, async (transaction) => {
    const [, decided] = await Promise.all([
      decideSignature(transaction, mode, size, { signature, lockedUntil }),
      readPending(transaction, mode, size),
    ]);
    return decided !== null && isSigned(decided) ? decided : null;
  });
}

function isSigned(checkpoint: PendingCheckpoint): checkpoint is SignedCheckpoint {
  return checkpoint.signature !== null && checkpoint.lockedUntil !== null;
}

/** @param checkpoint null where another process has stored it meanwhile */
async function store(
  platform: PerformNeeds,
  tenantId: string,
  mode: Mode,
  checkpoint: SignedCheckpoint | null,
): Promise<void> {
  if (checkpoint === null) return;
  const { size, note, signature } = checkpoint;
  // The row is there before its objects are, and names their keys by itself: none is without an owner.
  const objectKey = `${tenantId}/checkpoints/${mode}/${String(size).padStart(16, "0")}`;
  const until = checkpoint.lockedUntil;
  await storeOnce(
    platform,
    `${objectKey}.txt`,
    Buffer.from(note, "utf8"),
    "text/plain; charset=utf-8",
    until,
  );
  const lockedUntil = await storeOnce(
    platform,
    `${objectKey}.p7s`,
    signature,
    "application/pkcs7-signature",
    until,
  );
  await platform.database.withTenant(tenantId, (transaction) =>
    completeCheckpoint(transaction, mode, size, { objectKey, lockedUntil, at: platform.clock.now() }),
  );
}

async function postpone(
  platform: PerformNeeds,
  tenantId: string,
  mode: Mode,
  size: number,
  error: unknown,
): Promise<void> {
  await platform.database.withTenant(tenantId, async (transaction) => {
    const pending = await readPending(transaction, mode, size);
    if (pending === null) return;
    const until = retryAt(platform.clock.now(), pending.attempts);
    await postponeCheckpoint(transaction, mode, size, until, causeOf(error));
  });
}
