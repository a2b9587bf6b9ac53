import type { Mode } from "../apiKeys/caller.js";
import { appendEvents, endOf } from "../audit/append.js";
import { Failure } from "../failure/failure.js";
import type { ChangeNeeds } from "../orders/changeOrder.js";
import type { Signer } from "../orders/order.js";
import { checkPath, completePath, type HandedInSteps } from "../proofPath/completePath.js";
import { readSteps } from "../proofPath/readSteps.js";
import { performSeal } from "../sealing/performSeal.js";
import { lockActingSigner } from "./actingSigner.js";
import { advanceOrder } from "./advanceOrder.js";
import type { SignerSession } from "./session.js";
import { markApproved, startOrder } from "./signerRows.js";
import type { Visitor } from "./visitor.js";

/** An approval that stands. */
export interface Approval {
  readonly approvedAt: Date;
  readonly allDone: boolean;
}

/**
 * Refuses what cannot be approved with, whatever the code: asked before a code is checked, so that a mistake beside it
 * does not use it up.
 * @throws Failure `signer_not_signing`, `not_found`, those of a signer who may not act, and those of `checkPath`
 */
export async function checkApproval(
  platform: Pick<ChangeNeeds, "database" | "clock">,
  tenantId: string,
  orderId: string,
  signerId: string,
  handedIn: HandedInSteps,
  visitor: Visitor,
  mode?: Mode,
): Promise<void> {
  await platform.database.withTenant(tenantId, async (transaction) => {
    const [acting, steps] = await Promise.all([
      lockActingSigner(transaction, orderId, signerId, platform.clock.now(), mode),
      readSteps(transaction, signerId),
    ]);
    requireApproves(acting.signer);
    checkPath(acting, steps, handedIn, visitor);
  });
}

/**
 * An approver agrees, by the same proof path as somebody who signs; no certificate is made and no document changes.
 * Where everybody is done by it, the order is sealed.
 * @param session what the codes that were accepted gave
 * @throws Failure `signer_not_signing` for a signer of another role, those of `completePath`, and those of a signer who
 * may not act
 */
export async function approve(
  platform: ChangeNeeds,
  tenantId: string,
  orderId: string,
  signerId: string,
  session: SignerSession,
  handedIn: HandedInSteps,
  visitor: Visitor,
  mode?: Mode,
): Promise<Approval> {
  const approval = await platform.database.withTenant(tenantId, async (transaction) => {
    const now = platform.clock.now();
    const [acting, steps] = await Promise.all([
      lockActingSigner(transaction, orderId, signerId, now, mode),
      readSteps(transaction, signerId),
    ]);
    const { order, signer, signers } = acting;
    requireApproves(signer);
    const { events, recorded } = completePath(transaction, acting, steps, session, handedIn, visitor, now);
    const after = signers.map((other) =>
      other.id === signerId ? { ...other, state: "approved" as const, approvedAt: now } : other,
    );
    const begun = { ...order, state: "in_progress" as const };
    const [{ allDone }] = await Promise.all([
      advanceOrder(platform, transaction, begun, after, now),
      recorded,
      startOrder(transaction, order),
      markApproved(transaction, signerId, now),
      appendEvents(platform, transaction, endOf(order), [
        ...events,
        { type: "signer.approved", actor: visitor.actor(signerId), signer, personal: visitor.personal() },
      ]),
    ]);
    return { approvedAt: now, allDone };
  });
  // What fails is logged, and tried again by the sweeper: the approval stands.
  if (approval.allDone) await performSeal(platform, tenantId, orderId).catch(() => undefined);
  return approval;
}

function requireApproves({ role }: Pick<Signer, "role">): void {
  if (role === "approver") return;
  throw new Failure("signer_not_signing", "Only an approver approves; this signer signs.");
}
