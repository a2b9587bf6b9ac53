import type { Platform } from "../platform.js";
import { causeOf } from "../work/causeOf.js";
import { retryAt } from "../work/retryAt.js";
import { commitPurge } from "./commitPurge.js";
import { deleteObjects } from "./deleteObjects.js";
import type { Purge } from "./purge.js";
import { claimPurge, postponePurge, readPurge } from "./purgeRows.js";
import { receiptText, signReceipt } from "./receipt.js";
import { readReceiptSource } from "./receiptSource.js";

export type PurgeNeeds = Pick<
  Platform,
  | "database"
  | "objectStore"
  | "platformSeal"
  | "timestampAuthority"
  | "validationData"
  | "clock"
  | "random"
  | "secretBox"
  | "log"
>;

/**
 * Deletes what a purge stands for, looks whether it is gone, and ends the purge with a signed receipt. May run twice, in
 * two processes at once: one receipt comes of it. Where it fails, the purge stays pending, without a receipt, and is
 * tried again.
 * @throws ObjectStoreError, TimestampError
 */
export async function performPurge(platform: PurgeNeeds, tenantId: string, purgeId: string): Promise<Purge> {
  const { database, clock } = platform;
  const purge = await database.withTenant(tenantId, (transaction) => readPurge(transaction, purgeId));
  if (purge.state === "done") return purge;
  try {
    await deleteObjects(platform, purge.objectKeys);
    const source = await database.withTenant(tenantId, (transaction) =>
      readReceiptSource(transaction, purge),
    );
    const doneAt = clock.now();
    const text = receiptText(source, doneAt);
    const receipt = { text, signature: await signReceipt(platform, source.mode, text) };
    return await database.withTenant(tenantId, (transaction) =>
      commitPurge(platform, transaction, source, receipt, doneAt),
    );
  } catch (error) {
    platform.log.error({ purge: purgeId, error }, "a purge was not done; it will be tried again");
    const until = retryAt(clock.now(), purge.attempts);
    await database.withTenant(tenantId, (transaction) =>
      postponePurge(transaction, purgeId, until, causeOf(error)),
    );
    throw error;
  }
}

/** The sweeper's part: takes over a purge whose process died or failed. @returns false where another process has it */
export async function resumePurge(platform: PurgeNeeds, tenantId: string, purgeId: string): Promise<boolean> {
  const ours = await platform.database.withTenant(tenantId, (transaction) =>
    claimPurge(transaction, purgeId, platform.clock.now()),
  );
  if (ours) await performPurge(platform, tenantId, purgeId);
  return ours;
}
