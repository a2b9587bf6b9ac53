import type { Caller } from "../../apiKeys/caller.js";
import { actorOf } from "../../audit/append.js";
import { requireDocumentsThere } from "../../awaitedDocuments/requireThere.js";
import { dropQuietly, keepObjects, storeObjects } from "../../documents/claims.js";
import { Failure } from "../../failure/failure.js";
import { findReplay, type IdempotencyKey, type Outcome } from "../../idempotency/once.js";
import type { ChangeNeeds } from "../../orders/changeOrder.js";
import { insertSigners, newSigners } from "../../orders/insertOrder.js";
import { checkSigner, type NewSigner } from "../../orders/newOrder.js";
import type { Order, OrderWithParts, Signer } from "../../orders/order.js";
import { checkSignerCodes, policyOfOrder } from "../../otp/checkSigner.js";
import { appearanceObjects } from "../../placements/appearanceObjects.js";
import { insertPlacements } from "../../placements/insertPlacements.js";
import { requireDrawable } from "../../placements/requireDrawable.js";
import { requireGiven } from "../../placements/requireGiven.js";
import { resolvePlacements } from "../../placements/resolvePlacements.js";
import type { Platform } from "../../platform.js";
import { checkSignerSet } from "../signerSet.js";
import { activeGroup, isPresent } from "../signingOrder.js";
import { requireRoomForPlacements } from "./addedPlacements.js";
import { changeSigners, type SignerChange } from "./changeSigners.js";
import { nextPosition } from "./putInPlace.js";
import { requireGroupToCome } from "./requireChangeable.js";
import { requireRoomForSigners } from "./requireRoom.js";
import { readStoredSources, type StoredSource } from "./storedSources.js";

/** A signer who is to be added. */
export interface AddedSignerInput extends Omit<NewSigner, "signingGroup" | "witnessOf"> {
  /** Null: the group whose turn it is. */
  readonly signingGroup: number | null;
  /** For a witness: UUID of the signer whose signature they witness. */
  readonly witnessOf: string | null;
}

/**
 * Adds a signer to a draft or a running order, in the group whose turn it is or in a later one.
 * @throws Failure `order_state_conflict`, `field_invalid`, `placement_invalid`
 */
export async function addSigner<View>(
  platform: ChangeNeeds & Pick<Platform, "limits" | "typefaces">,
  caller: Caller,
  orderId: string,
  input: AddedSignerInput,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
): Promise<Outcome<View>> {
  const replay = await findReplay<View>(platform, caller, idempotency);
  if (replay !== null) return { value: replay, replayed: true };
  checkSigner(input, "");
  const sources: StoredSource[] =
    input.placements.length === 0
      ? []
      : await readStoredSources(platform, caller, orderId, (order) =>
          requireDocumentsThere(order, "nothing can be placed in them"),
        );
  requireGiven(input.placements, "placements");
  const placements = resolvePlacements(input.placements, sources, "placements", input.role);
  requireDrawable(platform, [input], [placements], sources);
  const images = appearanceObjects(platform, caller.tenantId, orderId, [placements]);
  const keys = images.objects.map(({ key }) => key);
  const add: SignerChange = async (transaction, order, signers) => {
    requireRoomForSigners(platform, signers, 1);
    checkSignerCodes(await policyOfOrder(transaction, order), order.mode, input, "");
    const signer = placeInOrder(order, signers, input);
    await requireRoomForPlacements(transaction, orderId, signers, placements);
    const [added] = newSigners(
      platform,
      actorOf(caller),
      orderId,
      [signer],
      nextPosition(signers),
      signers.map(({ id }) => id),
    );
    const documents = sources.map(({ document }) => document);
    const bySigner = new Map([[added!.signer.id, placements]]);
    await Promise.all([
      keepObjects(platform, transaction, keys),
      insertSigners(platform, transaction, orderId, [added!.signer]),
      insertPlacements(platform, transaction, orderId, bySigner, documents, images.keys),
    ]);
    return [added!.event];
  };
  try {
    await storeObjects(platform, caller.tenantId, images.objects);
    const outcome = await changeSigners(platform, caller, orderId, idempotency, present, add);
    if (outcome.replayed) await dropQuietly(platform, caller.tenantId, keys);
    return outcome;
  } catch (error) {
    await dropQuietly(platform, caller.tenantId, keys);
    throw error;
  }
}

/** The signer with their group, and their witnessed signer as an index into all of the order's. @throws Failure `field_invalid` */
function placeInOrder(order: Order, signers: readonly Signer[], input: AddedSignerInput): NewSigner {
  const present = signers.filter(({ state }) => isPresent(state));
  const witnessed =
    input.witnessOf === null ? null : (present.find(({ id }) => id === input.witnessOf) ?? null);
  if (witnessed === null && input.witnessOf !== null) {
    throw new Failure("field_invalid", "witness_of must be the id of a signer of the order.", {
      param: "witness_of",
    });
  }
  const first = Math.max(activeGroup(signers) ?? 1, witnessed?.signingGroup ?? 1);
  const signingGroup = input.signingGroup ?? first;
  requireGroupToCome(order, signers, signingGroup);
  const members = present.map((signer) => ({
    role: signer.role,
    signingGroup: signer.signingGroup,
    witnessOf: signer.witnessOf === null ? null : present.findIndex(({ id }) => id === signer.witnessOf),
  }));
  const own = { role: input.role, signingGroup, witnessOf: witnessed && present.indexOf(witnessed) };
  checkSignerSet([...members, own], () => "");
  return { ...input, signingGroup, witnessOf: witnessed && signers.indexOf(witnessed) };
}
