import { appendEvents, endOf, type NewEvent } from "../audit/append.js";
import { Failure } from "../failure/failure.js";
import type { Signer } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { lockActingSigner } from "../signers/actingSigner.js";
import type { LinkHolder } from "../signers/openLink.js";
import type { Visitor } from "../signers/visitor.js";
import { type Clause, clausesOf } from "./clauses.js";
import { sameText } from "./matchConsent.js";
import { inForce, insertConsents, markConsented } from "./pathRows.js";
import { demandsOf, progressOf } from "./progress.js";
import { readSteps } from "./readSteps.js";
import { requireOrder } from "./requireStep.js";

/** How far a signer has agreed. */
export interface ConsentsGiven {
  /** Positions of the clauses that were agreed to, now or before. */
  readonly given: readonly number[];
  readonly complete: boolean;
}

/**
 * Records that a signer agrees to clauses, each compared word for word. One that was agreed to before is passed over.
 * @throws Failure `consent_mismatch`, `step_out_of_order` where pages must be read first, and those of a signer who
 * may not act
 */
export async function giveConsents(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  { tenantId, orderId, signerId }: LinkHolder,
  handedIn: readonly { readonly position: number; readonly text: string }[],
  visitor: Visitor,
): Promise<ConsentsGiven> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const now = platform.clock.now();
    // Run in this order: what is read here is read under the lock.
    const [{ order, signer, documents }, { path: stored, placements }] = await Promise.all([
      lockActingSigner(transaction, orderId, signerId, now),
      readSteps(transaction, signerId),
    ]);
    const clauses = clausesOf(order, signer);
    const agreed = handedIn.map(({ position, text }, index) =>
      sameText(clauses, position, text, `clauses[${index}].text`),
    );
    requireEachOnce(agreed);
    const path = inForce(stored, clauses);
    const demands = demandsOf(order, signer, documents, placements, true);
    requireOrder("consents", demands, progressOf(signer, path, placements, 0));
    const added = agreed.filter(({ position }) => !path.clauses.includes(position));
    const given = [...path.clauses, ...added.map(({ position }) => position)].sort((a, b) => a - b);
    const complete = given.length === clauses.length;
    if (added.length > 0) {
      const events = added.map((clause) => consentGiven(signer, clause, visitor));
      await Promise.all([
        insertConsents(transaction.last, signer, added, now),
        ...(complete ? [markConsented(transaction.last, signerId, now)] : []),
        appendEvents(platform, transaction.last, endOf(order), events),
      ]);
    }
    return { given, complete };
  });
}

/** The line of the trail that says to which words a signer agreed. */
export function consentGiven(signer: Signer, clause: Clause, visitor: Visitor): NewEvent {
  const { position, text, sha256 } = clause;
  return {
    type: "consent.given",
    actor: visitor.actor(signer.id),
    signer,
    data: { position, text, sha256 },
    personal: visitor.personal(),
  };
}

function requireEachOnce(clauses: readonly Clause[]): void {
  if (new Set(clauses).size === clauses.length) return;
  throw new Failure("field_invalid", "clauses must name each clause once.", { param: "clauses" });
}
