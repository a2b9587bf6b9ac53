import type { Caller } from "../../apiKeys/caller.js";
import { Failure } from "../../failure/failure.js";
import { type IdempotencyKey, type Outcome, once } from "../../idempotency/once.js";
import { newUuid } from "../../ids/id.js";
import type { Platform } from "../../platform.js";
import { checkEvents } from "../endpoints/checkEvents.js";
import { keptDays } from "../history/keptDays.js";
import type { Replay, ReplaySelection } from "./replay.js";
import { countPendingReplays, findReplay, insertReplay } from "./replayRows.js";
import { requireReplayable } from "./requireReplayable.js";

/** Replays of a tenant that are not done, at most. */
const mostPending = 5;

const dayMs = 86_400_000;

/** Which time an endpoint is to be told of once more. */
export interface WantedReplay {
  readonly from: Date;
  /** Null: now. */
  readonly to: Date | null;
  readonly only: ReplaySelection;
  /** Null: what the endpoint is told of anyway. */
  readonly events: readonly string[] | null;
}

/**
 * Has an endpoint told once more of what happened in a span of time. It is a row from now on, and worked off a batch at
 * a time.
 * @throws Failure `not_found`, `endpoint_disabled`, `field_invalid`, `rate_limited` while there are five
 */
export async function requestReplay<View>(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  caller: Caller,
  endpointId: string,
  wanted: WantedReplay,
  idempotency: IdempotencyKey | null,
  present: (replay: Replay) => View,
): Promise<Outcome<View>> {
  const now = platform.clock.now();
  const endsAt = wanted.to === null || wanted.to > now ? now : wanted.to;
  requireSpan(wanted.from, endsAt);
  const events = wanted.events && checkEvents(wanted.events, "events");
  const { mode } = caller;
  const id = newUuid(platform.clock, platform.random);
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      await requireReplayable(transaction, mode, endpointId);
      if ((await countPendingReplays(transaction)) >= mostPending) throw tooMany();
      const span = { beginsAt: wanted.from, endsAt, selection: wanted.only, events };
      await insertReplay(transaction, { id, mode, endpointId, ...span, createdAt: now });
      return present((await findReplay(transaction, mode, endpointId, id))!);
    }),
  );
}

/** @throws Failure `field_invalid` */
function requireSpan(from: Date, to: Date): void {
  if (from >= to)
    throw new Failure("field_invalid", "from must lie before to and in the past.", { param: "from" });
  // A day more, so that "30 days ago" is taken from whoever said so a moment ago.
  if (to.getTime() - from.getTime() > (keptDays + 1) * dayMs) {
    throw new Failure("field_invalid", `from and to must be at most ${keptDays} days apart.`, {
      param: "from",
      extensions: { limit: keptDays },
    });
  }
}

function tooMany(): Failure {
  return new Failure(
    "rate_limited",
    `${mostPending} replays are not done yet, the most that there are at a time; ask again when one is.`,
    { extensions: { limit: mostPending, retry_after: 10 } },
  );
}
