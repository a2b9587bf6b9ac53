import type { Caller } from "../../apiKeys/caller.js";
import { actorOf, type NewEvent } from "../../audit/append.js";
import type { Transaction } from "../../database/transaction.js";
import type { IdempotencyKey, Outcome } from "../../idempotency/once.js";
import { queueLinkChanged } from "../../messages/queue.js";
import type { ChangeNeeds } from "../../orders/changeOrder.js";
import { checkSigner } from "../../orders/newOrder.js";
import type { Order, OrderWithParts, Signer } from "../../orders/order.js";
import { checkSignerCodes, policyOfOrder } from "../../otp/checkSigner.js";
import { replaceOpenCodes } from "../../otp/codeRows.js";
import type { Platform } from "../../platform.js";
import { checkSignerSet } from "../signerSet.js";
import { isPresent } from "../signingOrder.js";
import type { ChangeSignerRequest } from "./changeRequests.js";
import { changeSigners } from "./changeSigners.js";
import { requireChangeable, requireGroupToCome, requireSigner } from "./requireChangeable.js";
import { updateSigner } from "./updateSigner.js";

/**
 * Corrects a signer's data, or puts them into another group; they stay the same person. A new address to write to
 * makes their link useless and brings them another, which they open anew; other signers' links stay as they are.
 * @throws Failure `order_state_conflict`, `signer_already_signed`, `signer_removed`, `field_invalid`
 */
export async function changeSigner<View>(
  platform: ChangeNeeds & Pick<Platform, "typefaces">,
  caller: Caller,
  orderId: string,
  signerId: string,
  request: ChangeSignerRequest,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
): Promise<Outcome<View>> {
  return changeSigners(
    platform,
    caller,
    orderId,
    idempotency,
    present,
    async (transaction, order, signers) => {
      const before = requireSigner(signers, signerId);
      requireChangeable(order, before, "change");
      const after = corrected(before, request);
      const changed = changedFields(before, after);
      if (changed.length === 0) return [];
      checkSigner(after, "");
      checkSignerCodes(await policyOfOrder(transaction, order), order.mode, after, "");
      if (changed.includes("signingGroup")) requireGroup(order, signers, after);
      await write(platform, transaction, order, before, after, changed);
      return [signerChanged(caller, before, after, changed)];
    },
  );
}

/** What can be changed of a signer, and what the request calls it. */
const fields = {
  givenName: "given_name",
  surname: "surname",
  email: "email",
  phone: "phone",
  codeContact: "code_contact",
  country: "country",
  language: "language",
  authentication: "authentication",
  signingGroup: "group",
  externalId: "external_id",
  codeText: "code_text",
} as const satisfies Partial<Record<keyof Signer, keyof ChangeSignerRequest>>;

type Field = keyof typeof fields;

/** What a code that was sent, and what was agreed to, has nothing to do with. */
const besideIdentity: readonly Field[] = ["signingGroup", "externalId", "codeText"];
const personal: readonly Field[] = [
  "givenName",
  "surname",
  "email",
  "phone",
  "codeContact",
  "country",
  "externalId",
];

function corrected(before: Signer, request: ChangeSignerRequest): Signer {
  const given = Object.entries(fields).flatMap(([field, name]) =>
    request[name] === undefined ? [] : [[field, request[name]]],
  );
  return { ...before, ...Object.fromEntries(given) };
}

function changedFields(before: Signer, after: Signer): Field[] {
  return (Object.keys(fields) as Field[]).filter((field) => before[field] !== after[field]);
}

/** @throws Failure `field_invalid` for a group whose turn is over, or with which a witness would come first */
function requireGroup(order: Order, signers: readonly Signer[], changed: Signer): void {
  requireGroupToCome(order, signers, changed.signingGroup);
  const present = signers
    .filter(({ state }) => isPresent(state))
    .map((signer) => (signer.id === changed.id ? changed : signer));
  const members = present.map(({ role, signingGroup, witnessOf }) => ({
    role,
    signingGroup,
    witnessOf: witnessOf === null ? null : present.findIndex(({ id }) => id === witnessOf),
  }));
  checkSignerSet(members, () => "");
}

async function write(
  platform: ChangeNeeds & Pick<Platform, "typefaces">,
  transaction: Transaction,
  order: Order,
  before: Signer,
  after: Signer,
  changed: readonly Field[],
): Promise<void> {
  const relinked = (before.email ?? before.phone) !== (after.email ?? after.phone);
  const written = await updateSigner(platform, transaction, after, relinked);
  if (changed.some((field) => !besideIdentity.includes(field))) {
    await replaceOpenCodes(transaction, before.id);
  }
  if (relinked && before.invitedAt !== null) await queueLinkChanged(platform, transaction, order, [written]);
}

function signerChanged(caller: Caller, before: Signer, after: Signer, changed: readonly Field[]): NewEvent {
  const pick = (signer: Signer, of: readonly Field[]) =>
    Object.fromEntries(of.map((field) => [fields[field], signer[field]]));
  const own = changed.filter((field) => personal.includes(field));
  return {
    type: "signer.changed",
    actor: actorOf(caller),
    signer: before,
    data: {
      fields: changed.map((field) => fields[field]),
      ...(changed.includes("signingGroup") && { group: after.signingGroup }),
      ...(changed.includes("authentication") && { authentication: after.authentication }),
      ...(changed.includes("language") && { language: after.language }),
    },
    ...(own.length > 0 && { personal: { before: pick(before, own), after: pick(after, own) } }),
  };
}
