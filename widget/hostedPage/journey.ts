import type { Placement, SignerStatus } from "./calls/answers.js";
import { ahead, type Draft } from "./draft.js";

/** The steps to a signature or an approval, in order; which of them there are depends on the order. */
const steps = ["read", "details", "consent", "signature", "code", "sign"] as const;

export type StepName = (typeof steps)[number] | "refuse" | "delegate";

/** The way through the steps that this order asks of this signer. */
export class Journey {
  readonly steps: readonly StepName[];
  readonly #status: SignerStatus;

  constructor(status: SignerStatus, placements: readonly Placement[]) {
    const approves = status.signer.role === "approver";
    this.#status = status;
    this.steps = steps.filter((step) => {
      if (step === "details") return status.editable_identity.length > 0 || placements.some(isFilledIn);
      if (step === "signature") return !approves;
      if (step === "code") return status.authentication.method !== "none";
      return true;
    });
  }

  /** Whether what a step builds on is there. */
  reachable(step: StepName, draft: Readonly<Draft>): boolean {
    const detailed = !this.steps.includes("details") || draft.detailsGiven === true;
    const consented = detailed && hasConsented(this.#status, draft);
    const chosen = consented && (!this.steps.includes("signature") || draft.signatureChosen === true);
    switch (step) {
      case "consent":
        return detailed;
      case "signature":
        return consented && this.steps.includes(step);
      case "code":
        return chosen && draft.code !== undefined && this.steps.includes(step);
      case "sign":
        return chosen && (!this.steps.includes("code") || ahead(draft.session?.expiresAt));
      case "details":
        return this.steps.includes(step);
      case "delegate":
        return this.#status.signer.can_delegate;
      default:
        return true;
    }
  }

  /** Where a visit goes on: at the step that the address names, or the last one before it that can be reached. */
  resumeAt(hash: string, draft: Readonly<Draft>): StepName {
    const named = hash.replace(/^#/, "");
    if (named === "refuse") return named;
    if (named === "delegate" && this.reachable(named, draft)) return named;
    const index = (this.steps as readonly string[]).indexOf(named);
    return (
      this.steps
        .slice(0, index + 1)
        .reverse()
        .find((step) => this.reachable(step, draft)) ?? "read"
    );
  }

  /** The step after this one. */
  after(step: StepName): StepName {
    return this.steps[this.steps.indexOf(step) + 1] ?? "sign";
  }

  /** Where back leads when the browser has nothing of ours behind. A code is not given twice: back leads past it. */
  before(step: StepName): StepName {
    const earlier = this.steps.slice(0, Math.max(0, this.steps.indexOf(step)));
    return earlier.filter((name) => name !== "code").at(-1) ?? "read";
  }

  /** The counted step's place, from 1; refusing and delegating are not counted. */
  countOf(step: StepName): { step: number; total: number } | undefined {
    const index = this.steps.indexOf(step);
    return index < 0 ? undefined : { step: index + 1, total: this.steps.length };
  }
}

/** Whether the signer fills something in there by hand. */
export function isFilledIn({ kind, read_only }: Placement): boolean {
  return !read_only && kind !== "signature" && kind !== "name";
}

/** All clauses as one text: agreeing to another one is agreeing anew. */
export function consentOf({ clauses }: SignerStatus): string {
  return clauses.map(({ text }) => text).join("\n\n");
}

/** Whether everything was agreed to, on this device or another. */
export function hasConsented(status: SignerStatus, draft: Readonly<Draft>): boolean {
  return draft.consentedTo === consentOf(status) || status.clauses.every(({ given }) => given);
}
