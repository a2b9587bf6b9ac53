import { appendEvents, endOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import { checkSigner } from "../orders/newOrder.js";
import type { IdentityField, Order, Signer } from "../orders/order.js";
import { checkSignerCodes, policyOfOrder } from "../otp/checkSigner.js";
import { replaceOpenCodes } from "../otp/codeRows.js";
import type { Platform } from "../platform.js";
import { replaceTerms } from "../search/orderTerms.js";
import { lockActingSigner } from "../signers/actingSigner.js";
import { updateSigner } from "../signers/changes/updateSigner.js";
import type { LinkHolder } from "../signers/openLink.js";
import { presentIdentity } from "../signers/presentIdentity.js";
import type { IdentityView } from "../signers/sessionViews.js";
import type { Visitor } from "../signers/visitor.js";

/** What a signer says of themselves; what is left out stays as it is. */
export type Identity = Readonly<Partial<Record<IdentityField, string>>>;

const members = {
  given_name: "givenName",
  surname: "surname",
  email: "email",
  phone: "phone",
} as const satisfies Record<IdentityField, keyof Signer>;

/** Threat: whoever holds a link makes the trail, which is read whole, grow without an end. */
const maxCorrections = 20;

/**
 * A signer corrects their own identity data, as far as the order lets them. Codes that were sent are void afterwards,
 * and the certificate names the new name. The link stays: it is the same person, at the same link.
 * @returns what they are shown of themselves from now on
 * @throws Failure `field_invalid` for what the order does not let them correct, or not any more, and those of a signer
 * who may not act
 */
export async function editIdentity(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox" | "typefaces">,
  { tenantId, orderId, signerId }: LinkHolder,
  identity: Identity,
  visitor: Visitor,
): Promise<IdentityView> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const now = platform.clock.now();
    const acting = await lockActingSigner(transaction, orderId, signerId, now);
    const { order, signer, signers, documents } = acting;
    requireEditable(order, identity);
    const after = corrected(signer, identity);
    const changed = fieldsOf(identity).filter((field) => after[members[field]] !== signer[members[field]]);
    if (changed.length === 0) return presentIdentity(order, signer);
    await requireCorrectionsLeft(transaction, signer, changed[0]!);
    checkSigner(after, "");
    checkSignerCodes(await policyOfOrder(transaction, order), order.mode, after, "");
    const others = signers.map((other) => (other.id === signerId ? after : other));
    await Promise.all([
      updateSigner(platform, transaction, after, false),
      replaceOpenCodes(transaction, signerId),
      replaceTerms(transaction, orderId, order.mode, { ...order, signers: others, documents }),
      appendEvents(platform, transaction, endOf(order), [
        {
          type: "identity.edited",
          actor: visitor.actor(signerId),
          signer,
          data: { fields: changed },
          personal: { ...visitor.personal(), before: pick(signer, changed), after: pick(after, changed) },
        },
      ]),
    ]);
    return presentIdentity(order, after);
  });
}

/** @throws Failure `field_invalid` */
function requireEditable(order: Order, identity: Identity): void {
  const forbidden = fieldsOf(identity).find((field) => !order.editableIdentity.includes(field));
  if (forbidden === undefined) return;
  const allowed = order.editableIdentity.join(", ");
  throw new Failure(
    "field_invalid",
    `The order does not let a signer correct ${forbidden}; ${allowed === "" ? "nothing can be corrected" : `only ${allowed}`}.`,
    { param: forbidden },
  );
}

/** @throws Failure `field_invalid` */
async function requireCorrectionsLeft(
  transaction: Transaction,
  signer: Signer,
  field: IdentityField,
): Promise<void> {
  const made = await transaction.query(
    `SELECT seq FROM events
     WHERE tenant_id = :tenant AND order_id = :orderId AND signer_id = :signerId AND type = 'identity.edited'
     LIMIT ${maxCorrections}`,
    { orderId: signer.orderId, signerId: signer.id },
  );
  if (made.length < maxCorrections) return;
  throw new Failure(
    "field_invalid",
    `${field} cannot be corrected any more: this signer has made ${maxCorrections} corrections, the most that are; the sender can make others.`,
    { param: field },
  );
}

function corrected(signer: Signer, identity: Identity): Signer {
  const given = fieldsOf(identity).map((field) => [members[field], identity[field]]);
  return { ...signer, ...(Object.fromEntries(given) as Partial<Signer>) };
}

function fieldsOf(identity: Identity): IdentityField[] {
  return (Object.keys(members) as IdentityField[]).filter((field) => identity[field] !== undefined);
}

function pick(signer: Signer, fields: readonly IdentityField[]): Record<string, string | null> {
  return Object.fromEntries(fields.map((field) => [field, signer[members[field]]]));
}
