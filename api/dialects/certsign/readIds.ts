import { Fields } from "../reading/fields.js";
import { CertSignFailure, refuseField } from "./certSignFailure.js";

/** How a call names an order or a signature request: by the service's id, by the caller's own, or by both. */
export interface GivenIds {
  readonly id: string | null;
  readonly externalId: string | null;
  /** The fields that they came in. */
  readonly names: { readonly id: string; readonly externalId: string };
}

/** The query of a call, to be read like a body: a parameter that is there twice is a list, which none of them is. */
export function queryOf(query: unknown): Fields {
  return Fields.of(query, "", refuseField);
}

const longest = 200;

/** Reads both ids. */
export function readIds(fields: Fields, names: GivenIds["names"]): GivenIds {
  return { id: fields.text(names.id, longest), externalId: fields.text(names.externalId, longest), names };
}

export const orderNames = { id: "orderRequestId", externalId: "externalOrderRequestId" } as const;
export const ownNames = { id: "id", externalId: "externalId" } as const;

/** @throws CertSignFailure `ID_MISSING` */
export function requireOneId({ id, externalId, names }: GivenIds): void {
  if (id !== null || externalId !== null) return;
  throw new CertSignFailure("ID_MISSING", `Give ${names.id} or ${names.externalId}.`, names.id);
}

/** The answer where two ids are given that name two things. */
export function idsDisagree({ id, externalId }: GivenIds["names"]): CertSignFailure {
  return new CertSignFailure(
    "IDS_DISAGREE",
    `${id} and ${externalId} name two different things; nothing was done.`,
    externalId,
  );
}

/**
 * The answer where there is no such thing, or it is another tenant's or mode's.
 * @param by the id that nothing was found by
 */
export function nothingSuch(ids: GivenIds, by: keyof GivenIds["names"]): CertSignFailure {
  const field = ids.names[by];
  const value = JSON.stringify((ids[by] ?? "").slice(0, 100));
  return new CertSignFailure("NOT_FOUND", `There is nothing with the ${field} ${value}.`, field, "not_found");
}
