import type { NewEvent } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { publicId } from "../ids/id.js";
import type { Authentication } from "../orders/order.js";
import { requireAuthenticated } from "../otp/authenticated.js";
import { requireFilled } from "../placements/requireFilled.js";
import type { ActingSigner } from "../signers/actingSigner.js";
import type { SignerSession } from "../signers/session.js";
import type { Visitor } from "../signers/visitor.js";
import { type Clause, clausesOf } from "./clauses.js";
import { consentGiven } from "./giveConsents.js";
import { type HandedInConsent, matchConsent } from "./matchConsent.js";
import { inForce, insertConsents, markConsented } from "./pathRows.js";
import { demandsOf, progressOf } from "./progress.js";
import type { StepsTaken } from "./readSteps.js";
import { requireEveryStep } from "./requireStep.js";
import { missingBefore } from "./steps.js";

/** What is handed in with a signature or an approval. */
export interface HandedInSteps extends HandedInConsent {
  /** The tenant states that each page was shown to the signer, in pages of its own. */
  readonly pagesStated: boolean;
}

/** A path on which nothing is missing but the codes. */
export interface CheckedPath {
  /** Clauses that came with the act, and had not been agreed to before. */
  readonly agreed: readonly Clause[];
  /** Whether it rests on the tenant's word that the pages were shown. */
  readonly pagesStated: boolean;
}

/** A signature or an approval that is let through. */
export interface CompletedPath {
  /** What goes before the event of the act itself. */
  readonly events: readonly NewEvent[];
  /** The codes that were used up, in the order in which they were given. */
  readonly codeIds: readonly string[];
  readonly method: Authentication;
  /**
   * Begun, and to be awaited together with whatever the act writes: rejects with what `requireAuthenticated` throws,
   * which undoes all of it.
   */
  readonly recorded: Promise<unknown>;
}

/**
 * Lets a signature or an approval through, or refuses it: every step that the order asks for must stand in its row, the
 * consents that came with it are recorded, and the codes are used up. Under the order's lock, in the transaction of
 * the act, after it was found that it is the signer's turn.
 * @param session what the codes that were accepted gave
 * @throws Failure `consent_mismatch`, `step_missing`, `fields_missing`; those of `requireAuthenticated` by `recorded`
 */
export function completePath(
  transaction: Transaction,
  acting: ActingSigner,
  steps: StepsTaken,
  session: SignerSession,
  handedIn: HandedInSteps,
  visitor: Visitor,
  now: Date,
): CompletedPath {
  const { signer } = acting;
  const { agreed, pagesStated } = checkPath(acting, steps, handedIn, visitor);
  const recorded = [
    // The codes are looked at last, so that a step that is missing uses none up.
    requireAuthenticated(transaction, acting, session, now),
    ...(agreed.length === 0
      ? []
      : [insertConsents(transaction, signer, agreed, now), markConsented(transaction, signer.id, now)]),
  ];
  const allRecorded = Promise.all(recorded);
  // Whoever throws before they await it has said already what was wrong.
  allRecorded.catch(() => undefined);
  return {
    codeIds: session.codeIds,
    method: session.method,
    recorded: allRecorded,
    events: [
      ...(pagesStated ? [statedByCaller(acting, visitor)] : []),
      ...agreed.map((clause) => consentGiven(signer, clause, visitor)),
    ],
  };
}

/**
 * Finds whether anything is missing but the codes, and changes nothing.
 * @throws Failure `consent_mismatch`, `step_missing`, `fields_missing`
 */
export function checkPath(
  { order, signer, documents }: ActingSigner,
  { path: stored, placements }: StepsTaken,
  handedIn: HandedInSteps,
  visitor: Visitor,
): CheckedPath {
  const clauses = clausesOf(order, signer);
  const path = inForce(stored, clauses);
  const matched = matchConsent(clauses, handedIn);
  const agreed = matched.filter(({ position }) => !path.clauses.includes(position));
  const demands = demandsOf(order, signer, documents, placements, !visitor.isTenant);
  const pagesStated = visitor.isTenant && order.mustRead && handedIn.pagesStated;
  const recorded = {
    pages: pagesStated ? demands.pages : path.pages,
    clauses: [...path.clauses, ...agreed.map(({ position }) => position)],
  };
  const progress = progressOf(signer, recorded, placements, demands.codes);
  // This one names the fields.
  if (missingBefore("act", demands, progress) === "fields") requireFilled(placements);
  requireEveryStep(demands, progress);
  return { agreed, pagesStated };
}

/** The tenant's word for it that the documents were shown, which is all that we know of pages that are not ours. */
function statedByCaller({ signer, documents }: ActingSigner, visitor: Visitor): NewEvent {
  return {
    type: "pages.shown",
    actor: visitor.actor(signer.id),
    signer,
    data: {
      stated_by_caller: true,
      documents: documents.map(({ id, pages }) => ({ document: publicId("doc", id), pages: `1-${pages}` })),
    },
    personal: visitor.personal(),
  };
}
