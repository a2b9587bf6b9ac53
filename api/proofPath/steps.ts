import type { SignerRole } from "../orders/order.js";

/** What a signer does on the way to a signature or an approval, in the order in which it is shown. */
export const stepNames = ["open", "documents", "pages", "fields", "consents", "code", "act"] as const;

/** `act` is the last: signing, or approving. */
export type StepName = (typeof stepNames)[number];

/** What an order asks of one signer. */
export interface Demands {
  readonly role: SignerRole;
  /**
   * Whether the signer came by their own link. The tenant's own pages are not ours: with its key, it states what was
   * shown there, and the server has not seen the link opened nor the documents handed out.
   */
  readonly ownLink: boolean;
  /** Pages that must be shown to their end; 0 where the order does not ask for it. */
  readonly pages: number;
  /** Fields that must be filled. */
  readonly fields: number;
  /** Clauses that must be agreed to. */
  readonly clauses: number;
  /** Codes that must be accepted: none, one, or one by e-mail and then one by SMS. */
  readonly codes: number;
}

/** How far the signer has come, as the server has recorded it. */
export interface Progress {
  readonly opened: boolean;
  /** Whether every document was handed out. */
  readonly handedOut: boolean;
  readonly pages: number;
  readonly fields: number;
  readonly clauses: number;
  readonly codes: number;
  /** Signed or approved. */
  readonly acted: boolean;
}

interface Rule {
  readonly needed: (demands: Demands) => boolean;
  readonly done: (demands: Demands, progress: Progress) => boolean;
  /** What must be done before it can begin. */
  readonly after: readonly StepName[];
}

/**
 * The steps and their partial order. Fields and codes have no place among the others: a document may be filled in
 * while it is read, and a code asked for at any time; but nobody agrees to have read what was not shown yet.
 */
const rules: Readonly<Record<StepName, Rule>> = {
  open: {
    needed: (demands) => demands.ownLink,
    done: (_demands, progress) => progress.opened,
    after: [],
  },
  documents: {
    needed: (demands) => demands.ownLink,
    done: (_demands, progress) => progress.handedOut,
    after: ["open"],
  },
  pages: {
    needed: (demands) => demands.pages > 0,
    done: (demands, progress) => progress.pages >= demands.pages,
    after: ["open", "documents"],
  },
  fields: {
    needed: (demands) => demands.fields > 0,
    done: (demands, progress) => progress.fields >= demands.fields,
    after: ["open"],
  },
  consents: {
    needed: (demands) => demands.clauses > 0,
    done: (demands, progress) => progress.clauses >= demands.clauses,
    after: ["open", "documents", "pages"],
  },
  code: {
    needed: (demands) => demands.codes > 0,
    done: (demands, progress) => progress.codes >= demands.codes,
    after: [],
  },
  act: {
    needed: (demands) => demands.role !== "copy",
    done: (_demands, progress) => progress.acted,
    after: ["open", "documents", "pages", "fields", "consents", "code"],
  },
};

/** The steps that an order asks of a signer, in order. */
export function requiredSteps(demands: Demands): StepName[] {
  return stepNames.filter((step) => rules[step].needed(demands));
}

/** Whether a step is done; one that is not asked for always is. */
export function isDone(step: StepName, demands: Demands, progress: Progress): boolean {
  return !rules[step].needed(demands) || rules[step].done(demands, progress);
}

/** The first step before this one that is not done, or null: then it can begin. */
export function missingBefore(step: StepName, demands: Demands, progress: Progress): StepName | null {
  return rules[step].after.find((earlier) => !isDone(earlier, demands, progress)) ?? null;
}

/** What the signer can do now, in order: the first is where a page resumes. Empty when all is done. */
export function nextSteps(demands: Demands, progress: Progress): StepName[] {
  if (isDone("act", demands, progress)) return [];
  return requiredSteps(demands).filter(
    (step) => !isDone(step, demands, progress) && missingBefore(step, demands, progress) === null,
  );
}
