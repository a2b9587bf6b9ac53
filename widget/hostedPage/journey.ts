import { ahead, type Draft } from "./draft.js";

/** The steps to a signature, in order. */
export const steps = ["read", "consent", "signature", "code", "sign"] as const;

export type StepName = (typeof steps)[number] | "refuse";

/** Whether what a step builds on is there. @param consentText the consent as the server states it now */
export function reachable(step: StepName, draft: Readonly<Draft>, consentText: string): boolean {
  const consented = draft.consentedTo === consentText;
  const chosen = consented && draft.signatureChosen === true;
  switch (step) {
    case "read":
    case "consent":
    case "refuse":
      return true;
    case "signature":
      return consented;
    case "code":
      return chosen && draft.code !== undefined;
    case "sign":
      return chosen && ahead(draft.session?.expiresAt);
  }
}

/** Where a visit goes on: at the step that the address names, or the last one before it that can be reached. */
export function resumeAt(hash: string, draft: Readonly<Draft>, consentText: string): StepName {
  const named = hash.replace(/^#/, "");
  if (named === "refuse") return "refuse";
  const index = (steps as readonly string[]).indexOf(named);
  return (
    steps
      .slice(0, index + 1)
      .reverse()
      .find((step) => reachable(step, draft, consentText)) ?? "read"
  );
}

/** The counted step's place, from 1; refusing is not counted. */
export function countOf(step: StepName): { step: number; total: number } | undefined {
  const index = (steps as readonly string[]).indexOf(step);
  return index < 0 ? undefined : { step: index + 1, total: steps.length };
}
