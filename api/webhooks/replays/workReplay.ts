import type { Platform } from "../../platform.js";
import { causeOf } from "../../work/causeOf.js";
import { retryAt } from "../../work/retryAt.js";
import { replayBatch } from "./replayBatch.js";
import { cancelReplay, claimReplay, postponeReplay } from "./replayRows.js";

/** Batches that a replay gets in its turn, before other work is looked at. */
const batchesPerTurn = 10;

const leaseSeconds = 60;

/**
 * The sweeper's part: takes a replay a piece further, from where it has got to. A process that dies in it leaves what it
 * has done, and the next one goes on there.
 * @returns false where another process has it, or it is done
 */
export async function workReplay(
  platform: Pick<Platform, "database" | "clock" | "log">,
  tenantId: string,
  replayId: string,
): Promise<boolean> {
  const { database, clock } = platform;
  const leaseFrom = (now: Date) => new Date(now.getTime() + leaseSeconds * 1000);
  let lease = leaseFrom(clock.now());
  const replay = await database.withTenant(tenantId, (transaction) =>
    claimReplay(transaction, replayId, clock.now(), lease),
  );
  if (replay === null) return false;
  let { after } = replay;
  try {
    for (let batch = 1; batch <= batchesPerTurn; batch++) {
      const now = clock.now();
      const next = batch === batchesPerTurn ? now : leaseFrom(now);
      const progress = await database.withTenant(tenantId, async (transaction) => {
        const got = await replayBatch(transaction, replay, after, lease, next, now);
        if (got === null) await cancelReplay(transaction, replayId, lease, now);
        return got;
      });
      if (progress === null || progress.state === "done") return true;
      ({ after } = progress);
      lease = next;
    }
    return true;
  } catch (error) {
    platform.log.error({ replay: replayId, error }, "a replay did not get on; it will be tried again");
    const until = retryAt(clock.now(), replay.attempts);
    await database.withTenant(tenantId, (transaction) =>
      postponeReplay(transaction, replayId, lease, until, causeOf(error)),
    );
    throw error;
  }
}
