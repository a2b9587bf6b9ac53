import type { At, TrailActor } from "../../../engine/auditTrail/parts.js";
import type { Speaker } from "./speaker.js";
import type { ReportValue } from "./trailReport.js";
import { type Column, words } from "./values.js";

/** When something was, and in which step. */
export function when(speaker: Speaker): Column<At>[] {
  return [[speaker.label("time"), ({ at, seq }) => [...speaker.time(at), stepNumber(speaker, seq)]]];
}

/** When something was, in which step, and by whom. */
export function whenAndBy(speaker: Speaker): Column<At & { by: TrailActor }>[] {
  return [...when(speaker), [speaker.label("by"), ({ by }) => speaker.actor(by)]];
}

/** "Step 12" */
export function stepNumber(speaker: Speaker, seq: number): ReportValue {
  return words(`${speaker.label("step")} ${speaker.numberText(seq)}`);
}
