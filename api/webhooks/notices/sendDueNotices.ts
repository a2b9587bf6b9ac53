import type { Platform } from "../../platform.js";
import { sendNotice } from "./sendNotice.js";

/** Notices that one round looks at, and how many are handed over at a time. */
const perRound = 50;
const atATime = 4;

/**
 * Sends what is due, of whatever tenants: one round of a worker's own lane, so that a slow provider holds up no
 * signing, and whoever waits for a letter to sign does not wait for these.
 * @returns how many notices came to an end
 */
export async function sendDueNotices(platform: Platform): Promise<number> {
  const due = await platform.database.lookup<{ tenantId: string; id: string }>(
    `SELECT tenant_id AS "tenantId", id FROM due_notices(:at, :atMost)`,
    { at: platform.clock.now(), atMost: perRound },
  );
  let done = 0;
  const work = async () => {
    for (let notice = due.shift(); notice; notice = due.shift()) {
      try {
        if (await sendNotice(platform, notice.tenantId, notice.id)) done += 1;
      } catch (error) {
        // One notice's trouble must not hold up the others; what was taken up is seen again when its lease is over.
        platform.log.warn({ kind: "notice", error }, "a piece of work did not succeed");
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, due.length) }, work));
  return done;
}
