import type { Platform } from "../../platform.js";
import { keptSince } from "../history/keptDays.js";

/** The sweeper's part: deletes a replay that was done longer than 30 days ago. @returns false where it is gone */
export async function forgetReplay(
  { database, clock }: Pick<Platform, "database" | "clock">,
  tenantId: string,
  replayId: string,
): Promise<boolean> {
  const deleted = await database.query(
    tenantId,
    `DELETE FROM webhook_replays
     WHERE tenant_id = :tenant AND id = :replayId AND state <> 'pending' AND done_at <= :before RETURNING id`,
    { replayId, before: keptSince(clock.now()) },
  );
  return deleted.length > 0;
}
