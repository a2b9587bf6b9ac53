import type { Actor } from "../../../engine/hashchain/event.js";
import type { NewEvent } from "../../audit/append.js";
import type { Transaction } from "../../database/transaction.js";
import { publicId } from "../../ids/id.js";
import { insertSigners, newSigners } from "../../orders/insertOrder.js";
import { checkSigner, type NewSigner } from "../../orders/newOrder.js";
import type { Authentication, Order, Signer } from "../../orders/order.js";
import { checkSignerCodes, policyOfOrder } from "../../otp/checkSigner.js";
import { requireNameFits } from "../../placements/requireNameFits.js";
import type { Platform } from "../../platform.js";
import type { PersonRequest } from "../personRequest.js";
import { requireRoomForSigners } from "./requireRoom.js";
import { handOn, takeOut } from "./takeOut.js";

/** Whoever takes a signer's place, and how it came about. */
export interface Replacement {
  readonly person: PersonRequest & { readonly external_id?: string };
  readonly authentication: Authentication;
  /** `removed`: by the tenant; `delegated`: by the signer. */
  readonly how: "removed" | "delegated";
}

/**
 * Puts another person in a signer's place: a signer of their own, with the group, the role and the placements of the
 * one before, and with a link, a key and a proof path of their own. The one before stays in the records, out of the
 * order.
 * @param signers all of the order
 * @returns the new signer's UUID, and the event that says who was added
 * @throws Failure `field_invalid`
 */
export async function putInPlace(
  platform: Pick<Platform, "clock" | "random" | "secretBox" | "limits" | "typefaces">,
  transaction: Transaction,
  actor: Actor,
  order: Order,
  signers: readonly Signer[],
  before: Signer,
  { person, authentication, how }: Replacement,
  now: Date,
): Promise<{ id: string; added: NewEvent }> {
  requireRoomForSigners(platform, signers, 0);
  const signer: NewSigner = {
    role: before.role,
    signingGroup: before.signingGroup,
    witnessOf: before.witnessOf === null ? null : 0,
    externalId: person.external_id ?? null,
    templateRole: before.templateRole,
    givenName: person.given_name,
    surname: person.surname,
    country: person.country ?? before.country,
    email: person.email ?? null,
    phone: person.phone ?? null,
    language: person.language ?? before.language,
    authentication,
    codeText: before.codeText,
    placements: [],
  };
  checkSigner(signer, "");
  await requireNameFits(platform, transaction, signer, before.id);
  checkSignerCodes(await policyOfOrder(transaction, order), order.mode, signer, "");
  const witnessed = before.witnessOf === null ? [] : [before.witnessOf];
  const [added] = newSigners(platform, actor, order.id, [signer], nextPosition(signers), witnessed);
  const { id } = added!.signer;
  const { event } = added!;
  await insertSigners(platform, transaction, order.id, [added!.signer]);
  await takeOut(transaction, before.id, how, id, now);
  await handOn(transaction, order.id, before.id, id, now);
  return { id, added: { ...event, data: { ...event.data, in_place_of: publicId("sgr", before.id) } } };
}

/** The place in the order of a signer who is added. */
export function nextPosition(signers: readonly Signer[]): number {
  return Math.max(...signers.map(({ position }) => position)) + 1;
}
