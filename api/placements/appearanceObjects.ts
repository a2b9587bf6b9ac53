import { createHash } from "node:crypto";
import type { NewObject } from "../documents/claims.js";
import { newUuid } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { asImageFile } from "./appearanceImage.js";
import type { ResolvedPlacement } from "./resolvedPlacement.js";

/** The objects that are to hold the images of own appearances. */
export interface AppearanceObjects {
  readonly objects: readonly NewObject[];
  /** Keys of the objects, by the placement whose image they hold. */
  readonly keys: ReadonlyMap<ResolvedPlacement, string>;
}

/**
 * Names the objects that are to hold the images of placements. Each signer has objects of their own, one for each image:
 * it may show somebody's hand, and goes when that person's data do.
 * @param bySigner one list for each signer
 */
export function appearanceObjects(
  platform: Pick<Platform, "clock" | "random">,
  tenantId: string,
  orderId: string,
  bySigner: readonly (readonly ResolvedPlacement[])[],
): AppearanceObjects {
  const objects: NewObject[] = [];
  const keys = new Map<ResolvedPlacement, string>();
  const digests = new Map<Uint8Array, string>();
  for (const placements of bySigner) {
    const known = new Map<string, string>();
    for (const placement of placements) {
      const image = placement.appearance?.image ?? null;
      if (image === null) continue;
      const sha256 = digests.get(image) ?? createHash("sha256").update(image).digest("hex");
      digests.set(image, sha256);
      const { kind } = asImageFile(image);
      const key =
        known.get(sha256) ??
        `${tenantId}/orders/${orderId}/appearances/${newUuid(platform.clock, platform.random)}.${kind}`;
      if (!known.has(sha256)) objects.push({ key, bytes: image, contentType: `image/${kind}` });
      known.set(sha256, key);
      keys.set(placement, key);
    }
  }
  return { objects, keys };
}

/** Reads the images of a signer's own appearances. @returns the files by the keys of their objects */
export async function readAppearanceImages(
  platform: Pick<Platform, "objectStore">,
  placements: readonly { readonly appearanceKey: string | null }[],
): Promise<Map<string, Uint8Array>> {
  const keys = [...new Set(placements.flatMap(({ appearanceKey }) => appearanceKey ?? []))];
  return new Map(
    await Promise.all(keys.map(async (key) => [key, await platform.objectStore.get(key)] as const)),
  );
}
