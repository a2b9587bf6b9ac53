import { ahead } from "../draft.js";
import type { StepName } from "../journey.js";
import type { Visit } from "../visit.js";
import { requestCode } from "./requestCode.js";

/** Goes to the step after one; where that is the code, has it sent, unless it was given already. */
export async function goAfter(visit: Visit, step: StepName): Promise<void> {
  const next = visit.journey.after(step);
  if (next !== "code") {
    visit.go(next);
    return;
  }
  if (proven(visit)) {
    visit.go("sign");
    return;
  }
  await requestCode(visit);
  visit.go("code");
}

/** Whether no code is to be given any more. */
export function proven({ keeper, journey }: Visit): boolean {
  return !journey.steps.includes("code") || ahead(keeper.draft.session?.expiresAt);
}
