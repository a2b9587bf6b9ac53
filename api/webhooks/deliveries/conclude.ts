import type { Transaction } from "../../database/transaction.js";
import type { Platform } from "../../platform.js";
import { afterAttempt, allIsWell, dueConsequence, type LaneState } from "./circuit.js";
import type { Outcome } from "./delivery.js";
import { reachedBy } from "./errorClass.js";
import { endEndpoint, type LastAttempt, warnOfEndpoint } from "./failing.js";
import { letOthersFirst, lockLanes, readLanes, writeLanes } from "./laneRows.js";
import { keyOf, successStatement, writeOutcomes } from "./outcomeRows.js";

type Needs = Pick<Platform, "database" | "clock" | "random">;

/** Attempts of one lane that were noted, in the order in which they ended. */
type Told = readonly LastAttempt[];

/**
 * Notes what came of attempts of one tenant, in one transaction: the attempts, their deliveries, and what they say of
 * their lanes. What is no longer ours to conclude changes nothing. Where all is well and was, no lane is written.
 */
export async function concludeAttempts(
  platform: Needs,
  tenantId: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  const now = platform.clock.now();
  const { database } = platform;
  const lanes = [...new Set(outcomes.filter(isTold).map(({ delivery }) => delivery.lane))];
  if (outcomes.every(({ verdict }) => verdict === "delivered")) {
    const { sql, bindings } = successStatement(outcomes, lanes, now);
    await database.query(tenantId, sql, bindings);
    return;
  }
  await database.withTenant(tenantId, async (transaction) => {
    const [noted, , states] = await Promise.all([
      writeOutcomes(transaction, outcomes, now),
      letOthersFirst(transaction, outcomes.filter(saysNothing).map(firstThrough), now),
      readLanes(transaction, lanes),
    ]);
    const changing = [...toldByLane(outcomes, noted)].filter(([lane, told]) => {
      const before = states.get(lane) ?? allIsWell;
      const after = stateAfter(before, told, now);
      return after !== before || consequenceOf(after, told, now) !== null;
    });
    if (changing.length > 0) await changeLanes(platform, transaction, changing, now);
  });
}

/** Whether its lane learns of it. */
function isTold({ delivery, attempt }: Outcome): boolean {
  return attempt !== null && !delivery.isTrial;
}

/** It was to show whether its lane can be reached, and has not. */
function saysNothing({ delivery, attempt }: Outcome): boolean {
  return delivery.isProbe && (attempt === null || reachedBy(attempt.errorClass, null) === "unknown");
}

function firstThrough({ delivery: { lane, leaseUntil } }: Outcome) {
  return { lane, until: leaseUntil };
}

function toldByLane(outcomes: readonly Outcome[], noted: ReadonlySet<string>): Map<string, LastAttempt[]> {
  const byLane = new Map<string, LastAttempt[]>();
  for (const { delivery, attempt } of outcomes) {
    const isNoted = noted.has(keyOf(delivery.destination, delivery.notification.id));
    if (!isNoted || attempt === null || delivery.isTrial) continue;
    const told = byLane.get(delivery.lane);
    if (told) told.push({ delivery, attempt });
    else byLane.set(delivery.lane, [{ delivery, attempt }]);
  }
  return byLane;
}

function stateAfter(state: LaneState, told: Told, now: Date): LaneState {
  return told.reduce((before, { delivery: { isProbe }, attempt: { errorClass, response } }) => {
    const reached = reachedBy(errorClass, response?.status ?? null);
    return afterAttempt(before, { reached, isProbe }, now);
  }, state);
}

/** Of callbacks there is nothing to disable: each is one order's, and ends with its schedule. */
function consequenceOf(state: LaneState, told: Told, now: Date): "gone" | "disable" | "warn" | null {
  if (told[0]?.delivery.kind !== "endpoint") return null;
  return told.some(({ attempt }) => attempt.errorClass === "gone") ? "gone" : dueConsequence(state, now);
}

/** Lanes first, then endpoints: whoever pauses or enables one locks them in the same order. */
async function changeLanes(
  platform: Needs,
  transaction: Transaction,
  changing: readonly (readonly [string, Told])[],
  now: Date,
): Promise<void> {
  const before = await lockLanes(
    transaction,
    changing.map(([lane]) => lane),
  );
  const after = new Map<string, LaneState>();
  for (const [lane, told] of changing) {
    const state = stateAfter(before.get(lane) ?? allIsWell, told, now);
    const consequence = consequenceOf(state, told, now);
    after.set(lane, consequence === "warn" ? { ...state, warnedAt: now } : state);
    const last = told.findLast(({ attempt }) => attempt.errorClass !== null);
    if (consequence === null || last === undefined) continue;
    const since = state.failingSince;
    if (consequence !== "warn") {
      await endEndpoint(platform, transaction, last, consequence === "gone" ? "gone" : "failing", since);
    } else if (since !== null) await warnOfEndpoint(platform, transaction, last, since);
  }
  await writeLanes(transaction, after);
}
