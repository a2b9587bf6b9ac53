import { Failure } from "../failure/failure.js";
import type { PlacementOptions, SignerRole } from "../orders/order.js";
import { checkLook } from "./checkLook.js";
import { fieldPlace } from "./fieldPlaces.js";
import { checkValue } from "./fieldValue.js";
import { placeFromBottomLeft } from "./fromBottomLeft.js";
import { fromTopLeft } from "./fromTopLeft.js";
import { KnownPictures } from "./knownPictures.js";
import { placementLimits } from "./limits.js";
import { markerPlaces, type PlaceOnPage } from "./markerPlaces.js";
import { type Box, type NewPlacement, nowhere } from "./newPlacement.js";
import {
  checkGiven,
  type PlacedSigner,
  requireFew,
  requireMayPlace,
  requireRoom,
  requireToSign,
} from "./placementForm.js";
import { asPlacement, type PlaceableDocument, PlacesInDocument } from "./placesInDocument.js";
import { requireOneEach } from "./requireOneEach.js";
import type { ResolvedPlacement } from "./resolvedPlacement.js";
import { requireSignableFields } from "./signatureFieldRules.js";

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
  const known = new KnownPictures();
  const resolved = signers.map((signer, index) => resolveOf(signer, places, known, paramOf(index)));
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
  signer: PlacedSigner,
  places: readonly PlacesInDocument[],
  known: KnownPictures,
  param: string,
): ResolvedPlacement[] {
  requireMayPlace(signer, param);
  const resolved: ResolvedPlacement[] = [];
  for (const [index, placement] of signer.placements.entries()) {
    resolved.push(...resolve(placement, places, known, `${param}[${index}]`));
    requireFew(resolved.length, param);
  }
  return resolved;
}

function resolve(
  placement: NewPlacement,
  documents: readonly PlacesInDocument[],
  known: KnownPictures,
  param: string,
): ResolvedPlacement[] {
  const { place, ...rest } = placement;
  requireToSign(documents[placement.document]?.document.kind, param);
  const places = documents[placement.document]!;
  const checked = { ...rest, value: checkGiven(placement, param), fieldName: null, param };
  const ownSize = checkLook(placement, known, param);
  const at = (found: readonly PlaceOnPage[]) =>
    found.map(({ page, box }) => {
      if (box !== nowhere) requireRoom(placement, box, param);
      return { ...checked, page, box };
    });
  switch (place.by) {
    case "box":
      places.requireOnPage(place.page, place.box, param);
      return at([place]);
    case "bottom_left":
      return at([placeFromBottomLeft(places, place, placement, ownSize, param)]);
    case "invisible":
      return at([{ page: 1, box: nowhere }]);
    case "top_left": {
      const { document, ...found } = fromTopLeft(documents, placement.document, place, param);
      return at([found]).map((placed) => ({ ...placed, document }));
    }
    case "every_page":
      return at(onEveryPage(places, place.box, param));
    case "marker":
      return at(markerPlaces(places.text, placement.kind, place, param));
    case "field":
      return [atField(places, checked, place.field, param)];
  }
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
