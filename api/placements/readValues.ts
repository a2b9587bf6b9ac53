import { Failure } from "../failure/failure.js";
import { parsePublicId } from "../ids/id.js";
import type { Placement } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { checkValue } from "./fieldValue.js";
import { type InitialsImage, isDrawing, takeInitials } from "./initialsImage.js";
import { placementLimits } from "./limits.js";

/** Values as they are to be kept. */
export interface ReadValues {
  /** By the placement's UUID; null: emptied. */
  readonly values: ReadonlyMap<string, string | null>;
  /** Drawn initials that have to be stored. */
  readonly images: readonly InitialsImage[];
  /** Path of each value in the request, by the placement's UUID. */
  readonly params: ReadonlyMap<string, string>;
}

/**
 * Checks what somebody wants to fill in.
 * @param placements of the signer
 * @param given by the placement's id `plc_…`, or by the caller's own name of it, which may be that of several
 * @throws Failure `field_invalid`, `signature_image_invalid`
 */
export function readValues(
  platform: Pick<Platform, "clock" | "random">,
  tenantId: string,
  orderId: string,
  placements: readonly Placement[],
  given: Readonly<Record<string, string>>,
): ReadValues {
  const values = new Map<string, string | null>();
  const params = new Map<string, string>();
  const images = new Map<string, InitialsImage>();
  const take = (drawing: string, param: string): string => {
    const image = images.get(drawing) ?? takeInitials(platform, tenantId, orderId, drawing, param);
    images.set(drawing, image);
    const limit = placementLimits.initialsImages;
    if (images.size > limit) throw refuse("values", `takes at most ${limit} different drawings`);
    return image.value;
  };
  for (const [key, value] of Object.entries(given)) {
    const param = `values.${key}`;
    for (const placement of placementsOf(placements, key, param)) {
      if (placement.readOnly) throw refuse(param, "was given with the order and cannot be changed");
      if (values.has(placement.id)) throw refuse(param, "names a placement that is named twice");
      params.set(placement.id, param);
      if (value === "") values.set(placement.id, null);
      else if (placement.kind === "initials" && isDrawing(value))
        values.set(placement.id, take(value, param));
      else values.set(placement.id, checkValue(placement, value, param));
    }
  }
  requireBounded(placements, values);
  return { values, images: [...images.values()], params };
}

function placementsOf(placements: readonly Placement[], key: string, param: string): readonly Placement[] {
  const id = parsePublicId("plc", key);
  const found = placements.filter((placement) => placement.id === id || placement.name === key);
  if (found.length === 0) throw refuse(param, "names no placement of this signer");
  return found;
}

function requireBounded(placements: readonly Placement[], values: ReadonlyMap<string, string | null>): void {
  const limit = placementLimits.filledCharacters;
  const after = placements.map(({ id, value }) => (values.has(id) ? values.get(id)! : value));
  if (after.reduce((sum, value) => sum + (value?.length ?? 0), 0) > limit) {
    throw refuse("values", `have at most ${limit} characters together`);
  }
}

function refuse(param: string, why: string): Failure {
  return new Failure("field_invalid", `${param} ${why}.`, { param });
}
