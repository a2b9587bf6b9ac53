import type { Mode } from "../apiKeys/caller.js";
import type { Platform } from "../platform.js";
import { hourOf } from "./hour.js";
import { makeCheckpoint } from "./makeCheckpoint.js";
import type { PerformNeeds } from "./performCheckpoint.js";

type Needs = PerformNeeds & Pick<Platform, "random">;

/** Logs that one look finds at most. */
const perLook = 1000;

/** How long a process waits between two looks. */
const lookMs = 60_000;

/**
 * Makes the checkpoints that are due now: of every log that has something new, and none of this hour yet.
 * @returns how many were made, and whether more may be due
 */
export async function makeDueCheckpoints(platform: Needs): Promise<{ made: number; more: boolean }> {
  const due = await platform.database.lookup<{ tenantId: string; mode: Mode }>(
    `SELECT tenant_id AS "tenantId", mode FROM due_checkpoints(:hour, :atMost)`,
    { hour: hourOf(platform.clock.now()), atMost: perLook },
  );
  let made = 0;
  for (const { tenantId, mode } of due) {
    try {
      if (await makeCheckpoint(platform, tenantId, mode)) made += 1;
    } catch (error) {
      // One log that fails must not hold up the others; what it has written down is tried again.
      platform.log.error(
        { tenant: tenantId, mode, error },
        "a checkpoint was not made; it will be tried again",
      );
    }
  }
  return { made, more: due.length === perLook && made > 0 };
}

/**
 * A process' looks for due checkpoints. They cost a look at each tenant with something new, so that they are a minute
 * apart: a checkpoint may be made an hour after its change, and needs not be made that second.
 */
export class CheckpointWatch {
  #lastLook: number | null = null;

  constructor(private readonly platform: Needs) {}

  /** Does what is due, unless it was looked for a moment ago. @returns how many checkpoints were made */
  async round(): Promise<number> {
    const now = this.platform.clock.now().getTime();
    const since = this.#lastLook === null ? lookMs : now - this.#lastLook;
    // A clock that was put back must not make anybody wait.
    if (since >= 0 && since < lookMs) return 0;
    this.#lastLook = now;
    const { made, more } = await makeDueCheckpoints(this.platform);
    if (more) this.#lastLook = null;
    return made;
  }
}
