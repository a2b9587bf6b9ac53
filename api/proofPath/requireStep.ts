import { Failure } from "../failure/failure.js";
import { type Demands, missingBefore, type Progress, type StepName } from "./steps.js";

/** What to call for a step, below the signer's own path. */
export const stepCalls: Readonly<Record<StepName, string>> = {
  open: "GET /s/{link}",
  documents: "GET pdf-url, then GET each of its links",
  pages: "POST pages-shown",
  fields: "PUT fields",
  consents: "POST consents",
  code: "POST send-otp, then POST verify-otp",
  act: "POST sign, or POST approve",
};

const missing: Readonly<Record<StepName, string>> = {
  open: "the signer has not opened the link",
  documents: "not every document was handed out to the signer",
  pages: "not every page of every document was shown to the signer",
  fields: "a field that is required is not filled",
  consents: "the signer has not agreed to every clause",
  code: "the signer has not given the code that was sent",
  act: "the signer has neither signed nor approved",
};

/**
 * Refuses a signature or an approval as long as a step of the proof path is missing.
 * @throws Failure `step_missing` (extensions: `step`, and `call`, what to call for it)
 */
export function requireEveryStep(demands: Demands, progress: Progress): void {
  const step = missingBefore("act", demands, progress);
  if (step !== null) throw refusal("step_missing", "It cannot be done yet", step);
}

/**
 * Refuses a step that comes before one that must precede it.
 * @throws Failure `step_out_of_order` (extensions: `step`, the one to do first, and `call`)
 */
export function requireOrder(step: StepName, demands: Demands, progress: Progress): void {
  const first = missingBefore(step, demands, progress);
  if (first !== null) throw refusal("step_out_of_order", "Something comes first", first);
}

function refusal(code: "step_missing" | "step_out_of_order", what: string, step: StepName): Failure {
  return new Failure(code, `${what}: ${missing[step]}. Call ${stepCalls[step]}.`, {
    extensions: { step, call: stepCalls[step] },
  });
}
