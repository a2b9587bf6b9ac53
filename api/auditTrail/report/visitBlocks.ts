import type { TrailSigner, Visit } from "../../../engine/auditTrail/trailSigner.js";
import type { Speaker } from "./speaker.js";
import type { ReportBlock, ReportCell } from "./trailReport.js";
import { code, table, words } from "./values.js";

/** What was done from one address with one browser, in one session or several; the first visit first, not empty. */
type Origin = readonly [Visit, ...Visit[]];

/** From where a signer came: a row for each address and browser, whose sessions are told with their steps. */
export function visitBlocks(speaker: Speaker, { visits }: TrailSigner): ReportBlock[] {
  return table(speaker.label("visits"), originsOf(visits), [
    [speaker.label("ip"), ([{ ip }]) => code(ip)],
    [speaker.label("browser"), ([{ user_agent: agent }]) => code(agent)],
    [speaker.label("session"), (origin) => sessions(speaker, origin)],
    [speaker.label("by"), ([{ by }]) => speaker.actor(by)],
    [speaker.label("firstSeen"), ([{ first_at: at }]) => speaker.time(at)],
    [speaker.label("lastSeen"), (origin) => speaker.time(lastOf(origin))],
    [speaker.label("step"), (origin) => [words(numbers(speaker, origin))]],
  ]);
}

/** Puts visits together that differ by their sessions only. */
function originsOf(visits: readonly Visit[]): Origin[] {
  const origins = new Map<string, [Visit, ...Visit[]]>();
  for (const visit of visits) {
    const key = JSON.stringify([visit.by.kind, visit.by.id, visit.ip, visit.user_agent]);
    const known = origins.get(key);
    if (known) known.push(visit);
    else origins.set(key, [visit]);
  }
  return [...origins.values()];
}

/** With the steps of each, where the row's are not all of one session. */
function sessions(speaker: Speaker, origin: Origin): ReportCell {
  return origin.flatMap((visit) => {
    const alone = origin.length === 1 || visit.session === null;
    const told = alone ? [] : [words(`${speaker.label("step")} ${numbers(speaker, [visit])}`)];
    return [...code(visit.session), ...told];
  });
}

/** That of the last step: the chain's order is that of time, whatever a stranger's file has for times. */
function lastOf(origin: Origin): string {
  const lastStep = ({ steps }: Visit) => steps.at(-1) ?? 0;
  return origin.reduce((last, visit) => (lastStep(visit) > lastStep(last) ? visit : last)).last_at;
}

function numbers(speaker: Speaker, visits: readonly Visit[]): string {
  const steps = visits.flatMap((visit) => visit.steps).sort((one, other) => one - other);
  return speaker.list(steps.map((step) => speaker.numberText(step)));
}
