import { appendEvents, endOf } from "../../audit/append.js";
import { Failure } from "../../failure/failure.js";
import { publicId } from "../../ids/id.js";
import type { Order, Signer } from "../../orders/order.js";
import type { Platform } from "../../platform.js";
import { lockActingSigner } from "../actingSigner.js";
import { requireReason } from "../requireReason.js";
import { startOrder } from "../signerRows.js";
import type { Visitor } from "../visitor.js";
import type { DelegateRequest } from "./changeRequests.js";
import { settleSigners } from "./changeSigners.js";
import { putInPlace } from "./putInPlace.js";
import { requireChangeable } from "./requireChangeable.js";

/** How often one place of an order can be handed on, from one to the next. */
const maxDelegations = 3;

/**
 * A signer names somebody else to act in their place, where the order allows it. They are out of it then, and nothing
 * is behind their link any more.
 * @returns when
 * @throws Failure `delegation_not_allowed`, `field_invalid`, and those of a signer who may not act
 */
export async function delegate(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox" | "limits" | "typefaces">,
  tenantId: string,
  orderId: string,
  signerId: string,
  request: DelegateRequest,
  visitor: Visitor,
): Promise<Date> {
  const { reason, ...person } = request;
  requireReason(reason);
  return platform.database.withTenant(tenantId, async (transaction) => {
    const now = platform.clock.now();
    const { order, signer, signers } = await lockActingSigner(transaction, orderId, signerId, now);
    requireChangeable(order, signer, "delegate");
    requireDelegation(order, signers, signer);
    const actor = visitor.actor(signerId);
    const replacement = {
      person,
      // The caller vouched for the one, and has never met the other.
      authentication: signer.authentication === "none" ? "email" : signer.authentication,
      how: "delegated",
    } as const;
    await startOrder(transaction, order);
    const { id, added } = await putInPlace(
      platform,
      transaction,
      actor,
      order,
      signers,
      signer,
      replacement,
      now,
    );
    await settleSigners(platform, transaction, { ...order, state: "in_progress" }, now);
    await appendEvents(platform, transaction, endOf(order), [
      {
        type: "signer.delegated",
        actor,
        signer,
        data: { to: publicId("sgr", id) },
        personal: { ...visitor.personal(), reason },
      },
      added,
    ]);
    return now;
  });
}

/** Whether a signer may name somebody else. */
export function canDelegate(
  order: Pick<Order, "delegation">,
  signers: readonly Pick<Signer, "id" | "state" | "replacedBy">[],
  signer: Pick<Signer, "id">,
): boolean {
  return order.delegation && delegationsBefore(signers, signer.id) < maxDelegations;
}

/** How often a place was handed on by its signers before it came to this one. */
function delegationsBefore(
  signers: readonly Pick<Signer, "id" | "state" | "replacedBy">[],
  signerId: string,
): number {
  const before = signers.find(({ replacedBy, state }) => replacedBy === signerId && state === "delegated");
  return before ? 1 + delegationsBefore(signers, before.id) : 0;
}

/** @throws Failure `delegation_not_allowed` */
function requireDelegation(order: Order, signers: readonly Signer[], signer: Signer): void {
  if (canDelegate(order, signers, signer)) return;
  const why = order.delegation
    ? `this place was handed on ${maxDelegations} times already, the most that is`
    : "the order does not allow it";
  throw new Failure("delegation_not_allowed", `This signer cannot name somebody else: ${why}.`);
}
