import type { Caller } from "../../../apiKeys/caller.js";
import type { Platform } from "../../../platform.js";
import { refuseToSign } from "../../../signers/refuse.js";
import type { Visitor } from "../../../signers/visitor.js";
import { Fields } from "../../reading/fields.js";
import { refuseField } from "../certSignFailure.js";
import { requireOwn } from "../orders/ownOrder.js";
import type { GivenIds } from "../readIds.js";
import { findRequest } from "../requests/findRequest.js";
import { readStanding } from "../resultItems.js";
import { sendIfDraft } from "./validateOrder.js";

/** Nobody says why: the dialect has no field for it. */
const reason = "The sender says that the holder has refused.";

/**
 * Changes the status of a signature request, which can only be refused: that ends its order, with all its documents.
 * @throws CertSignFailure; Failure `order_state_conflict` where it was signed before
 */
export async function refuseRequest(
  platform: Platform,
  caller: Caller,
  ids: GivenIds,
  body: unknown,
  visitor: Visitor,
): Promise<void> {
  const fields = Fields.of(body, "", refuseField);
  const status = fields.choice("status", ["REFUSED"]);
  fields.refuseOthers();
  if (status === null) throw fields.refusal("status", "missing", "is required: REFUSED");
  const standing = await platform.database.withTenant(caller.tenantId, async (transaction) => {
    const { orderId } = await findRequest(transaction, caller.mode, ids);
    return readStanding(transaction, orderId);
  });
  const { order, holder } = requireOwn(standing, null);
  if (order.state === "refused") return;
  // Whoever refuses before they were asked refuses all the same.
  if (order.state === "draft") await sendIfDraft(platform, caller, order.id);
  await refuseToSign(platform, caller.tenantId, order.id, holder.id, reason, visitor);
}
