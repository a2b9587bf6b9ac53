import { Failure } from "../failure/failure.js";
import type { DocumentKind, SignerRole } from "../orders/order.js";
import { checkLook } from "./checkLook.js";
import { checkValue } from "./fieldValue.js";
import { KnownPictures } from "./knownPictures.js";
import { placementLimits } from "./limits.js";
import type { Box, NewPlacement } from "./newPlacement.js";

/** A signer as far as their placements are concerned. */
export interface PlacedSigner {
  readonly role: SignerRole;
  readonly placements: readonly NewPlacement[];
}

/**
 * Checks what of an order's placements can be checked without its documents' bytes.
 * @param kinds of the documents, in their order
 * @throws Failure `placement_invalid`, `field_invalid` for a value
 */
export function requireForms(signers: readonly PlacedSigner[], kinds: readonly DocumentKind[]): void {
  const known = new KnownPictures();
  signers.forEach((signer, index) => {
    const path = `signers[${index}].placements`;
    requireMayPlace(signer, path);
    signer.placements.forEach((placement, number) => {
      const param = `${path}[${number}]`;
      requireToSign(kinds[placement.document], param);
      checkGiven(placement, param);
      checkLook(placement, known, param);
      const { place } = placement;
      if (place.by === "box" || place.by === "every_page") requireRoom(placement, place.box, param);
      if (place.by === "marker" && place.size) requireRoom(placement, place.size, param);
    });
    requireFew(signer.placements.length, path);
  });
}

/** @throws Failure `placement_invalid` where a signer's role has nothing to place */
export function requireMayPlace({ role, placements }: PlacedSigner, param: string): void {
  if (placements.length === 0 || (role !== "approver" && role !== "copy")) return;
  throw new Failure("placement_invalid", `${param}: whoever is ${role} signs and fills in nothing.`, {
    param,
  });
}

/** @param count of one signer's placements so far @throws Failure `placement_invalid` */
export function requireFew(count: number, param: string): void {
  const { perSigner } = placementLimits;
  if (count <= perSigner) return;
  throw new Failure("placement_invalid", `${param}: a signer has at most ${perSigner} placements.`, {
    param,
    extensions: { limit: perSigner },
  });
}

/** @param kind of the document that a placement names; undefined: there is none @throws Failure `placement_invalid` */
export function requireToSign(kind: DocumentKind | undefined, param: string): void {
  if (kind === "sign") return;
  throw new Failure("placement_invalid", `${param}.document is not the index of a document to sign.`, {
    param,
  });
}

/**
 * A signature that nobody could read is none that anybody wants to see; how large one is that is the caller's own is theirs
 * to say.
 * @throws Failure `placement_invalid`
 */
export function requireRoom(
  { kind, appearance }: Pick<NewPlacement, "kind" | "appearance">,
  { width, height }: Pick<Box, "width" | "height">,
  param: string,
): void {
  if (kind !== "signature" || appearance !== null || (width >= 20 && height >= 10)) return;
  throw new Failure("placement_invalid", `${param}: a signature is at least 20 points wide and 10 high.`, {
    param,
  });
}

/** The value that comes with a placement. @throws Failure `field_invalid`, `placement_invalid` */
export function checkGiven(placement: NewPlacement, param: string): string | null {
  const { kind, value, readOnly } = placement;
  if (readOnly && (kind === "signature" || kind === "initials")) {
    throw new Failure("placement_invalid", `${param}: ${kind} cannot be read_only.`, { param });
  }
  return value === null || value === "" ? null : checkValue(placement, value, `${param}.value`);
}
