import { Failure } from "../failure/failure.js";
import type { PlacementKind, PlacementOptions, SignerRole } from "../orders/order.js";
import { fieldPlace } from "./fieldPlaces.js";
import { checkValue } from "./fieldValue.js";
import { placementLimits } from "./limits.js";
import { markerPlaces, type PlaceOnPage } from "./markerPlaces.js";
import type { Box, NewPlacement } from "./newPlacement.js";
import { asPlacement, type PlaceableDocument, PlacesInDocument } from "./placesInDocument.js";
import { requireOneEach } from "./requireOneEach.js";
import type { ResolvedPlacement } from "./resolvedPlacement.js";
import { requireSignableFields } from "./signatureFieldRules.js";

/** A signer as far as their placements are concerned. */
export interface PlacedSigner {
  readonly role: SignerRole;
  readonly placements: readonly NewPlacement[];
}

/**
 * Finds the pages and boxes of all placements of an order, before anything is stored.
 * @param paramOf path of a signer's list in the request, for refusals
 * @returns one list for each signer
 * @throws Failure `placement_invalid`, `field_invalid` for a value
 */
export function resolveOrderPlacements(
  signers: readonly PlacedSigner[],
  documents: readonly PlaceableDocument[],
  paramOf = (index: number) => `signers[${index}].placements`,
): ResolvedPlacement[][] {
  const places = documents.map((document) => new PlacesInDocument(document));
  const resolved = signers.map((signer, index) => resolveOf(signer, places, paramOf(index)));
  const { perOrder } = placementLimits;
  if (resolved.reduce((sum, { length }) => sum + length, 0) > perOrder) {
    throw new Failure("placement_invalid", `An order takes at most ${perOrder} placements.`, {
      param: "signers",
      extensions: { limit: perOrder },
    });
  }
  requireOneEach(resolved, documents, paramOf);
  requireSignableFields(
    signers.map(({ role }) => role),
    resolved,
    places,
  );
  return resolved;
}

/** As `resolveOrderPlacements`, of one signer who comes to an order. @param param path of the list, for refusals */
export function resolvePlacements(
  placements: readonly NewPlacement[],
  documents: readonly PlaceableDocument[],
  param: string,
  role: SignerRole = "signer",
): ResolvedPlacement[] {
  return resolveOrderPlacements([{ role, placements }], documents, () => param)[0]!;
}

function resolveOf(
  { role, placements }: PlacedSigner,
  places: readonly PlacesInDocument[],
  param: string,
): ResolvedPlacement[] {
  if (placements.length > 0 && (role === "approver" || role === "copy")) {
    throw new Failure("placement_invalid", `${param}: whoever is ${role} signs and fills in nothing.`, {
      param,
    });
  }
  const { perSigner } = placementLimits;
  const resolved: ResolvedPlacement[] = [];
  for (const [index, placement] of placements.entries()) {
    resolved.push(...resolve(placement, places, `${param}[${index}]`));
    if (resolved.length > perSigner) {
      throw new Failure("placement_invalid", `${param}: a signer has at most ${perSigner} placements.`, {
        param,
        extensions: { limit: perSigner },
      });
    }
  }
  return resolved;
}

function resolve(
  placement: NewPlacement,
  documents: readonly PlacesInDocument[],
  param: string,
): ResolvedPlacement[] {
  const { place, ...rest } = placement;
  const places = documents[placement.document];
  if (places?.document.kind !== "sign") {
    throw new Failure("placement_invalid", `${param}.document is not the index of a document to sign.`, {
      param,
    });
  }
  const checked = { ...rest, value: checkGiven(placement, param), fieldName: null, param };
  const at = (found: readonly PlaceOnPage[]) =>
    found.map(({ page, box }) => {
      requireRoom(placement.kind, box, param);
      return { ...checked, page, box };
    });
  switch (place.by) {
    case "box":
      places.requireOnPage(place.page, place.box, param);
      return at([place]);
    case "every_page":
      return at(onEveryPage(places, place.box, param));
    case "marker":
      return at(markerPlaces(places.text, placement.kind, place, param));
    case "field":
      return [atField(places, checked, place.field, param)];
  }
}

/** A signature that nobody could read is none that anybody wants to see. */
function requireRoom(kind: PlacementKind, { width, height }: Box, param: string): void {
  if (kind !== "signature" || (width >= 20 && height >= 10)) return;
  throw new Failure("placement_invalid", `${param}: a signature is at least 20 points wide and 10 high.`, {
    param,
  });
}

function onEveryPage(places: PlacesInDocument, box: Box, param: string): PlaceOnPage[] {
  const { pages } = places.document;
  // Refused before a page tree of a thousand pages is walked for each of them.
  if (pages > placementLimits.perSigner) {
    const limit = placementLimits.perSigner;
    const why = `the document has ${pages} pages, and a signer has at most ${limit} placements`;
    throw new Failure("placement_invalid", `${param}.every_page: ${why}.`, { param, extensions: { limit } });
  }
  return Array.from({ length: pages }, (_, index) => {
    places.requireOnPage(index + 1, box, param);
    return { page: index + 1, box };
  });
}

function atField(
  places: PlacesInDocument,
  placement: Omit<ResolvedPlacement, "page" | "box">,
  name: string,
  param: string,
): ResolvedPlacement {
  const { page, box, field } = asPlacement(param, () =>
    fieldPlace(places.document.pdf, places.fields, placement.kind, name, param),
  );
  const { maxLength = field.maxLength } = placement.options;
  const options: PlacementOptions = {
    ...placement.options,
    ...(maxLength !== undefined && { maxLength: Math.min(maxLength, field.maxLength ?? maxLength) }),
    // Whether it has several lines is the field's to say.
    ...(placement.kind === "text" && { multiline: field.multiline ?? false }),
  };
  const label = placement.label ?? field.label?.slice(0, 200) ?? null;
  const value = placement.value && checkValue({ ...placement, options }, placement.value, `${param}.value`);
  return { ...placement, options, label, value, page, box, fieldName: name };
}

/** The value that comes with a placement. @throws Failure `field_invalid`, `placement_invalid` */
function checkGiven(placement: NewPlacement, param: string): string | null {
  const { kind, value, readOnly } = placement;
  if (readOnly && (kind === "signature" || kind === "initials")) {
    throw new Failure("placement_invalid", `${param}: ${kind} cannot be read_only.`, { param });
  }
  return value === null || value === "" ? null : checkValue(placement, value, `${param}.value`);
}
